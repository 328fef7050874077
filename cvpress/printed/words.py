"""From a page's letters to its words: cut at white space and at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.printed.glyphs import LINE_END, PAD, SOFT_LINE_END, Place
from cvpress.printed.model import Box, Word

_ENDS = LINE_END + SOFT_LINE_END
_WORD = re.compile(rf"[^\s\0{_ENDS}]+[{_ENDS}]?|[{_ENDS}]")
_COPIED = {ord(LINE_END): "-\n", ord(SOFT_LINE_END): "\u00ad\n", ord(PAD): None, ord("\r"): None}


def words(letters: str, page: int, place: Place) -> Iterator[Word]:
    """Yield the words of a page's letters; `place` tells where the letter of an index stands.

    PDFium puts a space where letters have a gap between them and a line break where the next one
    stands on another line, so white space is all there is to look at.
    """
    for match in _WORD.finditer(letters):
        left, bottom, right, top = place(match.start())
        left_2, bottom_2, right_2, top_2 = place(match.end() - 1)
        box = Box(min(left, left_2), min(bottom, bottom_2), max(right, right_2), max(top, top_2))
        yield Word(copied(match.group()).rstrip("\n"), page, box)


def copied(letters: str) -> str:
    """Return the letters as they are copied, without the signs that PDFium and we put in."""
    return letters.translate(_COPIED)
