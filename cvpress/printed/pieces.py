"""A line of PDFium's as pieces, as they are drawn: Latin words, Hebrew or Arabic letters, signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from cvpress import bidi
from cvpress.printed.glyphs import Place

_STRONG = frozenset(("L", "R", "AL"))
_SIDES = {"L": "L", "EN": "L", "AN": "L", "R": "R", "AL": "R"}


class Piece(NamedTuple):
    """A word in Latin, a letter of Hebrew or Arabic, or a neutral sign, as it is drawn.

    `first`: the index of the first letter; `left`, `right`, `height`: its place.
    """

    side: str
    letters: str
    first: int
    left: float
    right: float
    height: float


def _pieces(text: str, start: int, place: Place) -> Iterator[Piece]:
    """Part a line into words and letters."""
    at = start
    for side, group in groupby(_sided(text), lambda pair: pair[1]):
        letters = "".join(letter for letter, _ in group)
        for piece in [letters] if side == "L" else _stacks(letters, at, place):
            one, other = place(at), place(at + len(piece) - 1)
            left, right = min(one[0], other[0]), max(one[2], other[2])
            yield Piece(side, piece, at, left, right, one[3] - one[1])
            at += len(piece)


def _stacks(letters: str, start: int, place: Place) -> Iterator[str]:
    """Part letters that stand beside each other; those of one glyph keep their order."""
    where = [(letter.isspace(), place(at)[0]) for at, letter in enumerate(letters, start)]
    for _, group in groupby(range(len(letters)), where.__getitem__):
        yield "".join(letters[at] for at in group)


def _sided(text: str) -> Iterator[tuple[str, str]]:
    """Yield each letter with its side; an accent is of its letter's."""
    side = ""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        side = side if kind == "NSM" else _SIDES.get(kind, "")
        yield letter, side


def drawn(letters: str, parts: list[range], place: Place) -> Iterator[Piece]:
    """Yield the pieces of lines of PDFium's with neutral signs as they are drawn."""
    for part in parts:
        yield from _unmirrored(list(_pieces(letters[part.start : part.stop], part.start, place)))


def _unmirrored(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a line, the signs that PDFium has mirrored as they are drawn.

    So are those after a word that goes to the left, numbers between or not, and where PDFium reads
    the whole line so, those before the first word that does not.
    """
    leftward = bool(pieces) and pieces[0].left > pieces[-1].left
    for piece in pieces:
        if sides := {unicodedata.bidirectional(letter) for letter in piece.letters} & _STRONG:
            leftward = "L" not in sides
        mirrored = leftward and not piece.side
        sign = bidi.MIRROR.get(piece.letters, piece.letters) if mirrored else piece.letters
        yield piece._replace(letters=sign)
