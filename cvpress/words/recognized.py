"""In which language texts are, told by their small words: der, und; och, att; 的, 在.

Of English text one word in eight at least is one of its own small words, of text in another
language hardly any. So a few words of a language among many of English, as in names and titles,
tell nothing; and of a text too short to be sure nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from string import ascii_lowercase

from cvpress import resources
from cvpress.words import lookup

ENGLISH = "en"
_LEAST = 4  # so many small words tell a language,
_KINDS = 3  # so many of them different, and more than a letter,
_AMONG = 12  # one at least among so many words,
_EACH = 3  # and so many for each English one
_ALONE = frozenset(ascii_lowercase)  # a letter alone is a weak sign
_SINGLE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"  # characters that are words, or little less
_LETTER = rf"[^\W\d_{_SINGLE}]"


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word (6 ms to make, so only where a CV says no language)."""
    # a letter alone is a word between spaces: not in "driver's", "e.g.", "w/", "R&D"
    longer = rf"{_LETTER}(?:{_LETTER}+|[\u0300-\u036f]+)+"
    return re.compile(rf"[{_SINGLE}]|{longer}|(?<!\S){_LETTER}(?!\S)")


@cache
def _table() -> dict[str, tuple[str, frozenset[str]]]:
    """Return the name and the small words of each language, by its tag."""
    lines = resources.data("small.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {tag: (name, frozenset(words.split())) for tag, name, words in rows}


def name(tag: str) -> str:
    """Return the English name of a language that `recognize` tells."""
    return _table()[tag][0]


def recognize(texts: Iterable[str]) -> str:
    """Return the tag of the language, other than English, that texts are surely in; else ""."""
    counts = Counter(_word().findall(_low("\n".join(texts))))
    found = {tag: sum(_each(counts, small)) for tag, (_, small) in _table().items()}
    english, total = found.pop(ENGLISH), counts.total()
    tag = max(found, key=found.__getitem__)
    if found[tag] < max(_LEAST, _EACH * english, total / _AMONG):
        return ""
    if len((counts.keys() & _table()[tag][1]) - _ALONE) < _KINDS:
        return ""
    known = sum(_each(counts, lookup.common()))  # asked last, as it is asked of few CVs
    return tag if 2 * known < total else ""


@cache
def small() -> tuple[frozenset[str], frozenset[str]]:
    """Return the small words of English, and those of other languages of two letters or more."""
    tables = {tag: words for tag, (_, words) in _table().items()}
    english = tables.pop(ENGLISH)
    return english, frozenset().union(*tables.values()) - _ALONE


def shown(text: str, tag: str) -> tuple[int, int] | None:
    """Return the stretch of the first word of a text that tells a language, or None."""
    small = _table()[tag][1]
    found = (word.span() for word in _word().finditer(text) if _low(word.group()) in small)
    return next(found, None)


def _each(counts: Counter[str], words: frozenset[str]) -> Iterator[int]:
    return (counts[word] for word in counts.keys() & words)


def _low(text: str) -> str:
    """Return a text in lower case, with letters as the table has them: also of İş, and those whose
    accents stand beside them."""
    low = text.lower()
    return low if low.isascii() else unicodedata.normalize("NFC", low.replace("i\u0307", "i"))
