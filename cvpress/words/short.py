"""Slips in the small words: "te" for "the", "nd" for "and", "fo" for "of".

Words of two letters are otherwise units, abbreviations and particles, so only these are told.
"""

from __future__ import annotations

import re

from cvpress.words import lookup
from cvpress.words.made import PREFIX
from cvpress.words.near import one_slip
from cvpress.words.nearest import usual
from cvpress.words.right import CUT, known
from cvpress.words.suggest import ranked
from cvpress.words.text import Text

_LONGEST = 3
_UNIT = re.compile(r"(?:\d|\d[\s\u00a0\u202f]|/\s?)$")


def short(text: Text, at: int) -> tuple[str, ...]:
    """Return the small words that may be meant by a word of two letters, () where it is right."""
    token = text.tokens[at]
    if not token.word.islower() or token.word in lookup.terms():
        return ()
    if text.role in ("skill", "label", "person", "place"):
        return ()
    if token.hyphenated:
        return _part(text, at)
    if len(token.word) != 2:
        return ()
    if (
        CUT.match(text.reading, token.end)
        or _UNIT.search(text.reading[: token.start])
        or _beside_foreign(text, at)
    ):
        return ()
    return ranked(
        token.word, (word for word in one_slip(token.word, lookup.common(), 2) if _small(word))
    )


def _part(text: Text, at: int) -> tuple[str, ...]:
    """Return what may be meant by a part of three letters of a word with hyphens: kow-how."""
    token = text.tokens[at]
    low = token.word
    if len(low) != _LONGEST or known(low) or PREFIX.fullmatch(low) or lookup.name(low):
        return ()
    joined = [
        other
        for other in text.tokens[max(at - 1, 0) : at + 2]
        if abs(other.start - token.end) == 1 or abs(token.start - other.end) == 1
    ]
    if not joined or not all(len(other.word) > 1 and known(other.word) for other in joined):
        return ()
    return ranked(low, (word for word in one_slip(low, lookup.common()) if usual(word, 1)))


def _small(word: str) -> bool:
    size = lookup.size(word)
    return len(word) <= _LONGEST and size is not None and size <= 1


def _beside_foreign(text: Text, at: int) -> bool:
    beside = text.tokens[max(at - 1, 0) : at] + text.tokens[at + 1 : at + 2]
    return any(lookup.foreign(other.lower) for other in beside)
