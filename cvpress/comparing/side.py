"""One of the two PDFs: its words, their tokens, and the section that each of them is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from cvpress.printed.model import Bookmark, Page, Printed, Word
from cvpress.proofs.differences import BULLETS
from cvpress.proofs.stream import FURNITURE, Stream, stream

EDGE = 0.07  # of a page's height, at its head and at its foot: where page numbers stand
MARKS = 200  # bookmarks that are looked at
_LEAST = 12  # words of a heading that are looked at


@dataclass(frozen=True)
class Side:
    """What was read from one PDF, without its page numbers."""

    printed: Printed

    @cached_property
    def stream(self) -> Stream:
        """The printed tokens, each with the number of its word."""
        return stream(self.printed)

    @cached_property
    def _sections(self) -> tuple[list[int], list[str]]:
        return _sections(self.printed)

    def section(self, word: int) -> str:
        """Return the section of a word: its heading, below the one that it is part of.

        Of a PDF without bookmarks it is the page.
        """
        starts, titles = self._sections
        if not titles:
            return f"page {self.printed.words[word].page}" if self.printed.words else ""
        at = bisect_right(starts, word) - 1
        return titles[at] if at >= 0 else ""

    def text(self, first: int, last: int) -> str:
        """Return the words [first, last), with spaces between them."""
        return " ".join(word.text for word in self.printed.words[first:last])

    def begins_line(self, token: int) -> bool:
        """Return whether a line begins with a token."""
        numbers = self.stream.words
        word = numbers[token]
        return self.line(word)[0] == word and (not token or numbers[token - 1] != word)

    def begins_bullet(self, word: int) -> bool:
        """Return whether a bullet begins with a word: its sign."""
        return self.printed.words[word].text in BULLETS and self.line(word)[0] == word

    def line(self, word: int) -> tuple[int, int]:
        """Return the words [first, last) that are read one after the other on a word's line."""
        words, first, last = self.printed.words, word, word + 1
        while first and _alike(words[first - 1], words[word]):
            first -= 1
        while last < len(words) and _alike(words[last], words[word]):
            last += 1
        return first, last


def side(printed: Printed) -> Side:
    """Return one side of a comparison. Page numbers are no words of a CV."""
    sizes = {page.number: page for page in printed.pages}
    kept: list[Word] = []
    line: list[Word] = []
    for word in printed.words:
        if line and not _alike(line[-1], word):
            kept += [] if _furniture(line, sizes[line[0].page]) else line
            line = []
        line.append(word)
    kept += line if not line or not _furniture(line, sizes[line[0].page]) else []
    return Side(replace(printed, words=tuple(kept)))


def _alike(one: Word, other: Word) -> bool:
    """Return whether two words stand on one line."""
    middle = (other.box.bottom + other.box.top) / 2
    return one.page == other.page and one.box.bottom <= middle <= one.box.top


def _furniture(line: list[Word], page: Page) -> bool:
    """Return whether a line at the edge of a page is one that numbers it."""
    middle = (line[0].box.bottom + line[0].box.top) / 2 / page.height
    at_edge = middle < EDGE or middle > 1 - EDGE
    numbers = re.findall(r"\d+", " ".join(word.text for word in line))
    return at_edge and len(line) <= FURNITURE and str(page.number) in numbers


def _sections(printed: Printed) -> tuple[list[int], list[str]]:
    """Return where sections begin, as numbers of words, and their titles."""
    found: dict[int, str] = {}
    above: list[str] = []
    at = 0
    pages: dict[int, list[int]] = {}
    for number, word in enumerate(printed.words):
        pages.setdefault(word.page, []).append(number)
    for mark in printed.bookmarks[:MARKS]:
        above = [*above[: mark.depth], mark.title]
        start = _start(printed.words, pages.get(mark.page, []), mark, at)
        if start is not None:
            at = start
            found[start] = " / ".join(above)
    starts = sorted(found)
    return starts, [found[start] for start in starts]


def _start(words: tuple[Word, ...], on_page: list[int], mark: Bookmark, least: int) -> int | None:
    """Return the word with which the section of a bookmark begins; `on_page`: those of its page.

    The words of its title: rather where they are a line, near the place to which the bookmark
    leads, and after the section before it. Of a heading that is not printed the first word below.
    """
    title = _letters(mark.title)
    top = mark.top

    def unlike(place: tuple[int, int]) -> tuple[int, float, bool, int]:
        at, end = place
        beside = int(at > 0 and _alike(words[at - 1], words[at]))
        beside += int(end < len(words) and _alike(words[end - 1], words[end]))
        away = abs(words[at].box.top - top) if top is not None else 0.0
        return beside, away, at < least, at

    ends = ((at, _spelled(words, at, title)) for at in on_page)
    titled = [(at, end) for at, end in ends if end]
    if titled:
        return min(titled, key=unlike)[0]
    return next((at for at in on_page if top is None or words[at].box.top <= top), None)


def _spelled(words: tuple[Word, ...], start: int, title: str) -> int:
    """Return the end of the words that spell a title from one on; 0 where they don't."""
    letters = ""
    for at, word in enumerate(words[start : start + _LEAST], start + 1):
        letters += _letters(word.text)
        if not title.startswith(letters):
            return 0
        if title and letters == title:
            return at
    return 0


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
