"""Runs TeX on what it fails at (tests/broken_tex.py), and keeps what it said: tests/cases/logs.

    python tools/build_logs.py [NAME…]

A log is cut down to its messages, each with the lines that belong to it; folders of this machine
are taken out. Its first line tells at which lines of the body the entries begin. An engine that is
not installed keeps the logs it has.
"""

from __future__ import annotations

import importlib
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from cvpress import engines  # noqa: E402

broken_tex: Any = importlib.import_module("broken_tex")

AFTER = 45  # lines of a message, at most; what an overfull box holds is as long as it is
_MESSAGE = re.compile(
    r"^(?!.*==> Fatal)"
    r"(\S+:\d+: |!|Runaway|Overfull|xdvipdfmx:fatal|libpng error|No pages of output)"
)
_END = re.compile(r"^(l\.\d+ |<\*>| *==> Fatal)")
_STATISTICS = re.compile(r"^Here is how much|^PDF statistics")
_FOLDERS = re.compile(r"(?<![\w)])/(?:[\w.@+-]+/)+(?=[\w.@+-]+)")


def cut(log: str) -> str:
    """Return the messages of a log, each with what belongs to it, and no folder of this machine."""
    lines = re.sub(r"(?m)^.*(?=libpng error: )", "", log).split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        size = _size(lines[at:]) if _MESSAGE.match(lines[at]) else 0
        kept += [*lines[at : at + size], *([""] * bool(size))]
        at += max(size, 1)
    return _FOLDERS.sub("", "\n".join(kept))


def _size(lines: list[str]) -> int:
    """Return how many lines belong to the message in the first of them."""
    box = lines[0].startswith("Overfull")
    for number, line in enumerate(lines[1:], 1):
        if _STATISTICS.match(line):
            return number
        over = not line and number > 3 if box else _END.match(line) or number == AFTER
        if over:
            return number + 1
    return len(lines)


def entries(body: str) -> str:
    """Return the lines of a body at which entries begin, with their paths."""
    rows = enumerate(body.split("\n"), 1)
    return " ".join(f"{n}:{line[4:]}" for n, line in rows if line.startswith("%cv "))


def main(names: list[str]) -> int:
    """Run the cases of these names, or all, with each engine that is here."""
    broken_tex.LOGS.mkdir(exist_ok=True)
    here = [e for e, (name, _) in broken_tex.ENGINES.items() if not engines.load(name).missing()]
    for case in broken_tex.CASES:
        if names and case.name not in names:
            continue
        for engine in here:
            with tempfile.TemporaryDirectory() as folder:
                *_, look, body = broken_tex.laid(Path(folder), case)
                said = cut(broken_tex.press(look, body, engine))
            text = f"{entries(body)}\n\n{said}"
            path = broken_tex.LOGS / f"{case.name}.{engine}.log"
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
