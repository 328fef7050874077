"""The printed page as tokens in the order in which they are copied: texts are looked for there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from cvpress.printed.model import Printed
from cvpress.proofs.tokens import Fold, Text, tokens_of

FURNITURE = 12  # tokens that a page's foot or head may have: a name, a page number, a date


@dataclass(frozen=True)
class Stream:
    """The printed tokens in the order in which they are copied.

    `words`: for each token the index of its word in `Printed.words`. `breaks`: the tokens with
    which pages begin, but the first one. `found` keeps what `all` has looked up.
    """

    tokens: tuple[str, ...]
    words: tuple[int, ...]
    breaks: tuple[int, ...]
    found: dict[tuple[str, ...], list[tuple[int, int]]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """All tokens as one string, each between spaces."""
        return f" {' '.join(self.tokens)} "

    @cached_property
    def starts(self) -> list[int]:
        """For each token the offset in `text` of the space before it."""
        starts, at = [], 0
        for token in self.tokens:
            starts.append(at)
            at += len(token) + 1
        return starts

    def find(self, text: Text, token: int) -> tuple[int, int] | None:
        """Return where a text stands next, from a token on, as tokens [start, end)."""
        if token >= len(self.tokens):
            return None
        found = [self.text.find(key, self.starts[token]) for key in text.keys]
        at = min((at for at in found if at >= 0), default=-1)
        first = bisect_left(self.starts, at)
        whole = (first, first + len(text.tokens)) if at >= 0 else None
        low = bisect_right(self.breaks, token)
        high = bisect_left(self.breaks, first) if whole else len(self.breaks)
        for page in self.breaks[low:high]:
            across = self._across(text.tokens, page, token)
            if across:
                return across
        return whole or self._turned(text, token)

    def _turned(self, text: Text, token: int) -> tuple[int, int] | None:
        """Return where the tokens of a text that goes both ways stand in another order.

        What is seen on the page can be read in several ways there (“C++ (100%)” among Hebrew), so
        nobody can tell how it was written.
        """
        if not text.both_ways:
            return None
        size, wanted = len(text.tokens), sorted(text.tokens)
        starts = range(token, len(self.tokens) - size + 1)
        there = (at for at in starts if sorted(self.tokens[at : at + size]) == wanted)
        return next(((at, at + size) for at in there), None)

    def all(self, text: Text) -> list[tuple[int, int]]:
        """Return every place where a text stands, in order; looked up once for equal texts."""
        if text.tokens not in self.found:
            places = self.found[text.tokens] = []
            place = self.find(text, 0)
            while place:
                places.append(place)
                place = self.find(text, place[0] + 1)
        return self.found[text.tokens]

    def shown(self, text: Text, place: tuple[int, int]) -> tuple[int, ...]:
        """Return the printed words of a text at a place, without the foot and head between."""
        start, end = place
        size = len(text.tokens)
        before = size
        if end - start > size:  # a page break parts it
            common = self._common(text.tokens, start, end)
            rests = range(common, 0, -1)
            before = next(n for n in rests if self.tokens[end - size + n : end] == text.tokens[n:])
        tokens = (*range(start, start + before), *range(end - size + before, end))
        return tuple(dict.fromkeys(self.words[token] for token in tokens))

    def _across(self, tokens: tuple[str, ...], page: int, least: int) -> tuple[int, int] | None:
        """Return where a text stands that a page break parts, the page's foot and head within.

        It begins in the last words before the break, all but at most FURNITURE tokens are its own,
        and it goes on after at most FURNITURE tokens of the next page.
        """
        for start in range(max(least, page - FURNITURE - len(tokens)), page):
            if self.tokens[start] != tokens[0]:
                continue
            for size in range(self._common(tokens, start, page), 0, -1):
                rest = tokens[size:]
                if not rest or start + size < page - FURNITURE:
                    continue
                for go_on in range(page, page + FURNITURE + 1):
                    if self.tokens[go_on : go_on + len(rest)] == rest:
                        return start, go_on + len(rest)
        return None

    def _common(self, tokens: tuple[str, ...], start: int, end: int) -> int:
        size = 0
        while (
            size < len(tokens) and start + size < end and self.tokens[start + size] == tokens[size]
        ):
            size += 1
        return size


def stream(printed: Printed, fold: Fold = str, without: frozenset[int] = frozenset()) -> Stream:
    """Return the printed words as tokens, their letters folded, `without` some words."""
    tokens: list[str] = []
    words: list[int] = []
    breaks: list[int] = []
    page = printed.words[0].page if printed.words else 1
    for index, word in enumerate(printed.words):
        if word.page != page:
            breaks.append(len(tokens))
            page = word.page
        if index in without:
            continue
        found = tokens_of(word.text, fold)
        tokens += found
        words += [index] * len(found)
    return Stream(tuple(tokens), tuple(words), tuple(breaks))
