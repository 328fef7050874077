"""Printed words as the lines that an eye sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cvpress.printed.model import Printed, Word

SAME = 2.0  # points within which lines of two pages stand at the same height


def lines(printed: Printed, indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the lines of some words, by their indices, from the top of the first page down.

    A word stands on the line whose first word's height holds the middle of its own: small letters
    and raised signs are on the line of their neighbours. Columns side by side share their lines.
    """
    words = printed.words

    def from_the_top(index: int) -> tuple[int, float]:
        return words[index].page, -words[index].box.top

    for _, page in groupby(sorted(indices, key=from_the_top), lambda index: words[index].page):
        line: list[int] = []
        for index in page:
            if line and _middle(words[index]) < words[line[0]].box.bottom:
                yield sorted(line)
                line = []
            line.append(index)
        yield sorted(line)


def own_lines(printed: Printed, page: int, feet: frozenset[int]) -> list[list[int]]:
    """Return the lines of a page without its foot, and without what the page before has there.

    `feet`: the printed words that are known to be feet; other tools have theirs.
    """
    before = [_said(printed, line) for line in _of(printed, page - 1, feet)]

    def again(line: list[int]) -> bool:
        return any(_alike(_said(printed, line), other) for other in before)

    return [line for line in _of(printed, page, feet) if not again(line)]


def _of(printed: Printed, page: int, feet: frozenset[int]) -> Iterator[list[int]]:
    words = (index for index, word in enumerate(printed.words) if word.page == page)
    return lines(printed, (index for index in words if index not in feet))


def _said(printed: Printed, line: list[int]) -> tuple[str, float]:
    """Return the letters of a line without its figures, and its height on the page."""
    letters = "".join(printed.words[index].text for index in line)
    return "".join(sign for sign in letters if not sign.isdigit()), printed.words[line[0]].box.top


def _alike(one: tuple[str, float], other: tuple[str, float]) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) < SAME


def _middle(word: Word) -> float:
    return (word.box.bottom + word.box.top) / 2
