"""Slips in the small words: "te" for "the", "nd" for "and", "fo" for "of".

Words of two letters are otherwise units, abbreviations and particles, so only these are told.
"""

from __future__ import annotations

import re

from cvpress.words import lookup
from cvpress.words.near import one_slip
from cvpress.words.suggest import ranked
from cvpress.words.text import Text

_LONGEST = 3
_CUT = re.compile(r"\.(?:\S|\s+[^A-Z\s])")  # a full stop that ends no sentence
_UNIT = re.compile(r"(?:\d|\d[\s\u00a0\u202f]|/\s?)$")


def short(text: Text, at: int) -> tuple[str, ...]:
    """Return the small words that may be meant by a word of two letters, () where it is right."""
    token = text.tokens[at]
    if len(token.word) != 2 or not token.word.islower() or token.word in lookup.terms():
        return ()
    if token.hyphenated or text.role in ("skill", "label", "person", "place"):
        return ()
    if (
        _CUT.match(text.reading, token.end)
        or _UNIT.search(text.reading[: token.start])
        or _beside_foreign(text, at)
    ):
        return ()
    return ranked(
        token.word, (word for word in one_slip(token.word, lookup.common(), 2) if _small(word))
    )


def _small(word: str) -> bool:
    size = lookup.size(word)
    return len(word) <= _LONGEST and size is not None and size <= 1


def _beside_foreign(text: Text, at: int) -> bool:
    beside = text.tokens[max(at - 1, 0) : at] + text.tokens[at + 1 : at + 2]
    return any(lookup.terms().get(other.lower, "") in ("n", "f") for other in beside)
