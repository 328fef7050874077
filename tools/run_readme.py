"""Runs every fenced command of the README, in order, in the folder it is called from.

    python3 path/to/tools/run_readme.py README.md

A block fenced as `sh` is run; all others are shown text. Ends with the exit code of the first block
that fails, and with 1 where the README has no command at all.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> list[str]:
    """Return the commands of a Markdown text, one block each."""
    return _BLOCK.findall(text)


def main(path: str) -> int:
    """Run them and return an exit code."""
    found = blocks(Path(path).read_text("utf-8"))
    for block in found:
        print(f"$ {block.rstrip()}", flush=True)
        code = subprocess.call(["bash", "-euo", "pipefail", "-c", block])
        if code:
            print(f"the README's command ended with {code}", file=sys.stderr)
            return code
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
