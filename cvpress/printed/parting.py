"""Where a line with Hebrew or Arabic is parted into what is read by itself."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.printed.pieces import Piece

SEPARATORS = frozenset("|·•")
COMMAS = frozenset(",;")
WIDE = 1.2  # a gap of so many heights of a letter parts two columns


def parting(seen: list[Piece], base: int) -> list[int]:
    """Return the pieces with which begins what is read by itself, of a line seen from its start.

    So are columns, what bars part, and the bars; and more where the line starts at the right.
    """
    marks = {0, *(_marks_leftward(seen) if base else ())}
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


def _marks_leftward(seen: list[Piece]) -> Iterator[int]:
    """Yield what is read by itself in a line that starts at the right, and what is behind it.

    So are the number of an entry, a comma that stands close to what is right of it, and an icon,
    one glyph for the name of a network and a colon.
    """
    letters = [piece.letters for piece in seen]
    if letters[1:2] == ["."] and letters[0].isdigit():
        yield 2
    for at in range(1, len(seen) - 1):
        if letters[at] in COMMAS and letters[at - 1] != " " and letters[at + 1] == " ":
            yield from (at, at + 1)
        if seen[at - 1].left == seen[at].left and (seen[at - 1].side, seen[at].side) == ("", "L"):
            yield from (at - 1, at + 1)
