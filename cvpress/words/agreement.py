"""Number: nouns and verbs that do not agree with the small words beside them.

Only frames that no right sentence is known to have. A noun must close its phrase (a noun before a
noun is as it likes: two student representatives, a systems engineer), and must be one that we know
to be counted; a verb must be known not to be a noun, or have its object behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cvpress.words import nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.confused import NUMBERS, number


@dataclass(frozen=True, slots=True)
class Odd:
    """A word, by its number in the clause, that does not agree; and the form that would."""

    index: int
    right: str
    because: str


_MANY = (NUMBERS - {"hundred", "thousand", "million"}) | words_of(
    "several many few various multiple numerous these those"
)
_ONE = words_of("a an this each every another")
# "Top ten project in its class", "phase two trial": these say which, not how many.
_WHICH = words_of(
    "top phase level year stage round part chapter type tier grade track task group zone division"
    " number week day session module unit volume section step semester term act book key figure"
    " table version route class category size wave cycle generation gate model formula case site"
    " no one or and to by per point zero oh"
)
_CLOSING = words_of(
    "of in on for with at by from that which who whose using during under across through over via"
    " into per is was are were has had have can could will would within between among against about"
    " before after since until while when where"
)
_ENDS = frozenset(".;:!?)(–—")
_BEFORE_NOUN = words_of(
    "new novel large small good major single different similar common complex simple efficient"
    " robust scalable distributed open-source important recent big high-quality successful own"
    " international national local internal external independent interactive key main"
)
_BEST = words_of(
    "first top main key few best largest biggest most core leading earliest oldest youngest fastest"
    " smallest highest strongest busiest hardest greatest finest latest only"
)
_OBJECT = words_of(
    "the a an our its their his her your my all both these this those that each every new existing"
    " multiple several various many different more how what users"
)
_COLLECTIVE = words_of(
    "team group staff committee company band couple government family crew community pair number"
    " set series range variety list collection class majority host board jury audience firm club"
    " people children men women data media alumni criteria phenomena cohort consortium duo trio"
    " faculty panel lot handful dozen total department minority body army police"
)
_NO_HEAD = words_of(
    "of in on for with and or by to from at as than into is was are were be has have had between"
    " about over under that which who"
)


def odd(clause: Clause) -> Iterator[Odd]:
    """Yield the words of a clause that do not agree in number."""
    for index, word in enumerate(clause.words):
        for applies, judge in _RULES:
            if applies(word) and (found := judge(clause, index)):
                yield found
                break


def _closes(clause: Clause, index: int) -> bool:
    """Return whether a noun phrase surely ends with a word."""
    following = clause.at(index + 1)
    return following in _CLOSING if following else clause.after in _ENDS


def _noun_after(clause: Clause, index: int) -> int:
    """Return the number of the word that should be the noun after a small word."""
    return index + 2 if clause.at(index + 1) in _BEFORE_NOUN else index + 1


def _after_many(clause: Clause, index: int) -> Odd | None:
    """Two project; several student of …; these paper is."""
    before = clause.at(index - 1)
    if before in _WHICH or (index == 0 and not clause.opens and clause.words[0] in NUMBERS):
        return None
    return _plural_wanted(clause, index, _noun_after(clause, index))


def _plural_wanted(clause: Clause, index: int, at: int) -> Odd | None:
    noun = nouns.singulars().get(clause.at(at))
    if noun is None or not _closes(clause, at):
        return None
    return Odd(at, noun.plural, " ".join(clause.words[index:at]))


def _after_figure(clause: Clause, index: int) -> Odd | None:
    """Published 5 paper; 10 year of experience."""
    word, unit = clause.words[index], clause.at(index + 1)
    if unit in ("year", "month", "week", "day", "hour"):
        counted = len(word) < 3 and word not in ("1", "01") and clause.at(index - 1) not in _WHICH
        return (
            Odd(index + 1, unit + "s", word) if counted and clause.at(index + 2) == "of" else None
        )
    if index != 1 or not clause.opens or not verbs.is_past(clause.words[0]):
        return None
    if word == "1":
        return _singular_wanted(clause, index, index + 1)
    return _plural_wanted(clause, index, index + 1) if not word.endswith(("st", "d", "h")) else None


def _after_one(clause: Clause, index: int) -> Odd | None:
    """A methods for; this methods; every students."""
    at = _noun_after(clause, index)
    noun = nouns.plurals().get(clause.at(at))
    if noun and noun.verb and clause.words[index] in ("this", "each", "another"):
        return None
    if clause.at(at) == "people" or clause.at(index - 1) in ("and", "vitamin", "hepatitis", "or"):
        return None
    return _singular_wanted(clause, index, at)


def _singular_wanted(clause: Clause, index: int, at: int) -> Odd | None:
    noun = nouns.plurals().get(clause.at(at))
    if noun is None or noun.singular == noun.plural or not _closes(clause, at):
        return None
    return Odd(at, noun.singular, " ".join(clause.words[index:at]))


def _one_of_the(clause: Clause, index: int) -> Odd | None:
    """One of the most important paper in the field."""
    if clause.words[index + 1 : index + 2] != ("of",) or clause.at(index + 2) not in (
        "the", "my", "our", "its", "their",
    ):  # fmt: skip
        return None
    at = index + 3
    if clause.at(at) == "most":
        at += 2
    else:
        while clause.at(at) in _BEST or clause.at(at) in _BEFORE_NOUN:
            at += 1
    return _plural_wanted(clause, index, at)


def _after_that(clause: Clause, index: int) -> Odd | None:
    """A new paradigm that exploit nano-batching; several tools that uses the cache."""
    at = index + 2 if clause.at(index + 1).endswith("ly") else index + 1
    verb = verbs.forms().get(clause.at(at))
    head = _head(clause, index)
    if verb is None or head is None or not _has_object(clause, at, verb):
        return None
    because = f"{head} {clause.at(index - 1)} {clause.at(index)}"
    if head in ("a", "an") and verb.form == "base":
        return Odd(at, verb.third, because)
    if head in _MANY and verb.form == "third":
        return Odd(at, verb.base, because)
    return None


def _has_object(clause: Clause, at: int, verb: verbs.Verb) -> bool:
    """Return whether a form is surely a verb: no noun (that support staff use), or with object."""
    following = clause.at(at + 1)
    if following in _OBJECT or following.endswith("ing"):
        return True
    return bool(following) and not verb.noun and verb.form == "base" and following not in _NO_HEAD


def _head(clause: Clause, index: int) -> str | None:
    """Return the small word that opens the phrase of one noun before a "that", None if unsure."""
    noun = clause.at(index - 1)
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    if not noun or noun in _COLLECTIVE:
        return None
    for at in range(index - 2, max(index - 6, -1), -1):
        word = clause.words[at]
        if word in _NO_HEAD or word in _COLLECTIVE:
            return None
        if word in _ONE | _MANY:
            owned = clause.at(at - 1) in ("of", "for", "with", "in", "on", "from", "and", "to")
            if word in _MANY:
                return word if plural and not owned and clause.at(at - 1) not in _WHICH else None
            return None if plural else word
    return None


def _subject(clause: Clause, index: int) -> Odd | None:
    """The project aim to …; these methods uses the …; the results was …"""
    if index or not clause.opens:
        return None
    at = _noun_after(clause, 0)
    word, verb = clause.at(at), clause.at(at + 1)
    one, many = nouns.singulars().get(word), nouns.plurals().get(word)
    if one and word not in _COLLECTIVE and clause.words[0] not in _MANY | {"all", "both"}:
        return _verb_of(clause, at, _THIRD.get(verb), "base")
    if many and clause.words[0] in ("the", "these", "those", "our", "all", "both"):
        return _verb_of(clause, at, _PLURAL.get(verb), "third")
    return None


_THIRD = {"are": "is", "were": "was", "have": "has"}
_PLURAL = {"is": "are", "was": "were", "has": "have"}


def _verb_of(clause: Clause, at: int, small: str | None, form: str) -> Odd | None:
    because = " ".join(clause.words[: at + 1])
    if small and clause.at(at + 2):
        return Odd(at + 1, small, because)
    verb = verbs.forms().get(clause.at(at + 1))
    if verb is None or verb.form != form or verb.noun or clause.at(at + 2) not in _OBJECT | {"to"}:
        return None
    return Odd(at + 1, verb.third if form == "base" else verb.base, because)


_SUBJECTS = words_of("the this our my a an each every these those all both")
_RULES: tuple[tuple[Callable[[str], bool], Callable[[Clause, int], Odd | None]], ...] = (
    (_SUBJECTS.__contains__, _subject),
    (_MANY.__contains__, _after_many),
    (_ONE.__contains__, _after_one),
    (("one", "One").__contains__, _one_of_the),
    (("that", "which").__contains__, _after_that),
    (lambda word: word[0].isdigit() and number(word), _after_figure),
)
