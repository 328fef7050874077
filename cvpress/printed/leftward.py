"""The letters of lines with Hebrew or Arabic in the order in which they are read.

PDFium gets a line as it is seen, and turns around what goes to the left: word by word, not by
stretches. “Google Inc.” in a Hebrew line is “.Inc Google” to it, and where most words are Latin the
Hebrew ones stay in the order in which they are seen. So such a line is put together anew, from the
places of its words, by the whole algorithm (`cvpress.bidi`). A line without such letters is left
alone, unless the PDF says that its language goes to the left. PDFium also ends lines where there is
no end (“+961” and “1 350 000” are two to it beside Arabic): what shares a baseline is one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from cvpress import bidi
from cvpress.printed.glyphs import PAD, Place

SEPARATORS = frozenset("|·•")
NARROW = 0.05
WIDE = 1.2  # a gap of so many heights of a letter parts two columns
LEVEL = 0.1  # points by which letters of one baseline may differ
_LINE = re.compile(r"[^\r\n]+")
_SIDES = {"L": "L", "EN": "L", "AN": "L", "R": "R", "AL": "R"}


class Read(NamedTuple):
    """The letters in order, and for each its index among PDFium's."""

    letters: str
    order: list[int]

    def places(self, place: Place) -> Place:
        """Return where these letters stand. `place`: where PDFium's do."""
        return lambda index: place(self.order[index])


def read(
    letters: str, language: str, place: Place, baseline: Callable[[int], float]
) -> Read | None:
    """Return a page's letters in the order in which they are read; None where that is PDFium's.

    `place` tells where PDFium's letters stand, `baseline` on which height.
    """
    base = int(bidi.leftward(language))
    if not (base or bidi.mixed(letters)):
        return None
    shown, order = list(letters), list(range(len(letters)))
    for line in _lines(letters, baseline):
        if base or any(bidi.mixed(match.group()) for match in line):
            pieces = [list(_pieces(match.group(), match.start(), place)) for match in line]
            for at, (letter, index) in enumerate(
                _line(list(_joined(pieces)), base), line[0].start()
            ):
                shown[at], order[at] = letter, index
    return Read("".join(shown), order)


def _lines(letters: str, baseline: Callable[[int], float]) -> Iterator[list[re.Match[str]]]:
    """Yield the lines of a page, each as PDFium's that share its baseline."""
    line: list[re.Match[str]] = []
    for match in _LINE.finditer(letters):
        if line and abs(baseline(line[-1].end() - 1) - baseline(match.start())) > LEVEL:
            yield line
            line = []
        line.append(match)
    if line:
        yield line


class _Piece(NamedTuple):
    """A word in Latin, a letter of Hebrew or Arabic, or a neutral sign, as it is drawn.

    `first`: the index of the first letter; `left`, `right`, `height`: its place.
    """

    side: str
    letters: str
    first: int
    left: float
    right: float
    height: float


def _joined(lines: list[list[_Piece]]) -> Iterator[_Piece]:
    """Yield the pieces of lines that are one as they are drawn, with a space in place of an end."""
    before: list[_Piece] = []
    for pieces in lines:
        if before:
            at = before[-1].first + len(before[-1].letters)
            one, other = sorted((before, pieces), key=lambda line: line[0].left)
            left, right = max(p.right for p in one), min(p.left for p in other)
            end = " " + PAD * (pieces[0].first - at - 1)
            yield _Piece("", end, at, left, right, pieces[0].height)
        yield from _drawn(pieces)
        before = pieces


def _line(pieces: list[_Piece], base: int) -> list[tuple[str, int]]:
    """Return the letters of a line in the order in which they are read, with their indices."""
    seen = sorted(pieces, key=lambda piece: piece.left, reverse=bool(base))
    seen = list(_spaced(seen))
    marks = _marks(seen, base)
    parts = (seen[first:last] for first, last in pairwise((*marks, len(seen))))
    return [letter for part in parts for letter in _part(part, base)]


def _part(seen: list[_Piece], base: int) -> Iterator[tuple[str, int]]:
    """Yield the letters of a part of a line in the order in which they are read."""
    pairs = list(zip(seen, _levels(seen, base), strict=True))
    for level in (2, 1)[: 2 - base]:
        pairs = list(_turned(pairs, level))
    for piece, level in pairs:
        yield from _read(piece, level)


