"""The forms of verbs (cvpress/data/verbs.txt): which tense the first word of a line tells.

A form is only what it surely is: "Lead" is a noun, too, "Set" is past or present, "Distributed
systems" is no past. What the table has not is a past where it ends in -ed and the rest is a
common word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from cvpress import resources
from cvpress.words import lookup
from cvpress.words.clauses import words_of

Form = Literal["base", "third", "past"]
# Words in -ed that open a line as adjectives, or as "it was": they tell no tense of the owner's.
NO_PAST = words_of(
    "advanced based certified dedicated detailed distributed embedded experienced limited licensed"
    " motivated nested paid unpaid qualified ranked related skilled talented united used varied"
    " accredited associated interested mixed supposed gifted unlimited self-taught hundred seed"
    " speed feed need breed indeed embed shed red bed biomed"
)


class Verb(NamedTuple):
    """A verb by one of its forms. `noun`: the base is a noun or adjective, too."""

    base: str
    third: str
    past: str
    form: Form
    noun: bool


@lru_cache(maxsize=4096)
def find(word: str) -> Verb | None:
    """Return the verb that a word in lower case is a form of, None where the table has none.

    A form that two verbs share is that of the first; a verb whose past is its base has none.
    """
    known = _forms().get(word)
    if known is None:
        return None
    base, past, noun = known.split(" ")
    third = _third(base)
    form: Form = "base" if word == base else "third" if word == third else "past"
    return Verb(base, third, past, form, bool(noun))


@cache
def _forms() -> dict[str, str]:
    """Return "base past noun" by each form (1 ms, on first use).

    Each is one text, for 2,000 tuples would wake the collector of garbage (4 ms).
    """
    found: dict[str, str] = {}
    noun = ""
    for line in resources.data("verbs.txt").read_text(encoding="utf-8").split("\n"):
        if line == "[alike]":
            break
        if line.startswith("["):
            noun = line.removeprefix("[verb]")
        elif line and line[0] != "#":
            base, _, irregular = line.partition(" ")
            past = irregular or _past(base)
            verb = f"{base} {past} {noun}"
            found.setdefault(base, verb)
            found.setdefault(_third(base), verb)
            found.setdefault(past, verb)
    return found


def _past(base: str) -> str:
    if base[-1] == "e":
        return base + "d"
    return base[:-1] + "ied" if _consonant_y(base) else base + "ed"


def _third(base: str) -> str:
    if _consonant_y(base):
        return base[:-1] + "ies"
    return base + "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else base + "s"


def _consonant_y(base: str) -> bool:
    return base[-1] == "y" and base[-2] not in "aeiou"


def is_past(word: str) -> bool:
    """Return whether a word in lower case is surely a verb in the past."""
    verb = find(word)
    if word in NO_PAST or (verb and verb.form != "past"):
        return False
    return verb is not None or (len(word) > 4 and word.endswith("ed") and _stem(word))


def _stem(word: str) -> bool:
    stems = [word[:-1], word[:-2], word[:-3] if word[-3] == word[-4] else "", word[:-3] + "y"]
    return any(len(stem) > 2 and stem in lookup.common() for stem in stems)
