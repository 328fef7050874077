"""Number: nouns that do not agree with the small words before them.

A noun must close its phrase (a noun before a noun is as it likes: two student representatives, a
systems engineer). It is one that we know to be counted (cvpress/data/nouns.txt); after a number,
also any word that the dictionary has in the plural, and not as a verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cvpress.words import lookup, nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.confused import NUMBERS, number


@dataclass(frozen=True, slots=True)
class Odd:
    """A word, by its number in the clause, that does not agree; the form that would; with what."""

    index: int
    right: str
    because: str


# Groups may take their verb in the plural; "one of our team" is right.
COLLECTIVE = words_of(
    "team group staff committee company band couple government family crew community pair number"
    " set series range variety list collection class majority host board jury audience firm club"
    " people children men women data media alumni criteria phenomena cohort consortium duo trio"
    " faculty panel lot handful dozen total department minority body army police bank partner"
)
POINTING = frozenset({"these", "those"})
# "Multiple regression", "these include": after these, only nouns of our list.
_LISTED_ONLY = POINTING | {"multiple"}
MANY = (
    NUMBERS - words_of("hundred thousand million hundreds thousands millions dozens")
) | words_of("several many few various multiple numerous these those")
ONE = words_of("a an this each every another")
BEFORE_NOUN = words_of(
    "new novel large small good major single different similar common complex simple efficient"
    " robust scalable distributed open-source important recent big high-quality successful own"
    " international national local internal external independent interactive key main"
)
# Before a number that says how many; elsewhere it may say which: layer three, the top ten.
_COUNTING = words_of(
    "of in for with on at from between among over than about around nearly almost the my our their"
    " his her its all these those last next some only up least most and under into across after"
    " within during through were are include includes included including taught is was"
)
_WHICH = words_of(
    "phase level year stage round part chapter type tier grade track task group zone division"
    " week day session module unit volume section step semester term act book key figure table"
    " version route class category size wave cycle generation gate model formula case site one to"
    " top layer power powers number vitamin hepatitis and or"
)
_CLOSING = words_of(
    "of in on for with at by from that which who whose using during under across through over via"
    " into per is was are were has had have can could will would within between among against about"
    " before after since until while when where"
)
_ENDS = frozenset(("", *".;:!?)(–—"))
_BEST = words_of(
    "first top main key few best largest biggest most core leading earliest oldest youngest fastest"
    " smallest highest strongest busiest hardest greatest finest latest only"
)
_MEASURES = words_of("variety number couple dozens hundreds thousands handful")
_MASS = words_of("language technology policy business paper design performance architecture school")
# Their plural is no plural of theirs, or they need none.
_NO_NOUN = words_of(
    "adult female male senior junior minor good present native private individual official right"
    " left past short long free ready extra black blue green white brown grey gray deep high half"
    " quarter other more hundred thousand million billion dozen score fish sheep deer salmon trout"
    " cattle offspring aircraft spacecraft dear new sometime mean news people folk fold foot head"
    " stone pound feet thing mile must alike less live this thus full double ever even very well"
    " what when there here time alone else ways mores lower upper outside inside inner average"
    " plus minus pass less sever percent login closer nearer elder"
)
_NAMING = ("ical", "onal", "ental")  # two medical student
_ADJECTIVES = ("al", "ive", "ic", "ous", "able", "ible", "ful", "less", "ary", "ed", "ing", "ant")


def after_many(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "two", "several", "these": two project; several student of …"""
    word, before = clause.words[index], clause.at(index - 1)
    if word in NUMBERS and not _counts(clause, index, before):
        return None
    at = _noun_after(clause, index)
    noun = nouns.singulars().get(clause.at(at))
    if word in POINTING and noun and noun.verb:
        return None
    return _plural_wanted(clause, index, at, listed=word in _LISTED_ONLY)


def _counts(clause: Clause, index: int, before: str) -> bool:
    """Return whether a number says how many, and not which."""
    if not before:
        return clause.opens
    if before == "and":
        before = clause.at(index - 2)
        return not number(before) and before not in _WHICH if before else True
    verb = verbs.find(before)
    return before in _COUNTING or verbs.is_past(before) or (verb is not None and not verb.noun)