def _pieces(text: str, start: int, place: Place) -> Iterator[_Piece]:
    """Part a line into words and letters."""
    at = start
    for side, group in groupby(_sided(text), lambda pair: pair[1]):
        letters = "".join(letter for letter, _ in group)
        for piece in [letters] if side == "L" else _stacks(letters, at, place):
            one, other = place(at), place(at + len(piece) - 1)
            left, right = min(one[0], other[0]), max(one[2], other[2])
            yield _Piece(side, piece, at, left, right, one[3] - one[1])
            at += len(piece)


def _stacks(letters: str, start: int, place: Place) -> Iterator[str]:
    """Part letters that stand beside each other; those of one glyph keep their order."""
    for _, group in groupby(range(len(letters)), lambda at: place(start + at)[0]):
        yield "".join(letters[at] for at in group)


def _sided(text: str) -> Iterator[tuple[str, str]]:
    """Yield each letter with its side; an accent is of its letter's."""
    side = ""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        side = side if kind == "NSM" else _SIDES.get(kind, "")
        yield letter, side


def _drawn(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces with neutral signs as they are drawn: PDFium has mirrored some of them.

    It does so where it reads the whole line to the left, and after a word that goes there.
    """
    whole = bool(pieces) and pieces[0].left > pieces[-1].left
    side = ""
    for piece in pieces:
        side = piece.side or side
        mirrored = not piece.side and (whole or side == "R")
        sign = bidi.MIRROR.get(piece.letters, piece.letters) if mirrored else piece.letters
        yield piece._replace(letters=sign)


def _spaced(seen: list[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces without the spaces that have no room: a point was drawn at another place."""
    letters = [p for p in seen if not p.letters.isspace() and _based(p.letters)]
    ends = sorted((piece.left, piece.right, piece.height) for piece in letters)
    for piece in seen:
        after = bisect_left(ends, (piece.left,))
        if piece.letters == " " and 0 < after < len(ends):
            room = ends[after][0] - max(right for _, right, _ in ends[max(0, after - 2) : after])
            if room < NARROW * ends[after][2]:
                piece = piece._replace(letters=PAD)
        yield piece


def _based(letters: str) -> bool:
    return any(unicodedata.category(letter) != "Mn" for letter in letters)


def _levels(seen: list[_Piece], base: int) -> Iterator[int]:
    """Yield the level of each piece of a line that is seen from its start."""
    text = "".join(_looked_at(piece, base) for piece in seen)
    found = bidi.by_itself(text, base, seen=bool(base))
    at = 0
    for piece in seen:
        yield found[at]
        at += len(piece.letters)


def _marks(seen: list[_Piece], base: int) -> list[int]:
    """Return the pieces with which begins what is read by itself, of a line seen from its start.

    So are columns, what bars part, and the bars.
    """
    marks = {0}
    wide = WIDE * max((piece.height for piece in seen), default=0)
    before = None
    for at, piece in enumerate(seen):
        if piece.letters.isspace():
            continue
        if before and (before.left - piece.right if base else piece.left - before.right) > wide:
            marks.add(at)
        if piece.letters in SEPARATORS:
            marks.update((at, at + 1))
        before = piece
    return sorted(marks)


def _looked_at(piece: _Piece, base: int) -> str:
    """Return a piece as the algorithm is to see it: a bracket as if it went the line's way."""
    if not base or piece.side:
        return piece.letters
    return bidi.MIRROR.get(piece.letters, piece.letters)


def _turned(pairs: list[tuple[_Piece, int]], level: int) -> Iterator[tuple[_Piece, int]]:
    """Turn around each run of pieces at a level or above it."""
    for above, group in groupby(pairs, lambda pair: pair[1] >= level):
        run = list(group)
        yield from reversed(run) if above else run


def _read(piece: _Piece, level: int) -> Iterator[tuple[str, int]]:
    """Yield a piece's letters: a sign that goes to the left was drawn mirrored."""
    for at, letter in enumerate(piece.letters, piece.first):
        mirrored = level % 2 and not piece.side
        yield (bidi.MIRROR.get(letter, letter) if mirrored else letter), at
