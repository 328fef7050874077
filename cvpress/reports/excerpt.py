"""The source line of a finding with carets under its span, cut to the width of the terminal."""

from __future__ import annotations

import re
from typing import NamedTuple

from cvpress.reports.display import columns, glyph
from cvpress.source.document import Span

_BREAK = re.compile(r"\r\n|\r|\n")
_CUT = "…"


class Excerpt(NamedTuple):
    """A line as shown, and the columns `[start, end)` of it (from 0) that a caret stands under."""

    text: str
    start: int
    end: int


def lines(text: str) -> list[str]:
    """Split a file into its lines as `Document` counts them, without a byte order mark."""
    return _BREAK.split(text.removeprefix("\ufeff"))


def excerpt(line: str, span: Span, width: int) -> Excerpt:
    """Show the first line of a span in `width` columns; what does not fit is cut around it."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start), len(line))
    first, last = _window(line, start, end, width)
    before, after = _CUT if first else "", _CUT if last < len(line) else ""
    left, marked = _shown(line[first:start]), _shown(line[start : min(end, last)])
    at = columns(before + left)
    return Excerpt(
        before + left + marked + _shown(line[min(end, last) : last]) + after,
        at,
        at + max(columns(marked), 1),
    )


def _shown(text: str) -> str:
    return "".join(map(glyph, text))


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The letters `[first, last)` that fit: the span, then as much as fits on either side."""
    if len(line) <= 4 * width and columns(_shown(line)) <= width:
        return 0, len(line)
    room = max(width - 2 * len(_CUT), 1)
    last, used = _reach(line, start, end, room)
    # Up to half of what is left goes before the span, then the rest after, then the rest before.
    first, before = _back(line, start, (room - used) // 2)
    last, after = _reach(line, last, len(line), room - used - before)
    if last == len(line):
        first, before = _back(line, start, room - used - after)
    return first, last


def _reach(line: str, at: int, stop: int, room: int) -> tuple[int, int]:
    """How far one comes from a letter to the right in so many columns, and how many it takes."""
    used = 0
    while at < stop and used + (wide := columns(glyph(line[at]))) <= room:
        used, at = used + wide, at + 1
    return at, used


def _back(line: str, at: int, room: int) -> tuple[int, int]:
    """How far one comes to the left; it never stops between a letter and its accent."""
    used, found, taken = 0, at, 0
    while at > 0 and used + (wide := columns(glyph(line[at - 1]))) <= room:
        used, at = used + wide, at - 1
        if wide:
            found, taken = at, used
    return found, taken
