"""Where two lists of tokens differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

SMALL = 100_000  # difflib is quadratic: beyond this product the lists are cut at anchors first
DEEPEST = 20  # how often; lists made to be cut at their ends alone would go on for ever


class Hunk(NamedTuple):
    """The tokens [first, last) of one list that stand against [start, end) of the other."""

    first: int
    last: int
    start: int
    end: int


def hunks(wanted: Sequence[str], seen: Sequence[str]) -> Iterator[Hunk]:
    """Yield where the lists differ, in order; what is only in `seen` is no difference."""
    return (hunk for hunk in changes(wanted, seen) if hunk.last > hunk.first)


def changes(wanted: Sequence[str], seen: Sequence[str]) -> Iterator[Hunk]:
    """Yield where the lists differ, in order, what is only in one of them, too."""
    for piece in _pieces(wanted, seen, Hunk(0, len(wanted), 0, len(seen))):
        first, last, start, end = piece
        if (last - first) * (end - start) > SMALL:
            yield piece
            continue
        matcher = SequenceMatcher(None, wanted[first:last], seen[start:end], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield Hunk(first + a, first + b, start + c, start + d)


def _pieces(
    wanted: Sequence[str], seen: Sequence[str], piece: Hunk, depth: int = 0
) -> Iterator[Hunk]:
    """Cut a piece of both lists at the tokens that stand once in each, in the same order.

    What is still large is cut again: a token may be the only one of its kind there.
    """
    first, last, start, end = piece
    large = (last - first) * (end - start) > SMALL and depth < DEEPEST
    cuts = _anchors(wanted[first:last], seen[start:end]) if large else []
    if not cuts:
        yield piece
        return
    for here, there in (*cuts, (piece.last - piece.first, piece.end - piece.start)):
        low, high = piece.first + here, piece.start + there
        yield from _pieces(wanted, seen, Hunk(first, low, start, high), depth + 1)
        first, start = low + 1, high + 1


def _anchors(wanted: Sequence[str], seen: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of places of unique tokens: the longest rising sequence of them."""
    once, there = Counter(wanted), Counter(seen)
    place = {token: at for at, token in enumerate(seen) if there[token] == 1}
    pairs = [(at, place[t]) for at, t in enumerate(wanted) if once[t] == 1 and t in place]
    tails: list[int] = []  # patience sorting: the least last place of a sequence of each length
    ends: list[int] = []
    before: list[int] = []
    for index, (_, target) in enumerate(pairs):
        length = bisect_left(tails, target)
        tails[length : length + 1] = [target]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    found, at = [], ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