@lru_cache(maxsize=1024)
def _noun(word: str) -> bool:
    """Return whether a word is surely a counted noun: plural in the dictionary, and no verb."""
    if len(word) < 4 or word in _NO_NOUN or word.endswith(("s", *_ADJECTIVES)) or number(word):
        return False
    if word not in lookup.common() or lookup.level(nouns.plural(word)) is None:
        return False
    stem = word[:-1] if word.endswith("e") else word
    forms = (stem + "ing", word + word[-1] + "ing", stem + "ed")
    return all(lookup.level(form) is None for form in forms)


def _closes(clause: Clause, index: int) -> bool:
    """Return whether a noun phrase surely ends with a word."""
    following = clause.at(index + 1)
    return following in _CLOSING if following else clause.after in _ENDS


def _noun_after(clause: Clause, index: int) -> int:
    """Return the number of the word that should be the noun after a small word."""
    following = clause.at(index + 1)
    named = following.endswith(_NAMING) and clause.at(index + 2) in nouns.singulars()
    return index + 2 if following in BEFORE_NOUN or named else index + 1


def _plural_wanted(clause: Clause, index: int, at: int, listed: bool = True) -> Odd | None:
    """Return a singular that closes its phrase. `listed`: only one of our list of nouns is told."""
    word = clause.at(at)
    noun = nouns.singulars().get(word)
    if not _closes(clause, at) or (noun is None and (listed or not _noun(word))):
        return None
    right = noun.plural if noun else nouns.plural(word)
    return Odd(at, right, " ".join(clause.words[index:at]))


def _singular_wanted(clause: Clause, index: int, at: int) -> Odd | None:
    noun = nouns.plurals().get(clause.at(at))
    if noun is None or not _closes(clause, at):
        return None
    return Odd(at, noun.singular, " ".join(clause.words[index:at]))


def after_figure(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after digits: published 5 paper; 10 year of experience."""
    word, unit = clause.words[index], clause.at(index + 1)
    if unit in ("year", "month", "week", "day", "hour"):
        counted = len(word) < 3 and word not in ("1", "01") and clause.at(index - 1) not in _WHICH
        right = counted and word.isdigit() and clause.at(index + 2) == "of"
        return Odd(index + 1, unit + "s", word) if right else None
    if index != 1 or not clause.opens or not verbs.is_past(clause.words[0]) or not word.isdigit():
        return None
    wanted = _singular_wanted if word == "1" else _plural_wanted
    return wanted(clause, index, index + 1)


def after_one(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "a", "this", "each": a methods for; this methods; every students."""
    at = _noun_after(clause, index)
    noun = nouns.plurals().get(clause.at(at))
    if noun is None or (noun.verb and clause.words[index] in ("this", "each", "another")):
        return None
    if noun.plural == "people" or clause.at(index - 1) in _WHICH:
        return None
    return _singular_wanted(clause, index, at)


def one_of_the(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "one of the": one of the most important paper in the field."""
    owner = clause.at(index + 2)
    if clause.at(index + 1) != "of" or owner not in ("the", "my", "our", "its", "their"):
        return None
    at = index + 5 if clause.at(index + 3) == "most" else index + 3
    while clause.at(at) in _BEST or clause.at(at) in BEFORE_NOUN:
        at += 1
    odd = _plural_wanted(clause, index, at)
    unsure = clause.at(at) in COLLECTIVE or clause.at(index - 1) in _WHICH
    return None if unsure else odd


def after_measure(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "a variety of", "hundreds of": a variety of contract."""
    measure = clause.at(index - 1)
    if measure not in _MEASURES or clause.at(index + 1) in _MASS:
        return None
    if measure == "number" and clause.at(index - 2) not in ("a", "the", "large", "small", "total"):
        return None  # "the week number of year"
    return _plural_wanted(clause, index - 1, index + 1, listed=measure == "variety")
