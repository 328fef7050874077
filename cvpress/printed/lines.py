"""Which letters stand on one line of the page, where PDFium reads a page with Hebrew or Arabic.

PDFium ends lines where there is no end (“+961” and “1 350 000” are two to it beside Arabic), and
sees one where there are several (three bullets, the last first). So what shares a baseline is one
line, and letters that stand above one another are on two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cvpress.printed.glyphs import Place

LEVEL = 0.1  # points by which letters of one baseline may differ
_LINE = re.compile(r"[^\r\n]+")


class Line(NamedTuple):
    """A line: ranges of letters, each a line to PDFium or a part of one; what PDFium took it for.

    `among`: all letters of the lines of PDFium's of which it is.
    """

    parts: list[range]
    among: str


def order(letters: str, place: Place) -> list[int]:
    """Return the indices of a page's letters, those of each line of the page together."""
    found = list(range(len(letters)))
    for match in _LINE.finditer(letters):
        rows = list(_rows(range(*match.span()), place))
        found[match.start() : match.end()] = [index for row in rows for index in row]
    return found


def lines(letters: str, place: Place, baseline: Callable[[int], float]) -> Iterator[Line]:
    """Yield the lines of a page whose letters stand in that order."""
    parts: list[range] = []
    among = ""
    for match in _LINE.finditer(letters):
        start = match.start()
        for row in _rows(range(*match.span()), place):
            part = range(start, start + len(row))
            if parts and abs(baseline(parts[-1][-1]) - baseline(part[0])) > LEVEL:
                yield Line(parts, among)
                parts, among = [], ""
            parts.append(part)
            among += match.group()
            start = part.stop
    if parts:
        yield Line(parts, among)


def _rows(part: range, place: Place) -> list[list[int]]:
    """Part letters into those that stand beside each other, the highest first."""
    rows: list[list[int]] = []
    row: list[int] = []
    for index in part:
        if not (row and _beside(place(row[0]), place(index))):
            row = next((row for row in rows if _beside(place(row[0]), place(index))), [])
            if not row:
                rows.append(row)
        row.append(index)
    return sorted(rows, key=lambda row: -place(row[0])[1])


def _beside(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether letters stand on one line; a raised sign is on the line of its name."""
    return any(a[1] <= (b[1] + b[3]) / 2 <= a[3] for a, b in ((one, other), (other, one)))
