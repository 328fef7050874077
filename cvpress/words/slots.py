"""Kinds of words that a frame can ask for beside a word (`confused`), by one name in capitals."""

from __future__ import annotations

import re
from collections.abc import Callable

from cvpress.words import nouns, verbs
from cvpress.words.clauses import Clause, words_of

NUMBERS = words_of(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
    " hundred hundreds thousand thousands million millions dozens"
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|k|m|x)?")
_ARTICLES = words_of("a an the my our your his her its their")
_DETERMINERS = _ARTICLES | words_of(
    "this that these those each every some any no all both another several many few which what"
)
_PREPOSITIONS = words_of(
    "of in on for with at by from to into onto during under across through via within between among"
    " against about before after since until till towards toward without per inside outside near"
)
_BE = words_of("is are was were be been being am")
_MODAL = words_of("can could will would shall should may might must cannot")
_PRONOUNS = words_of("i we they he she you who")
# A phrase of a noun ends before one of these.
_AFTER_NOUN = (
    _PREPOSITIONS | _BE | _MODAL | words_of("and or that who which when while has have had where")
)
_SIGNS = ("", *".;:!?)(–—")


def number(word: str) -> bool:
    """Return whether a word is a number, in digits (80, 1,000, 3rd) or written out."""
    return word in NUMBERS or bool(_DIGITS.fullmatch(word))


def ends(clause: Clause, index: int) -> bool:
    """Return whether a phrase of a noun surely ends before a word, or with the clause."""
    word = clause.at(index)
    return word in _AFTER_NOUN if word else clause.after in _SIGNS


def _name(clause: Clause, index: int, letters: str) -> bool:
    """Return whether a word is written like a name: Oslo."""
    word = letters[slice(*clause.spans[index])] if clause.at(index) else ""
    return word[:1].isupper() and word[1:].islower()


def _plural(word: str) -> bool:
    regular = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return regular or word in nouns.plurals()


def _nouns(word: str) -> bool:
    noun = nouns.plurals().get(word)
    return noun is not None and not noun.verb


def _past(word: str) -> bool:
    return bool(word) and verbs.is_past(word)


def _base(word: str) -> bool:
    verb = verbs.find(word)
    return verb is not None and verb.form == "base" and not verb.noun


Kind = Callable[[Clause, int, str], bool]


def _of_word(judge: Callable[[str], bool]) -> Kind:
    return lambda clause, index, _: judge(clause.at(index))


KINDS: dict[str, Kind] = {
    "^": lambda clause, index, _: index == -1 and clause.opens,
    "$": _of_word(lambda word: not word),
    ".": lambda clause, index, _: not clause.at(index) and clause.after in _SIGNS,
    "_": _of_word(bool),
    "#": _of_word(number),
    "ART": _of_word(_ARTICLES.__contains__),
    "DET": _of_word(_DETERMINERS.__contains__),
    "PREP": _of_word(_PREPOSITIONS.__contains__),
    "BE": _of_word(_BE.__contains__),
    "MODAL": _of_word(_MODAL.__contains__),
    "WE": _of_word(_PRONOUNS.__contains__),
    "PAST": _of_word(_past),
    "VERB": _of_word(_base),
    "ING": _of_word(lambda word: len(word) > 5 and word.endswith("ing")),
    "PL": _of_word(_plural),
    "NOUNS": _of_word(_nouns),
    "OWNER": _of_word(lambda word: word.endswith(("'s", "s'"))),
    "NAME": _name,
    "END": lambda clause, index, _: ends(clause, index),
}
