"""Texts as tokens: what is left of a text when line breaks, spaces and separators don't count.

A token is a run of letters and digits, a single sign, or one letter of a script that is written
without spaces. So “co-locate” is three tokens, whether a line was broken at its hyphen or not, and
a comma that a theme puts after a value stands apart from it. A lost or added space inside letters
does show: it makes other tokens.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cvpress import bidi
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


def tokens_of(word: str, fold: Fold = str) -> list[str]:
    """Return the tokens of a printed word."""
    return _TOKEN.findall(fold(unicodedata.normalize("NFC", word).translate(_READ)))


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens of a text, each with the offset where it begins."""
    return ((match[0], match.start()) for match in _TOKEN.finditer(text))
