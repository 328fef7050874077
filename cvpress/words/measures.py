"""Number after counts and measures: 14 chef; a two-years contract; one of the best paper; a
variety of contract. The nouns are as in `counted`."""

from __future__ import annotations

from cvpress.words import lookup, nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.counted import COLLECTIVE, WHICH
from cvpress.words.phrases import (
    BEFORE_NOUN,
    Odd,
    closes_a_time,
    noun_after,
    plural_wanted,
    singular_wanted,
)
from cvpress.words.slots import NUMBERS

_BEST = words_of(
    "first top main key few best largest biggest most core leading earliest oldest youngest fastest"
    " smallest highest strongest busiest hardest greatest finest latest only"
)
_MEASURES = words_of("variety number couple dozens hundreds thousands handful")
_MASS = words_of("language technology policy business paper design performance architecture school")
_OF = words_of("of with for nearly almost about around some")
_UNITS = words_of("years months weeks days hours minutes pages points miles")
_MEASURED = words_of("experience training stay break tour")


def after_figure(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after digits: published 5 paper; 10 year of experience."""
    word, unit = clause.words[index], clause.at(index + 1)
    if unit in ("year", "month", "week", "day", "hour"):
        counted = len(word) < 3 and word not in ("1", "01") and clause.at(index - 1) not in WHICH
        right = counted and word.isdigit() and clause.at(index + 2) == "of"
        return Odd(index + 1, unit + "s", word) if right else None
    if not word.isdigit() or len(word) > 3 or not _counted(clause, index):
        return None
    if word == "1":
        return singular_wanted(clause, index, index + 1)
    often = unit in lookup.common() and closes_a_time(
        clause, index + 2
    )  # 45 insurance claim a week
    return plural_wanted(clause, index, index + 2 if often else index + 1)


def _counted(clause: Clause, index: int) -> bool:
    """Return whether digits say how many: led 14 chef, a team of 14 chef; not: top 10, under 18."""
    before = clause.at(index - 1)
    compared = before == "than" and clause.at(index - 2) in ("more", "fewer")
    return (index == 1 and clause.opens and verbs.is_past(before)) or before in _OF or compared


def one_of_the(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "one of the": one of the most important paper in the field."""
    owner = clause.at(index + 2)
    if clause.at(index + 1) != "of" or owner not in ("the", "my", "our", "its", "their"):
        return None
    at = index + 5 if clause.at(index + 3) == "most" else index + 3
    while clause.at(at) in _BEST or clause.at(at).endswith("est") or clause.at(at) in BEFORE_NOUN:
        at += 1
    if clause.at(at - 1).endswith("est") and clause.at(at + 1) in nouns.singulars():
        at += clause.at(at) in lookup.common() and clause.at(at).endswith("ing")  # housing scheme
    odd = plural_wanted(clause, index, at)
    unsure = clause.at(at) in COLLECTIVE or clause.at(index - 1) in WHICH | {"the"}
    return None if unsure else odd


def after_measure(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "a variety of", "hundreds of": a variety of contract."""
    measure = clause.at(index - 1)
    if measure not in _MEASURES or clause.at(index + 1) in _MASS:
        return None
    if measure == "number" and clause.at(index - 2) not in ("a", "the", "large", "small", "total"):
        return None  # "the week number of year"
    at = noun_after(clause, index)
    return plural_wanted(clause, index - 1, at, listed=measure == "variety")


def hyphenated(clause: Clause, index: int) -> Odd | None:
    """Judge a measure before a noun: a two-years contract."""
    number, _, unit = clause.at(index + 1).partition("-")
    if unit not in _UNITS or not (number.isdigit() or number in NUMBERS):
        return None
    measured = clause.at(index + 2)
    if measured not in nouns.singulars() and measured not in _MEASURED:
        return None
    return Odd(index + 1, f"{number}-{unit[:-1]}", clause.words[index])


def one_things(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after a counting "one": completed one projects."""
    before = clause.at(index - 1)
    if not verbs.is_past(before) and before not in ("with", "for", "in", "on"):
        return None
    return singular_wanted(clause, index, noun_after(clause, index))
