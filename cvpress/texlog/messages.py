"""Read a log of TeX into messages: its errors, and lines that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.engines.faults import faults
from cvpress.engines.pdftex import BODY
from cvpress.texlog import boxes
from cvpress.texlog.model import Message

_OVERFULL = re.compile(r"^Overfull \\hbox \(([\d.]+)pt too wide\).*? (?:lines?) (\d+)")
MM = 25.4 / 72.27  # millimetres in a point of TeX


def read(log: str) -> Iterator[Message]:
    """Yield the messages of a log, the errors last. `log`: as `Compiled.log` has it."""
    lines = log.split("\n")
    for i, line in enumerate(lines):
        if found := _OVERFULL.match(line):
            box = boxes.letters(_dump(lines, i + 1))
            yield Message("overfull", int(found[2]), box=box, over=float(found[1]) * MM)
    for fault in faults(log):
        in_body = fault.file.removesuffix(".tex") == BODY
        yield Message("error", fault.line if in_body else 0, fault=fault)


def _dump(lines: list[str], start: int) -> list[str]:
    """Return the dump of a box: from the line with the box itself to the next empty line."""
    first = next((i for i in range(start, min(start + 4, len(lines))) if _is_box(lines[i])), None)
    if first is None:
        return []
    end = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))
    return lines[first:end]


def _is_box(line: str) -> bool:
    return line.startswith("\\hbox(")
