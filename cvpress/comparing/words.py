"""Which words are lost, added, changed or moved.

Both PDFs are read as tokens (`cvpress.proofs.tokens`), so that a line broken elsewhere changes
nothing. What differs is widened to whole words, as it is shown; what is lost in one place and
stands in another one, four tokens at least, has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cvpress.comparing.moves import Move, moved
from cvpress.comparing.side import Side
from cvpress.proofs.hunks import Hunk, changes

LONE = 3  # letters between two changes that don't part them: “of”, a comma
Range = tuple[int, int]


class Differences(NamedTuple):
    """Hunks of words, and moves of words; what has moved is in no hunk."""

    hunks: list[Hunk]
    moves: list[Move]


def tokens_changed(old: Side, new: Side) -> list[Hunk]:
    """Return where the tokens of two PDFs differ, in order."""
    found: list[Hunk] = []
    for hunk in changes(old.stream.tokens, new.stream.tokens):
        if found and _lone(old.stream.tokens[found[-1].last : hunk.first]):
            hunk = Hunk(found[-1].first, hunk.last, found[-1].start, hunk.end)
            found.pop()
        found.append(_slid(old, new, hunk, found[-1] if found else Hunk(0, 0, 0, 0)))
    return found


def _slid(old: Side, new: Side, hunk: Hunk, before: Hunk) -> Hunk:
    """Return what came or went, begun where a line begins if it can be read so, too.

    Where “• b” follows on “• a”, it is as true that “b •” came after the first bullet.
    """
    added = hunk.first == hunk.last
    if not added and hunk.start != hunk.end:
        return hunk
    side, start, end = (new, *hunk[2:]) if added else (old, *hunk[:2])
    room = min(hunk.first - before.last, hunk.start - before.end)
    tokens = side.stream.tokens
    for steps in range(room + 1):
        if side.begins_line(start - steps):
            return Hunk(*(place - steps for place in hunk))
        if not start - steps or tokens[start - steps - 1] != tokens[end - steps - 1]:
            break
    return hunk


def _lone(between: Sequence[str]) -> bool:
    return len(between) <= LONE and sum(map(len, between)) <= LONE


def differences(old: Side, new: Side, hunks: Sequence[Hunk]) -> Differences:
    """Return what differs in words, given where the tokens do."""
    moves = list(moved(old, new, hunks))
    went = {word for move in moves for word in range(move.first, move.last)}
    came = {word for move in moves for word in range(move.start, move.end)}
    left: list[Hunk] = []
    for hunk in _whole(old, new, hunks):
        olds = list(_runs(range(hunk.first, hunk.last), went))
        news = list(_runs(range(hunk.start, hunk.end), came))
        for part in _parted(hunk, olds, news):
            left += _bullets(old, new, part)
    return Differences(left, moves)


def _parted(hunk: Hunk, olds: list[Range], news: list[Range]) -> Iterator[Hunk]:
    """Yield what is left of a hunk without what moved: one change, or losses and additions."""
    if len(olds) == 1 and len(news) == 1:
        yield Hunk(*olds[0], *news[0])
        return
    for first, last in olds:
        yield Hunk(first, last, hunk.start, hunk.start)
    for start, end in news:
        yield Hunk(hunk.last, hunk.last, start, end)


def _bullets(old: Side, new: Side, hunk: Hunk) -> Iterator[Hunk]:
    """Yield several bullets that came or went together one by one."""
    first, last, start, end = hunk
    if first < last and start < end:
        yield hunk
        return
    side, low, high = (old, first, last) if first < last else (new, start, end)
    cuts = [word for word in range(low + 1, high) if side.begins_bullet(word)]
    for one, other in pairwise((low, *cuts, high)):
        yield Hunk(one, other, start, end) if first < last else Hunk(first, last, one, other)


def _runs(words: range, without: set[int]) -> Iterator[Range]:
    """Yield the runs of words that are not among others."""
    start = None
    for word in (*words, words.stop):
        inside = word < words.stop and word not in without
        if inside and start is None:
            start = word
        elif not inside and start is not None:
            yield start, word
            start = None


def _whole(old: Side, new: Side, hunks: Sequence[Hunk]) -> list[Hunk]:
    """Return hunks of tokens as hunks of whole words; those that touch then are one."""
    found: list[Hunk] = []
    for hunk in hunks:
        first, last = _words(old, hunk.first, hunk.last)
        start, end = _words(new, hunk.start, hunk.end)
        if hunk.first == hunk.last:
            first, last = _beside(old, hunk.first, new, hunk.start, hunk.end)
        if hunk.start == hunk.end:
            start, end = _beside(new, hunk.start, old, hunk.first, hunk.last)
        if found and (first < found[-1].last or start < found[-1].end):
            first, start = found[-1].first, found[-1].start
            found.pop()
        found.append(Hunk(first, last, start, end))
    return [hunk for hunk in found if _seen(old, hunk[:2]) != _seen(new, hunk[2:])]


def _seen(side: Side, words: Range) -> str:
    return side.text(*words)


def _words(side: Side, first: int, last: int) -> Range:
    """Return the words that tokens belong to; of no tokens the place between two words."""
    numbers = side.stream.words
    if first == last:
        at = numbers[first] if first < len(numbers) else len(side.printed.words)
        return at, at
    return numbers[first], numbers[last - 1] + 1


def _beside(side: Side, at: int, other: Side, start: int, end: int) -> Range:
    """Return the word that a pure addition grows, on the side that lacks it; else a place.

    “Inc” that becomes “Inc,” is a word that changed, not a comma that came.
    """
    numbers = other.stream.words
    grows = at and start and numbers[start - 1] == numbers[start]
    leads = end < len(numbers) and numbers[end - 1] == numbers[end] and at < len(side.stream.words)
    first = at - 1 if grows else at
    last = at + 1 if leads else at
    return _words(side, first, last)
