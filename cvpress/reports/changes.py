"""A change of a file as a unified diff. `patch` and `git apply` take it where it goes to a pipe."""

from __future__ import annotations

import re
from difflib import unified_diff

from cvpress.reports.display import visible

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_COLORS = {"-": "31", "+": "32", "@": "36"}
_HEADS = 2


def report(
    name: str, before: str, after: str, *, terminal: bool = False, color: bool = False
) -> str:
    """Return the diff, "" where nothing changes.

    `terminal`: controls of the text are shown instead of sent; else each line is as in the file.
    """
    shown = visible(name)
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), shown, shown)
    return "".join(_shown(number, line, terminal, color) for number, line in enumerate(lines))


def _shown(number: int, line: str, terminal: bool, color: bool) -> str:
    text = line.rstrip("\r\n")
    end = line[len(text) :]
    told = visible(text) if terminal else text
    if color:
        told = _painted(number, told)
    if number < _HEADS or line.startswith("@@"):
        return f"{told}\n"
    if not end:
        return f"{told}\n\\ No newline at end of file\n"
    return f"{told}\n" if terminal or end == "\r" else told + end


def _painted(number: int, line: str) -> str:
    look = "1" if number < _HEADS else _COLORS.get(line[:1])
    return f"\x1b[{look}m{line}\x1b[0m" if look else line
