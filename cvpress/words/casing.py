"""Names that are always written one way: PyTorch, GitHub, gem5.

Some are also words of English (a cutlass) or of other things (Triton): those are only judged in
lists of skills, or Capitalised in mid-sentence, and never in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cvpress.words import lookup
from cvpress.words.text import CODE, Text, blank

TOKEN = re.compile(r"[^\W_](?:[\w.+#-]*[\w+#])?")
_PART = re.compile(r"[^-]+")
_WORDS_ELSEWHERE = frozenset({"llama", "minio"})  # Spanish: calls, red lead
_LONG = 6  # so long, a name in lower case is hardly a word of another language


class Miscased(NamedTuple):
    """A stretch of a text that should be written `right`."""

    start: int
    end: int
    word: str
    right: str


def pieces(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the names and words of a text with their places; `RNA-seq` also as its parts."""
    for found in TOKEN.finditer(blank(CODE, text.reading)):
        yield found.start(), found.group()
        if "-" in found.group():
            for part in _PART.finditer(found.group()):
                yield found.start() + part.start(), part.group()


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


def _sure(word: str, forms: tuple[str, ...], where: str) -> bool:
    if where != "e" or forms[0].isupper() or word.lower() in _WORDS_ELSEWHERE:
        return False
    return not word.islower() or not word.isalpha() or len(word) >= _LONG


def _insisted(text: Text, start: int, word: str, where: str) -> bool:
    if where == "e":
        return True
    if word.islower():
        return False
    in_sentence = text.role == "prose" and not text.opens(start)
    return text.role == "skill" or (where == "m" and in_sentence)
