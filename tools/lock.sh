#!/usr/bin/env bash
# Makes the two hashed locks anew: lock/use.txt (all that cvpress does), lock/test.txt (to work on it, too).
# Universal: one lock for Linux, macOS and Windows. Needs uv. Takes the newest versions with --upgrade.
set -euo pipefail
cd "$(dirname "$0")/.."
compile=(uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url
    --python-version 3.11 --quiet
    --extra pdf --extra lsp --extra online --extra spell --extra ats pyproject.toml "$@")
"${compile[@]}" -o lock/use.txt
"${compile[@]}" --group test -c lock/use.txt -o lock/test.txt
