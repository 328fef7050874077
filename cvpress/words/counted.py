"""Number: nouns that do not agree with the small words before them: two project, this methods."""

from __future__ import annotations

from cvpress.words import lookup, nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.phrases import (
    CLOSING,
    Odd,
    any_plural,
    noun_after,
    plural_wanted,
    singular_wanted,
)
from cvpress.words.slots import NUMBERS, number

# Groups may take their verb in the plural; "one of our team" is right.
COLLECTIVE = words_of(
    "team group staff committee company band couple government family crew community pair number"
    " set series range variety list collection class majority host board jury audience firm club"
    " people children men women cast percentage data media alumni criteria phenomena cohort"
    " consortium duo trio faculty panel lot handful dozen total department minority body army"
    " police bank partner"
)
POINTING = frozenset({"these", "those"})
# "Multiple regression", "these include": after these, only nouns of our list.
_LISTED_ONLY = POINTING | {"multiple"}
MANY = (
    NUMBERS - words_of("hundred thousand million hundreds thousands millions dozens")
) | words_of("several many few various multiple numerous these those")
ONE = words_of("a an this each every another")
# Before a number that says how many; elsewhere it may say which: layer three, the top ten.
_COUNTING = words_of(
    "of in for with on at from between among over than about around nearly almost the my our their"
    " his her its all these those last next some only up least most and under into across after"
    " within during through has have had were are include includes included including taught is was"
)
WHICH = words_of(
    "phase level year stage round part chapter type tier grade track task group zone division"
    " schedule appendix block hall week day session module unit volume section step semester term"
    " act book key figure table version route class category size wave cycle generation gate model"
    " formula case site one to top layer power powers number vitamin hepatitis and or"
)
_GOVERNING = words_of("of in on for with at by from into across over after through during about to")
_BEFORE_SUBJECT = words_of(
    "the these those which whom who and or but while where as we they you i that if because since"
    " although though when then so"
)
_FREE_OF_COMPOUNDS = words_of("several various numerous")  # but: two year project, many prefer it
_MULTIPLE = words_of(
    "choice regression line birth integral pregnancy occupancy entry unit exposure fracture root"
    " use access star listing dwelling indemnity comparison personality"
)
_OBJECT = words_of("a an the to more less our their no all")
_BEING = words_of("is are was were has have")
_PERSONS = words_of(
    "employee student pupil client patient customer member user visitor teacher nurse doctor"
    " engineer developer participant applicant candidate passenger resident tenant guest supplier"
    " stakeholder trainee apprentice manager supervisor colleague worker volunteer driver child"
)
# After these, the past is no part of a name: these method reduced waste, these student led tours.
_DID = words_of(
    "reduced improved increased helped allowed enabled showed required became won saved raised cut"
    " doubled halved gave took received"
)


def after_many(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "two", "several", "these": two project; several student of …"""
    word, before = clause.words[index], clause.at(index - 1)
    if word in NUMBERS and not _counts(clause, index, before):
        return None
    at = noun_after(clause, index)
    modified = clause.at(at + 1) in nouns.singulars() and _modifies(clause.at(at))
    if word in _FREE_OF_COMPOUNDS and modified:
        at += 1  # several research project
    noun = nouns.singulars().get(clause.at(at))
    acts = noun and noun.verb and at == index + 1 and not _governed(word, before)
    if acts and not (word in POINTING and (clause.at(at + 1) in _BEING or _verb(clause, at + 1))):
        return None  # these work, the two share, of which several result in
    if word == "multiple" and clause.at(at) in _MULTIPLE:
        return None
    if word in POINTING and clause.at(at).endswith("ing"):
        return None  # those setting the rules
    if word in POINTING and _verb(clause, at + 1):
        return _told(clause, index, at)
    if word in POINTING and verbs.is_past(clause.at(at + 1)):
        return _told(clause, index, at) if clause.at(at + 1) in _DID else None
    return plural_wanted(clause, index, at, listed=word in _LISTED_ONLY)


def after_all(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "all": all employee got a handbook. Told of people alone: all effort."""
    if clause.at(index + 1) not in _PERSONS or clause.at(index - 1) in ("after", "above"):
        return None
    return plural_wanted(clause, index, index + 1)


def _verb(clause: Clause, at: int) -> bool:
    """Return whether a word is a verb for many and nothing else: those machine need a permit."""
    verb = verbs.find(clause.at(at))
    base = verb is not None and verb.form == "base" and not verb.noun
    return (base or clause.at(at) == "need") and clause.at(at + 1) in _OBJECT


def _governed(word: str, before: str) -> bool:
    """Return whether a small word is no subject: ran several test, but of which many test."""
    if word in POINTING or not before or before in _BEFORE_SUBJECT:
        return False
    return not before.endswith("s") or verbs.is_past(before)


def after_both(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "both": both method converge; both team and staff is right."""
    noun, before = nouns.singulars().get(clause.at(index + 1)), clause.at(index - 1)
    if noun is None or noun.verb or "and" in clause.words[index:]:
        return None
    if before not in _GOVERNING and before != "that" and not verbs.is_past(before):
        return None
    following = clause.at(index + 2)
    acts = verbs.is_past(following) or (following not in nouns.singulars() and _verbal(following))
    return _told(clause, index, index + 1) if acts else plural_wanted(clause, index, index + 1)


def _verbal(word: str) -> bool:
    """Return whether a word has the forms of a verb."""
    stem = word[:-1] if word.endswith("e") else word
    forms = (stem + "ing", stem + "ed")
    return len(word) > 3 and all(lookup.level(form) is not None for form in forms)


def _modifies(word: str) -> bool:
    """Return whether a word may stand before the noun that a small word counts."""
    return (
        len(word) > 3
        and word in lookup.common()
        and not word.endswith("s")
        and verbs.find(word) is None
        and not verbs.is_past(word)
        and word not in CLOSING
    )


def _told(clause: Clause, index: int, at: int) -> Odd | None:
    noun = nouns.singulars().get(clause.at(at))
    return Odd(at, noun.plural, " ".join(clause.words[index:at])) if noun else None


def _counts(clause: Clause, index: int, before: str) -> bool:
    """Return whether a number says how many, and not which."""
    if not before:
        return clause.opens
    if before == "and":
        before = clause.at(index - 2)
        return not number(before) and before not in WHICH if before else True
    verb = verbs.find(before)
    return before in _COUNTING or verbs.is_past(before) or (verb is not None and not verb.noun)


def after_one(clause: Clause, index: int) -> Odd | None:
    """Judge the noun after "a", "this", "each": a methods for; this methods; every students."""
    at = noun_after(clause, index)
    noun = nouns.plurals().get(clause.at(at))
    if noun is None and clause.words[index] == "every":
        return any_plural(clause, at)
    if noun is None or noun.plural == "people" or clause.at(index - 1) in WHICH:
        return None
    if noun.verb and clause.words[index] in ("this", "each", "another"):
        before = clause.at(index - 1)
        opens = index == 0 or before in _GOVERNING
        if opens and _verb(clause, at + 1):
            return Odd(at, noun.singular, clause.words[index])
        object_of = verbs.is_past(before) and clause.words[index] == "each"
        if not object_of and not (opens and clause.at(at + 1) in ("are", "were", "have")):
            return None  # this results in, each tests, the risks that this poses are
    return singular_wanted(clause, index, at)
