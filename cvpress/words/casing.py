"""Names that are always written one way: PyTorch, GitHub, gem5.

Some are also words of English (a cutlass) or of other things (Triton): those are only judged in
lists of skills, or Capitalised in mid-sentence, and never in lower case. Products of one capital
(Docker) are judged in lower case alone, where the same CV has their capital three times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cvpress.words import lookup
from cvpress.words.text import Text, blank

TOKEN = re.compile(r"[^\W_](?:[\w.+#-]*[\w+#])?")
_PART = re.compile(r"[^-]+")
# Scripts that set no space between words: 使用Pytorch实现
_UNPARTED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_WORDS_ELSEWHERE = frozenset({"llama", "minio"})  # Spanish: calls, red lead
_OFTEN = 3
# "3d" is also the third of a court or a book
_DIMENSIONS = re.compile(
    r"(?<![\w.])([23])d(?= (?:anim|art|CAD|comput|design|game|graphic|imag|laser|map|media|model"
    r"|object|print|project|reconstruct|render|scan|scene|sculpt|simulat|visuali[sz]|world)\w*)"
)
_LONG = 6  # so long, a name in lower case is hardly a word of another language


class Miscased(NamedTuple):
    """A stretch of a text that should be written `right`."""

    start: int
    end: int
    word: str
    right: str


@lru_cache(maxsize=2048)
def pieces(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the names and words of a text with their places; `RNA-seq` also as its parts.

    Cached: two checks ask for the same texts.
    """
    found: list[tuple[int, str]] = []
    letters = text.uncoded
    if not letters.isascii():
        letters = blank(_UNPARTED, letters)
    for token in TOKEN.finditer(letters):
        found.append((token.start(), token.group()))
        if "-" in token.group():
            parts = _PART.finditer(token.group())
            found += [(token.start() + part.start(), part.group()) for part in parts]
    return tuple(found)


def miscased(text: Text, allowed: frozenset[str], english: bool = True) -> Iterator[Miscased]:
    """Yield what is written otherwise than its makers write it; `allowed` are words as written.

    Of a text that is not English only what is sure: a name in lower case may be a word there
    (llama), an acronym may have become one (Unesco, Nato), German capitals tell nothing (Latex).
    """
    if text.role == "person" or text.shouted:
        return
    end = 0
    for start, word in pieces(text):
        if start < end or word in allowed:
            continue
        forms, where = lookup.casing().get(word.lower(), ((), ""))
        if not forms or word in forms or not _insisted(text, start, word, where):
            continue
        if english or text.role == "skill" or _sure(word, forms, where):
            end = start + len(word)
            yield Miscased(start, end, word, forms[0])


def dimensions(text: Text) -> Iterator[Miscased]:
    """Yield 3d and 2d before what has dimensions."""
    if "d " in text.reading and text.role != "person":
        for found in _DIMENSIONS.finditer(text.reading):
            yield Miscased(found.start(), found.end(), found.group(), f"{found[1]}D")


@cache
def _products() -> dict[str, str]:
    return {low: forms[0] for low, (forms, where) in lookup.casing().items() if where == "t"}


def lowered(texts: Sequence[Text], allowed: frozenset[str]) -> Iterator[tuple[int, Miscased]]:
    """Yield products in lower case in prose that have their capital three times in a document."""
    products = _products()
    counts: Counter[str] = Counter()
    low: list[tuple[int, Miscased]] = []
    for number, text in enumerate(texts):
        for token in text.tokens:
            right = products.get(token.lower)
            if right == token.word:
                counts[right] += 1
            elif right and token.word.islower() and text.role == "prose" and not token.hyphenated:
                low.append((number, Miscased(token.start, token.end, token.word, right)))
    yield from (one for one in low if counts[one[1].right] >= _OFTEN and one[1].word not in allowed)


def _sure(word: str, forms: tuple[str, ...], where: str) -> bool:
    if where != "e" or forms[0].isupper() or word.lower() in _WORDS_ELSEWHERE:
        return False
    return not word.islower() or not word.isalpha() or len(word) >= _LONG


def _insisted(text: Text, start: int, word: str, where: str) -> bool:
    if where == "e":
        return True
    if word.islower() or where == "t":
        return False
    in_sentence = text.role == "prose" and not text.opens(start)
    return text.role == "skill" or (where == "m" and in_sentence)
