"""The forms of verbs (cvpress/data/verbs.txt): which tense the first word of a line tells.

A form is only what it surely is: "Lead" is a noun, too, "Set" is past or present, "Distributed
systems" is no past. What the table has not is a past where it ends in -ed and the dictionary has
the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by one of its forms. `noun`: the base is a noun or adjective, too."""

    base: str
    third: str
    past: str
    form: Form
    noun: bool


@cache
def forms() -> dict[str, Verb]:
    """Return the forms in lower case, with their verbs; without those whose past is their base."""
    found: dict[str, Verb] = {}
    kind = ""
    for line in resources.data("verbs.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#") and kind != "alike":
            _add(found, line.split(), kind == "noun")
    return found


def _add(found: dict[str, Verb], words: list[str], noun: bool) -> None:
    base = words[0]
    past = words[1] if len(words) > 1 else _past(base)
    third = _third(base)
    for form, word in (("base", base), ("third", third), ("past", past)):
        found.setdefault(word, Verb(base, third, past, form, noun))  # type: ignore[arg-type]


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return re.sub("(?<![aeiou])y$", "i", base) + "ed"


def _third(base: str) -> str:
    return re.sub("(?<![aeiou])y$", "ie", base) + (
        "es" if re.search("(?:s|x|z|ch|sh|[^aeiou]o)$", base) or base == "do" else "s"
    )


def is_past(word: str) -> bool:
    """Return whether a word in lower case is surely a verb in the past."""
    verb = forms().get(word)
    if word in NO_PAST or (verb and verb.form != "past"):
        return False
    return verb is not None or (len(word) > 4 and word.endswith("ed") and _stem(word))


def _stem(word: str) -> bool:
    stems = [word[:-1], word[:-2], word[:-3] if word[-3] == word[-4] else "", word[:-3] + "y"]
    return any(len(stem) > 2 and lookup.level(stem) is not None for stem in stems)
