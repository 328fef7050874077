"""Read a log of TeX into messages: its errors, and lines that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cvpress.engines.pdftex import BODY
from cvpress.texlog import boxes
from cvpress.texlog.model import Message

# What the switch -file-line-error makes of "! Undefined control sequence."
_ERROR = re.compile(r"^(?:\./)?([^\s:]+):(\d+): (.+)$|^! ?(.+)$")
_WITHIN = re.compile(r"^(\\[A-Za-z@]+) .*->")  # \cvname #1#2#3->…
_READ = re.compile(r"^l\.\d+ ")  # l.12 \cvname: the line of the file ends what is shown
_OVERFULL = re.compile(r"^Overfull \\hbox \(([\d.]+)pt too wide\).*? (?:lines?) (\d+)")
_FATAL = "==> Fatal error occurred"
CONTEXT = 30  # lines of a log that tell where an error is
MM = 25.4 / 72.27  # millimetres in a point of TeX


def read(log: str) -> Iterator[Message]:
    """Yield the messages of a log, in its order. `log`: as `Compiled.log` has it."""
    lines = log.split("\n")
    for i, line in enumerate(lines):
        if found := _OVERFULL.match(line):
            box = boxes.letters(_dump(lines, i + 1))
            yield Message("overfull", int(found[2]), box=box, over=float(found[1]) * MM)
        elif (found := _ERROR.match(line)) and _FATAL not in line:
            yield _error(found, lines[i + 1 : i + CONTEXT])


def _error(found: re.Match[str], context: list[str]) -> Message:
    """Make a message of an error. A line number counts only where the file is the body."""
    file, line, text, bare = found.groups()
    if file and file.removesuffix(".tex") == BODY:
        shown = takewhile(lambda row: not _READ.match(row), context)
        within = tuple(name[1] for row in shown if (name := _WITHIN.match(row)))
        return Message("error", int(line), f"{text}{_culprit(text, context)}", within=within)
    if file:
        return Message("error", 0, f"{file}:{line}: {text}{_culprit(text, context)}")
    return Message("error", 0, str(bare))


def _culprit(text: str, context: list[str]) -> str:
    """Return the control sequence at which TeX stopped, where the message does not name it."""
    if not text.startswith("Undefined control sequence"):
        return ""
    named = re.search(r"(\\[A-Za-z@]+) ?$", context[0]) if context else None
    return f" {named[1]}" if named else ""


def _dump(lines: list[str], start: int) -> list[str]:
    """Return the dump of a box: from the line with the box itself to the next empty line."""
    first = next((i for i in range(start, min(start + 4, len(lines))) if _is_box(lines[i])), None)
    if first is None:
        return []
    end = next((i for i in range(first, len(lines)) if not lines[i].strip()), len(lines))
    return lines[first:end]


def _is_box(line: str) -> bool:
    return line.startswith("\\hbox(")
