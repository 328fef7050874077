"""From a page's letters to its words: cut at white space and at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cvpress.printed.glyphs import LINE_END, PAD, SOFT_LINE_END, Place
from cvpress.printed.model import Box, Word

_Edges = tuple[float, float, float, float]
_ENDS = LINE_END + SOFT_LINE_END
_WORD = re.compile(rf"[^\s\0{_ENDS}]+[{_ENDS}]?|[{_ENDS}]")
_COPIED = {ord(LINE_END): "-\n", ord(SOFT_LINE_END): "\u00ad\n", ord(PAD): None, ord("\r"): None}


def words(letters: str, page: int, place: Place) -> Iterator[Word]:
    """Yield the words of a page's letters; `place` tells where the letter of an index stands.

    PDFium puts a space where letters have a gap between them and a line break where the next one
    stands on another line, so white space is nearly all there is to look at.
    """
    for match in _WORD.finditer(letters):
        for start, end, box in _lines(match.start(), match.end(), place):
            yield Word(copied(letters[start:end]).rstrip("\n"), page, box)


def _lines(start: int, end: int, place: Place) -> Iterator[tuple[int, int, Box]]:
    """Part letters without white space where the next one stands on another line.

    PDFium tells no line break beside a line of a single letter: “C” over “R” is “CR” to it. Most
    words end on the line on which they begin, so it is enough to look at these two letters.
    """
    first, last = place(start), place(end - 1)
    if not _apart(first, last):
        yield start, end, _around(first, last)
        return
    cuts = [at for at in range(start + 1, end) if _apart(place(at - 1), place(at))]
    for left, right in pairwise((start, *cuts, end)):
        yield left, right, _around(place(left), place(right - 1))


def _apart(one: _Edges, other: _Edges) -> bool:
    """Return whether letters stand on two lines; a raised sign is on the line of its name."""
    return not one[1] <= (other[1] + other[3]) / 2 <= one[3]


def _around(one: _Edges, other: _Edges) -> Box:
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return Box(left, bottom, max(one[2], other[2]), max(one[3], other[3]))


def copied(letters: str) -> str:
    """Return the letters as they are copied, without the signs that PDFium and we put in."""
    return letters.translate(_COPIED)
