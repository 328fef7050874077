"""Where a text, or a stretch of it, is in another language: Laurea in Lettere, pains au chocolat.

Foreign is a row of words that English lacks, one of which at least is known to be of another
language (`f` and `n` of the terms), or of which none looks like a slip in a word that CVs use.
"""

from __future__ import annotations

from functools import lru_cache

from cvpress.words import lookup
from cvpress.words.made import PREFIX
from cvpress.words.near import one_slip
from cvpress.words.recognized import small
from cvpress.words.right import known
from cvpress.words.text import Text, Token

_ENGLISH = frozenset({"of", "the", "and", "at", "with", "to", "by", "for"})
_JOINED = frozenset(" -'’")
_USED = (
    2  # sizes of SCOWL in tens: so common a word is slipped in, not by chance near a strange one
)
_SHORT = 4
_FEW = 5  # of fewer words than these, a text may be a name


def foreign(text: Text) -> frozenset[int]:
    """Return the numbers of the tokens that stand in a row of foreign words."""
    found: set[int] = set()
    row: list[int] = []
    for at, token in enumerate(text.tokens):
        if row and not _joined(text, text.tokens[at - 1], token):
            found.update(_foreign(text, row))
            row = []
        if _odd(token):
            row.append(at)
        elif row:
            found.update(_foreign(text, row))
            row = []
    return frozenset(found | _foreign(text, row))


@lru_cache(maxsize=16)  # asked for each word of a text; texts are told apart as objects
def names_another(text: Text) -> bool:
    """Return whether a name or a title may be in another language: it has a word that tells so, and
    none of the small words of English."""
    return any(map(_tells, text.tokens)) and not _ENGLISH & {one.lower for one in text.tokens}


def elsewhere(text: Text) -> bool:
    """Return whether a whole text is in another language: it has a small word of one and none of
    English, which knows less than half of its words. One sign of another script tells nothing."""
    words = [token.lower for token in text.tokens if token.word[0] < "\u0370"]
    english, others = small()
    if len(words) < _FEW or not others.intersection(words) or english.intersection(words):
        return False
    return 2 * sum(word in lookup.common() for word in words) < len(words)


def misplaced(text: Text, at: int) -> bool:
    """Return whether a Capitalised word of other languages stands alone among English ones:
    Institut of Education."""
    token = text.tokens[at]
    if not token.capital or token.hyphenated or not _tells(token):
        return False
    others = text.tokens[:at] + text.tokens[at + 1 :]
    if any(map(_tells, others)):
        return False
    english = [other for other in others if known(other.lower) or other.word.isupper()]
    sure = any(len(other.word) > _SHORT or other.lower in _ENGLISH for other in english)
    return sure and len(english) == len(others)


def _joined(text: Text, one: Token, other: Token) -> bool:
    return all(sign in _JOINED for sign in text.reading[one.end : other.start])


def _odd(token: Token) -> bool:
    """True for what English lacks, and for the small words of other languages."""
    return _tells(token) or not known(token.word)


def _tells(token: Token) -> bool:
    """True for a word of other languages; in capitals it is rather an acronym (MIT), before a
    hyphen a prefix (de-escalate)."""
    prefix = token.hyphenated and PREFIX.fullmatch(token.word)
    return lookup.foreign(token.lower) and not token.word.isupper() and not prefix


def _foreign(text: Text, row: list[int]) -> set[int]:
    if len(row) < 2:
        return set()
    tokens = [text.tokens[at] for at in row]
    marked = [token for token in tokens if _tells(token)]
    strange = len(row) > 2 and not any(_slipped(token) for token in tokens)
    return set(row) if marked or strange else set()


def _slipped(token: Token) -> bool:
    """True for what is one slip from a word that CVs use: anx, and Hspital among Latin words."""
    if len(token.word) < _SHORT and token.capital:
        return False
    near = one_slip(token.lower, lookup.common(), shortest=min(_SHORT - 1, len(token.word)))
    most = _USED if len(token.word) >= _SHORT else 1
    return any((lookup.size(word) or 0) <= most for word in near)
