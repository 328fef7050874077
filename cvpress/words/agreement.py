"""Number: words that do not agree with the words beside them.

Only frames that no right sentence is known to have: nouns as in `counted`; verbs that surely are
verbs (a tool that support staff use is right), after a subject that surely is theirs (a set of
tools that uses the cache is right, and so is a team that build).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cvpress.words import nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.confused import number
from cvpress.words.counted import (
    BEFORE_NOUN,
    COLLECTIVE,
    MANY,
    ONE,
    Odd,
    after_figure,
    after_many,
    after_measure,
    after_one,
    one_of_the,
)

_OBJECT = words_of(
    "the a an our its their his her your my all both these this those that each every new existing"
    " multiple several various many different more how what users"
)
_ADJECTIVES = ("ing", "ous", "ive", "able", "ible", "ful", "less", "ical", "ial", "onal")
_SMALL = words_of(
    "of in on for with and or by to from at as than into is was are were be been has have had"
    " between about over under that which who what where when how why if unless because so but"
    " after before while since until such only except given now then there it this these those"
    " each every all any one ones not"
)
_PREPOSITIONS = words_of("of for with in on from to by into at and or as like across through")
# "the fact that users …", "a note that merge options are …": what follows is a sentence.
_SAID = words_of(
    "note fact way state idea evidence claim hypothesis proof belief assumption conclusion argument"
    " view suggestion requirement rule condition sign statement understanding guarantee chance hope"
    " request demand proposal recommendation time day moment reason sense point"
)
_NO_HEAD = COLLECTIVE | _SAID | _SMALL
_THIRD = {"are": "is", "were": "was", "have": "has"}
_PLURAL = {"is": "are", "was": "were", "has": "have"}
_SUBJECTS = words_of("the this our my a an each every these those all both")


def odd(clause: Clause) -> Iterator[Odd]:
    """Yield the words of a clause that do not agree in number."""
    for index, word in enumerate(clause.words):
        for applies, judge in _RULES:
            if applies(word) and (found := judge(clause, index)):
                yield found
                break


def _after_that(clause: Clause, index: int) -> Odd | None:
    """A new paradigm that exploit nano-batching; several tools that uses the cache."""
    at = index + 2 if clause.at(index + 1).endswith("ly") else index + 1
    verb = verbs.find(clause.at(at))
    if verb is None or not _has_object(clause, at, verb):
        return None
    head = _head(clause, index)
    wanted = {"base": (ONE - {"this"}, verb.third), "third": (MANY, verb.base)}.get(verb.form)
    if head is None or wanted is None or head not in wanted[0]:
        return None
    if head in MANY and clause.at(index) == "which":  # perhaps all of it: "…, which makes it slow"
        return None
    # "a scheduling algorithm that", as it is written; "tools that" opens by a verb (Built tools …)
    first = next((n for n in range(index - 1, -1, -1) if clause.words[n] == head), index - 1)
    return Odd(at, wanted[1], " ".join(clause.words[first : index + 1]))


def _has_object(clause: Clause, at: int, verb: verbs.Verb) -> bool:
    """Return whether a form is surely a verb: no noun (that support staff use), or with object."""
    following = clause.at(at + 1)
    if following in _OBJECT or following.endswith(_ADJECTIVES):
        return True
    return bool(following) and not verb.noun and following not in _SMALL and _free(following)


def _free(word: str) -> bool:
    """Return whether a word is no verb of the noun before it: "that Configure knows"."""
    verb = verbs.find(word)
    return not word.endswith("n't") and (verb is None or verb.form != "third")


def _head(clause: Clause, index: int) -> str | None:
    """Return what opens the phrase of one noun before "that": a, two, many; None if unsure."""
    noun = clause.at(index - 1)
    if noun in _NO_HEAD or noun.endswith("ing") or not noun.isalpha():
        return None
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    for at in range(index - 2, max(index - 6, -1), -1):
        word = clause.words[at]
        if word in ONE or word in MANY:
            right = plural if word in MANY else not plural
            return word if right and _alone(clause, at, word in MANY) else None
        if at == 0 and plural and clause.opens and verbs.is_past(word):
            return "many"  # "Built tools that converts …"
        if word in _SMALL or word in COLLECTIVE:
            return None
    return None


def _alone(clause: Clause, at: int, many: bool) -> bool:
    """Return whether a phrase stands alone: "that" in "all files of an archive that contain" and
    "a set of several tools that uses" may look further back."""
    before = clause.at(at - 1)
    if before not in _PREPOSITIONS and before != "the":  # "one of the few tools that uses …"
        return True
    return not many and not any(word.endswith("s") for word in clause.words[: at - 1])


def _subject(clause: Clause, index: int) -> Odd | None:
    """The project aim to …; these methods uses the …; the results was …"""
    if index or not clause.opens:
        return None
    first, at = clause.words[0], 2 if clause.at(1) in BEFORE_NOUN else 1
    word, verb = clause.at(at), clause.at(at + 1)
    if word in nouns.singulars() and word not in COLLECTIVE and first not in MANY | {"all", "both"}:
        return _verb(clause, at, _THIRD.get(verb), "base")
    if word in nouns.plurals() and first in ("the", "these", "those", "our", "all", "both"):
        return _verb(clause, at, _PLURAL.get(verb), "third")
    return None


def _verb(clause: Clause, at: int, small: str | None, form: str) -> Odd | None:
    because = " ".join(clause.words[: at + 1])
    if small and clause.at(at + 2):
        return Odd(at + 1, small, because)
    verb = verbs.find(clause.at(at + 1))
    if verb is None or verb.form != form or verb.noun or clause.at(at + 2) not in _OBJECT | {"to"}:
        return None
    return Odd(at + 1, verb.third if form == "base" else verb.base, because)


_RULES: tuple[tuple[Callable[[str], bool], Callable[[Clause, int], Odd | None]], ...] = (
    (_SUBJECTS.__contains__, _subject),
    (MANY.__contains__, after_many),
    (ONE.__contains__, after_one),
    ("one".__eq__, one_of_the),
    ("of".__eq__, after_measure),
    (frozenset({"that", "which"}).__contains__, _after_that),
    (lambda word: word[0].isdigit() and number(word), after_figure),
)
