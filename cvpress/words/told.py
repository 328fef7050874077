"""Words that a document tells are names: by its fields, by titles before them, by initials.

A word that is a name somewhere in a document is one everywhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cvpress.words import lookup
from cvpress.words.text import WORD, Text, fold

BODIES = frozenset({"organization", "place", "venue"})
_NAME = r"[A-Z][^\W\d_]*\.?(?:[-'’][^\W\d_]+)*"
_JOIN = r"(?:and|de|del|della|da|di|du|la|le|van|von|der|den|al|bin|el)\s+"
_NAMES = rf"\b\.?\s*((?:{_NAME},?\s*(?:{_JOIN})*){{1,6}})"
_TITLED = re.compile(rf"\b(?:Prof(?:essor|s)?|Drs?|Mr|Ms|Mrs){_NAMES}")
_WITH = re.compile(rf"\b(?:[Ww]ith|[Bb]y){_NAMES}")  # in Title Case all words have a capital
_INITIAL = re.compile(r"\b[A-Z]\.[\s-]*(?:[A-Z]\.[\s-]*)*([A-Z][^\W\d_]+)")


def names(texts: Iterable[Text]) -> frozenset[str]:
    """Return the words that a document tells are names, as written and without possessives.

    Every word of a person's name; Capitalised words of a body or place; what follows a title, an
    initial, "with" and "by" (there, a word of the dictionary is no name).
    """
    found: set[str] = set()
    for text in texts:
        if text.role == "person":
            found.update(_words(text.reading))
        elif text.role in BODIES:
            found.update(word for word in _words(text.reading) if _is_name(word))
        else:
            found.update(_titled(text.reading, text.role == "prose"))
    return frozenset(found)


def people(texts: Iterable[Text]) -> frozenset[str]:
    """Return the words of the names of people, as written and without possessives."""
    return frozenset(word for one in texts if one.role == "person" for word in _words(one.reading))


def _titled(reading: str, prose: bool) -> Iterable[str]:
    for found in _TITLED.findall(reading) + (_WITH.findall(reading) if prose else []):
        yield from (word for word in _words(found) if _is_name(word))
    yield from _INITIAL.findall(reading)


def _words(reading: str) -> list[str]:
    return [fold(word) for word in WORD.findall(reading)]


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in lookup.misspellings()
