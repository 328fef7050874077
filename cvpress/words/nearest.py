"""What may be meant by an unknown word: the words near it, best first, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cvpress.words import lookup
from cvpress.words.made import PREFIX
from cvpress.words.near import in_dictionary, in_rare, one_slip, two_slips
from cvpress.words.suggest import cost, ranked

LONG = 6  # so long, a word is hardly near another by chance
_CERTAIN = 9
_OFTEN = 2.95  # what a slip costs that is not just any letter for any other
_SHORT = 4  # tens of the size of what may be meant by a shorter word
_MADE = re.compile(f"(?:{PREFIX.pattern})" + r"(\w{5,})")
_USED = 2  # tens of a SCOWL size: words that texts are full of


@lru_cache(maxsize=2048)
def near(low: str) -> tuple[str, ...]:
    """Return the common words, and some names that are written with a capital, one slip away."""
    found = one_slip(low, lookup.common())
    if len(low) >= LONG - 1:
        found += tuple(map(str.capitalize, one_slip(low, lookup.proper())))
    return ranked(low, found)


@lru_cache(maxsize=2048)
def near_rare(low: str) -> tuple[str, ...]:
    """Return all words of the dictionary one slip from a long word, the usual ones one slip from
    a shorter; they begin as it does."""
    if len(low) < LONG - 1:
        return ()
    found = in_dictionary(low)
    return ranked(low, found if len(low) >= LONG else (w for w in found if usual(w, _SHORT)))


def near_term(low: str) -> tuple[str, ...]:
    """Return the terms one slip from a long word."""
    if len(low) < LONG:
        return ()
    return ranked(low, one_slip(low, lookup.terms(), shortest=LONG))


def two_away(low: str) -> tuple[str, ...]:
    """Return the common words two slips from a long word."""
    return ranked(low, two_slips(low)) if len(low) > LONG and low.isascii() else ()


def far_off(low: str) -> bool:
    """Return whether a word is so far from every word, also rare ones, that it is a term or foreign
    rather than a slip: makowiec, tacrolimus."""
    if len(low) < LONG - 1 or strange(low) or in_rare(low):
        return False
    found = _MADE.fullmatch(low)
    return not (found and (near(found[1]) or near_rare(found[1])))


def strange(low: str) -> bool:
    """Return whether no word or name has the letters of a word in such a row: Trck."""
    ends = f"^{low}$"
    rows = (ends[at : at + 3] for at in range(len(ends) - 2))
    return low.isascii() and any(row not in lookup.trigrams() for row in rows)


def used(word: str) -> bool:
    """Return whether texts are full of a word."""
    return usual(word, _USED)


def usual(word: str, size: int) -> bool:
    """Return whether a word is in the dictionary up to a size (0: the words that CVs use most)."""
    found = lookup.size(word)
    return found is not None and found <= size


def sure(low: str, word: str) -> bool:
    """Return whether a word one slip away is surely meant: it is used much, and both are long or
    fingers often slip so."""
    size = _USED if len(low) < _CERTAIN else _USED + 1
    ours = len(low) > _CERTAIN and lookup.size(word) is None  # a long term of our own lists
    return (ours or usual(word, size)) and (len(low) > LONG + 1 or cost(low, word) <= _OFTEN)


def like_it(low: str, words: Iterable[str]) -> tuple[str, ...]:
    """Choose what begins with the same letter (boronic is not moronic), or with the two swapped."""
    return tuple(word for word in words if low[0] == word[0].lower() or low[:2] == word[1::-1])


def swapped(low: str, words: Iterable[str]) -> tuple[str, ...]:
    """Choose what is near a short word not just by chance: letters swapped, or one doubled."""
    doubled = len(low) == LONG - 1
    return tuple(
        word for word in words if sorted(word) == sorted(low) or (doubled and set(word) == set(low))
    )
