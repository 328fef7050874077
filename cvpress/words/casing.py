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


def miscased(text: Text, allowed: frozenset[str]) -> Iterator[Miscased]:
    """Yield what is written otherwise than its makers write it; `allowed` are words as written."""
    if text.role == "person" or text.shouted:
        return
    end = 0
    for start, word in pieces(text):
        if start < end or word in allowed:
            continue
        forms, where = lookup.casing().get(word.lower(), ((), ""))
        if forms and word not in forms and _insisted(text, start, word, where):
            end = start + len(word)
            yield Miscased(start, end, word, forms[0])


def _insisted(text: Text, start: int, word: str, where: str) -> bool:
    if where == "e":
        return True
    if word.islower():
        return False
    in_sentence = text.role == "prose" and not text.opens(start)
    return text.role == "skill" or (where == "m" and in_sentence)
