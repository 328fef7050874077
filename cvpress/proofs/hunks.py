"""Where two lists of tokens differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

SMALL = 100_000  # difflib is quadratic: beyond this product the lists are cut at anchors first


class Hunk(NamedTuple):
    """The tokens [first, last) of one list that stand against [start, end) of the other."""

    first: int
    last: int
    start: int
    end: int


def hunks(wanted: Sequence[str], seen: Sequence[str]) -> Iterator[Hunk]:
    """Yield where the lists differ, in order; what is only in `seen` is no difference."""
    for first, last, start, end in _pieces(wanted, seen):
        if (last - first) * (end - start) > SMALL:
            yield Hunk(first, last, start, end)
            continue
        matcher = SequenceMatcher(None, wanted[first:last], seen[start:end], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag in ("delete", "replace"):
                yield Hunk(first + a, first + b, start + c, start + d)


def _pieces(wanted: Sequence[str], seen: Sequence[str]) -> Iterator[Hunk]:
    """Cut both lists at the tokens that stand once in each, where they come in the same order."""
    if len(wanted) * len(seen) <= SMALL:
        yield Hunk(0, len(wanted), 0, len(seen))
        return
    first, start = 0, 0
    for here, there in _anchors(wanted, seen):
        yield Hunk(first, here, start, there)
        first, start = here + 1, there + 1
    yield Hunk(first, len(wanted), start, len(seen))


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
