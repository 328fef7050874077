"""Printed words as the lines that an eye sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cvpress.printed.model import Printed, Word
from cvpress.proofs.scope import foreign

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
    """Return the lines of a page without its foot and, of another tool's, without its head.

    `feet`: the printed words that are known to be feet. Another tool's are told by the page before,
    which has such a line at the same height; figures don't count.
    """
    found = _of(printed, page, feet)
    if not foreign(printed):
        return found
    before = [_said(printed, line) for line in _of(printed, page - 1, feet)]
    edges = [line for line in (found[:1], found[-1:]) if line]
    again = [line for (line,) in edges if any(_alike(_said(printed, line), b) for b in before)]
    return [line for line in found if line not in again]


def _of(printed: Printed, page: int, feet: frozenset[int]) -> list[list[int]]:
    words = (index for index, word in enumerate(printed.words) if word.page == page)
    return list(lines(printed, (index for index in words if index not in feet)))


def _said(printed: Printed, line: list[int]) -> tuple[str, float]:
    """Return the letters of a line without its figures, and its height on the page."""
    letters = "".join(printed.words[index].text for index in line)
    return "".join(sign for sign in letters if not sign.isdigit()), printed.words[line[0]].box.top


def _alike(one: tuple[str, float], other: tuple[str, float]) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) < SAME


def _middle(word: Word) -> float:
    return (word.box.bottom + word.box.top) / 2
