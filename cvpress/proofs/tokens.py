"""Texts as tokens: what is left of a text when line breaks, spaces and separators don't count.

A token is a run of letters and digits, a single sign, or one letter of a script that is written
without spaces. So “co-locate” is three tokens, whether a line was broken at its hyphen or not, and
a comma that a theme puts after a value stands apart from it. A lost or added space inside letters
does show: it makes other tokens.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from cvpress import bidi
from cvpress.printed.model import Printed
from cvpress.view.words import Words

# Scripts without spaces between words, where a line may break at any letter: Thai, Lao, Burmese,
# Khmer, Han, kana, bopomofo, Hangul.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"[^\W{_UNSPACED}]+|[{_UNSPACED}]|[^\w\s]")
# What is not seen, and the points on Hebrew and Arabic letters: they are drawn by themselves, and
# each reader puts them where it likes.
_POINTS = (*range(0x591, 0x5BE), 0x5BF, *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670)
_RIGHTWARD = re.compile(r"[A-Za-z\u00c0-\u052f\d]")
_UNSEEN = dict.fromkeys((*map(ord, "\u200b\u200c\u200d\u2060\ufeff"), *_POINTS))
# What the page prints for a sign of the view (cvpress.tex): three dots, hyphens, breaks.
_AS_PRINTED = {**_UNSEEN, ord("…"): "...", 0x2010: "-", 0x2011: "-", 0x00AD: None}
_READ = {**_UNSEEN, ord("…"): "..."}
FURNITURE = 12  # tokens that a page's foot or head may have: a name, a page number, a date
HEADING = 12  # tokens that a heading has at most
Fold = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the view: where it came from, its letters as printed, its tokens."""

    path: str
    plain: str
    tokens: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What `Stream.text` is searched for: the tokens, each between spaces, and in capitals.

        A heading may be printed in capitals, or in small ones: so it is seen, and so it is copied.
        """
        key = f" {' '.join(self.tokens)} "
        return (key,) if len(self.tokens) > HEADING or key.upper() == key else (key, key.upper())

    @property
    def both_ways(self) -> bool:
        """True where it has letters that go to the left, and Latin ones or digits, which do not."""
        return bidi.mixed(self.plain) and bool(_RIGHTWARD.search(self.plain))

    @property
    def weight(self) -> int:
        """How many letters it has: how much it tells of the order when it is found."""
        return sum(map(len, self.tokens))

    def spans(self) -> list[tuple[int, int]]:
        """Return, for each token, where in `plain` the word stands that it belongs to."""
        words = [match.span() for match in re.finditer(r"\S+", self.plain)]
        starts = [start for start, _ in words]
        tokens = (match.start() for match in _TOKEN.finditer(self.plain))
        return [words[bisect_right(starts, at) - 1] for at in tokens]


def texts(words: Iterable[Words], fold: Fold = str) -> list[Text]:
    """Return the texts that have anything to see, in their order, their letters folded."""
    found = []
    for each in words:
        plain = fold(unicodedata.normalize("NFC", each.plain).translate(_AS_PRINTED))
        tokens = tuple(_TOKEN.findall(plain))
        if tokens:
            found.append(Text(each.path, plain, tokens))
    return found


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


def tokens_of(word: str, fold: Fold = str) -> list[str]:
    """Return the tokens of a printed word."""
    return _TOKEN.findall(fold(unicodedata.normalize("NFC", word).translate(_READ)))


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens of a text, each with the offset where it begins."""
    return ((match[0], match.start()) for match in _TOKEN.finditer(text))


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
