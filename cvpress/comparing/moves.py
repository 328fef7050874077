"""Words that are lost in one place and stand in another one: they have moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvpress.comparing.side import Side
from cvpress.proofs.hunks import Hunk

GRAM = 4  # tokens that a move has at least
TELLING = 3  # of them words: a date is found anywhere
TRIED = 20  # places of the same tokens that are looked at


class Move(NamedTuple):
    """Words that stand elsewhere: [first, last) of the old ones, [start, end) of the new ones."""

    first: int
    last: int
    start: int
    end: int


def moved(old: Side, new: Side, hunks: Sequence[Hunk]) -> Iterator[Move]:
    """Yield what is lost in one place and stands in another one."""
    came = _Grams(new, hunks)
    for hunk in hunks:
        at = hunk.first
        while at <= hunk.last - GRAM:
            start, size = came.longest(old.stream.tokens, at, hunk.last)
            move = _trimmed(old, new, at, start, size) if size >= GRAM else None
            if move:
                came.take(start, size)
                yield move
            at += max(size, 1)


class _Grams:
    """The tokens that are only in the new PDF, to be found by four of them in a row."""

    def __init__(self, new: Side, hunks: Sequence[Hunk]) -> None:
        self._tokens = new.stream.tokens
        self._free = bytearray(len(self._tokens))
        self._places: dict[tuple[str, ...], list[int]] = {}
        for hunk in hunks:
            self._free[hunk.start : hunk.end] = b"\1" * (hunk.end - hunk.start)
            for at in range(hunk.start, hunk.end - GRAM + 1):
                self._places.setdefault(self._tokens[at : at + GRAM], []).append(at)

    def longest(self, tokens: tuple[str, ...], at: int, end: int) -> tuple[int, int]:
        """Return where the most of tokens[at:end] stand in the new PDF, and how many."""
        places = self._places.get(tokens[at : at + GRAM], [])[:TRIED]
        sizes = ((self._size(tokens, at, end, place), -place) for place in places)
        size, place = max(sizes, default=(0, 0))
        return -place, size

    def _size(self, tokens: tuple[str, ...], at: int, end: int, place: int) -> int:
        size = 0
        while (
            at + size < end
            and place + size < len(self._tokens)
            and self._free[place + size]
            and tokens[at + size] == self._tokens[place + size]
        ):
            size += 1
        return size

    def take(self, start: int, size: int) -> None:
        """Give tokens away: they are no other's."""
        self._free[start : start + size] = bytes(size)


def _trimmed(old: Side, new: Side, first: int, start: int, size: int) -> Move | None:
    """Return tokens that moved as whole words of both sides; None where too few are left."""
    one, other = old.stream.words, new.stream.words
    last, end = first + size, start + size
    while first < last and (_cut(one, first) or _cut(other, start)):
        first, start = first + 1, start + 1
    while first < last and (_cut(one, last) or _cut(other, end)):
        last, end = last - 1, end - 1
    if sum(map(str.isalpha, old.stream.tokens[first:last])) < TELLING:
        return None
    return Move(one[first], one[last - 1] + 1, other[start], other[end - 1] + 1)


def _cut(words: Sequence[int], at: int) -> bool:
    """Return whether a cut before a token would part a word."""
    return 0 < at < len(words) and words[at - 1] == words[at]
