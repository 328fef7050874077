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
from cvpress.printed.parting import parting
from cvpress.printed.pieces import Piece, drawn

NARROW = 0.05  # a gap of so many heights of a letter is a space


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
            read += _line(list(drawn(letters, line.parts, there)), base)
        else:
            read += [(letters[at], at) for at in range(start, end)]
        done = end
        read += [("\n", done - 1)] if letters[done : done + 1] not in ("", "\r", "\n") else []
    text = "".join(letter for letter, _ in read) + letters[done:]
    return Read(text, [*(order[at] for _, at in read), *order[done:]])


def _line(pieces: list[Piece], base: int) -> list[tuple[str, int]]:
    """Return the letters of a line in the order in which they are read, with their indices."""
    where = lambda piece: (piece.left, piece.side != "L")  # noqa: E731
    seen = sorted(_spaced(pieces), key=where, reverse=bool(base))
    marks = parting(seen, base)
    parts = (seen[first:last] for first, last in pairwise((*marks, len(seen))))
    return [letter for part in parts for letter in _part(part, base)]


def _part(seen: list[Piece], base: int) -> Iterator[tuple[str, int]]:
    """Yield the letters of a part of a line in the order in which they are read."""
    pairs = list(zip(seen, _levels(seen, base), strict=True))
    for level in (2, 1)[: 2 - base]:
        pairs = list(_turned(pairs, level))
    for piece, level in pairs:
        yield from _read(piece, level)


def _spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with a space in each gap, whatever PDFium takes for one.

    Where it has turned words around, its spaces are at the wrong end of theirs.
    """
    before: Piece | None = None
    solid = (piece for piece in pieces if not piece.letters.isspace())
    for piece in sorted(solid, key=lambda piece: piece.left):
        if _based(piece.letters):
            if before and _gap(before, piece):
                middle = (before.right + piece.left) / 2
                yield piece._replace(side="", letters=" ", left=middle)
            before = max(before or piece, piece, key=lambda piece: piece.right)
        yield piece


def _gap(before: Piece, piece: Piece) -> bool:
    return piece.left - before.right > NARROW * min(before.height, piece.height)


def _based(letters: str) -> bool:
    return any(unicodedata.category(letter) != "Mn" for letter in letters)


def _levels(seen: list[Piece], base: int) -> Iterator[int]:
    """Yield the level of each piece of a line that is seen from its start."""
    text = "".join(_looked_at(piece, base) for piece in seen)
    found = bidi.by_itself(text, base, seen=True)
    at = 0
    for piece in seen:
        yield found[at]
        at += len(piece.letters)


def _looked_at(piece: Piece, base: int) -> str:
    """Return a piece as the algorithm is to see it: a bracket as if it went the line's way."""
    if not base or piece.side:
        return piece.letters
    return bidi.MIRROR.get(piece.letters, piece.letters)


def _turned(pairs: list[tuple[Piece, int]], level: int) -> Iterator[tuple[Piece, int]]:
    """Turn around each run of pieces at a level or above it."""
    for above, group in groupby(pairs, lambda pair: pair[1] >= level):
        run = list(group)
        yield from reversed(run) if above else run


def _read(piece: Piece, level: int) -> Iterator[tuple[str, int]]:
    """Yield a piece's letters: a sign that goes to the left was drawn mirrored."""
    for at, letter in enumerate(piece.letters, piece.first):
        mirrored = level % 2 and not piece.side
        yield (bidi.MIRROR.get(letter, letter) if mirrored else letter), at
