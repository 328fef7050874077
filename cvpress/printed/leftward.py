"""The letters of lines with Hebrew or Arabic in the order in which they are read.

PDFium gets a line as it is seen, and turns around what goes to the left: word by word, not by
stretches. “Google Inc.” in a Hebrew line is “.Inc Google” to it, and where most words are Latin the
Hebrew ones stay in the order in which they are seen. So such a line is put together anew, from the
places of its words, by the whole algorithm (`cvpress.bidi`). A line without such letters is left
alone, unless the PDF says that its language goes to the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from cvpress import bidi
from cvpress.printed import lines
from cvpress.printed.glyphs import Place

SEPARATORS = frozenset("|·•")
NARROW = 0.05  # a gap of so many heights of a letter is a space
WIDE = 1.2  # a gap of so many heights of a letter parts two columns
_STRONG = frozenset(("L", "R", "AL"))
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
    order = lines.order(letters, place)
    letters = "".join(letters[index] for index in order)
    there = Read(letters, order).places(place)
    read, done = [], 0
    for line in lines.lines(letters, there, lambda at: baseline(order[at])):
        start, end = line.parts[0].start, line.parts[-1].stop
        read += [(letters[at], at) for at in range(done, start)]
        if base or bidi.mixed(line.among):
            read += _line(list(_drawn(letters, line.parts, there)), base)
        else:
            read += [(letters[at], at) for at in range(start, end)]
        done = end
        read += [("\n", done - 1)] if letters[done : done + 1] not in ("", "\r", "\n") else []
    text = "".join(letter for letter, _ in read) + letters[done:]
    return Read(text, [*(order[at] for _, at in read), *order[done:]])


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


def _line(pieces: list[_Piece], base: int) -> list[tuple[str, int]]:
    """Return the letters of a line in the order in which they are read, with their indices."""
    seen = sorted(_spaced(pieces), key=lambda piece: piece.left, reverse=bool(base))
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


def _drawn(letters: str, parts: list[range], place: Place) -> Iterator[_Piece]:
    """Yield the pieces of lines of PDFium's with neutral signs as they are drawn."""
    for part in parts:
        yield from _unmirrored(list(_pieces(letters[part.start : part.stop], part.start, place)))


def _unmirrored(pieces: list[_Piece]) -> Iterator[_Piece]:
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


def _spaced(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces with a space in each gap, whatever PDFium takes for one.

    Where it has turned words around, its spaces are at the wrong end of theirs.
    """
    before: _Piece | None = None
    solid = (piece for piece in pieces if not piece.letters.isspace())
    for piece in sorted(solid, key=lambda piece: piece.left):
        if _based(piece.letters):
            if before and _gap(before, piece):
                middle = (before.right + piece.left) / 2
                yield piece._replace(side="", letters=" ", left=middle)
            before = max(before or piece, piece, key=lambda piece: piece.right)
        yield piece


def _gap(before: _Piece, piece: _Piece) -> bool:
    return piece.left - before.right > NARROW * min(before.height, piece.height)


def _based(letters: str) -> bool:
    return any(unicodedata.category(letter) != "Mn" for letter in letters)


def _levels(seen: list[_Piece], base: int) -> Iterator[int]:
    """Yield the level of each piece of a line that is seen from its start."""
    text = "".join(_looked_at(piece, base) for piece in seen)
    found = bidi.by_itself(text, base, seen=True)
    at = 0
    for piece in seen:
        yield found[at]
        at += len(piece.letters)


def _marks(seen: list[_Piece], base: int) -> list[int]:
    """Return the pieces with which begins what is read by itself, of a line seen from its start.

    So are columns, what bars part, and the bars; and what stands behind the number of an entry.
    """
    numbered = (
        base and [piece.letters for piece in seen[1:2]] == ["."] and seen[0].letters.isdigit()
    )
    marks = {0, 2} if numbered else {0}
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
