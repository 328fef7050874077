"""Number after "that" and "which": a tool that use the cache.

Told of verbs that surely are verbs (a tool that support staff use is right), after a noun that
surely is theirs (a set of tools that uses the cache is right, and so is a team that build).
"""

from __future__ import annotations

from cvpress.words import nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.counted import COLLECTIVE, MANY, ONE
from cvpress.words.phrases import Odd
from cvpress.words.slots import number

OBJECT = words_of(
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
BOTH_WAYS = words_of("found saw lay fell wound left bore save")  # two verbs share the form
_MASS = words_of("software equipment hardware code machinery")
_OWN = words_of("the my our his her its their")
_FINITE = words_of(
    "is are was were be been has have had can could will would shall should may might must do does"
    " did"
)


def after_that(clause: Clause, index: int) -> Odd | None:
    """Judge the verb of: a new paradigm that exploit nano-batching; several tools that uses …"""
    at = index + 2 if clause.at(index + 1).endswith("ly") else index + 1
    verb = verbs.find(clause.at(at))
    if (
        verb is None
        or clause.at(at) in BOTH_WAYS
        or not (_has_object(clause, at, verb) or _only_verb(clause, at))
    ):
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
    if following in OBJECT or number(following) or following.endswith(_ADJECTIVES):
        return True
    noun = verb.noun or clause.at(at) in nouns.plurals()
    return bool(following) and not noun and following not in _SMALL and _free(following)


def _free(word: str) -> bool:
    """Return whether a word is no verb of the noun before it: "that Configure knows"."""
    verb = verbs.find(word)
    return not word.endswith("n't") and (verb is None or verb.form != "third")


def _only_verb(clause: Clause, at: int) -> bool:
    """Return whether a form that is a noun, too, is the only verb: a scheme that reward reuse.

    Another would need a subject: "a tool that support staff use", "a fault that results show".
    """
    following = clause.words[at + 1 :]
    if not following or following[0] in _SMALL:
        return False
    bare = clause.at(at) in nouns.singulars()  # no subject without an article
    for before, word in zip(clause.words[at:], following, strict=False):
        if word in _FINITE or word.endswith("n't") or verbs.is_past(word):
            return False
        if (before in COLLECTIVE or before.endswith("s")) and word not in _SMALL:
            return False
        verb = verbs.find(word)
        if verb and verb.form == "third" and not (bare and before == clause.at(at)):
            return False
    return True


def _head(clause: Clause, index: int) -> str | None:
    """Return what opens the phrase of one noun before "that": a, two, many; None if unsure."""
    noun = clause.at(index - 1)
    if noun in _NO_HEAD | _PREPOSITIONS or noun.endswith("ing") or not noun.isalpha():
        return None
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    for at in range(index - 2, max(index - 6, -1), -1):
        word = clause.words[at]
        if word in ONE or word in MANY:
            right = plural if word in MANY else not plural
            return word if right and _alone(clause, at, word in MANY) else None
        if word in _OWN:
            return _owned(clause, at, noun)
        if at == 0 and plural and clause.opens and verbs.is_past(word):
            return "many"  # "Built tools that converts …"
        if at == 0 and noun in _MASS and clause.opens and verbs.is_past(word):
            return "a"  # "Wrote software that measure …"
        if word in _SMALL or word in COLLECTIVE:
            return None
    return None


def _owned(clause: Clause, at: int, noun: str) -> str | None:
    """Return "a" or "many" for "the tool that", "our tools that"; None for "of the tool that"."""
    if not _SMALL.isdisjoint(clause.words[:at]):
        return None
    if noun in nouns.plurals():
        return "many"
    return "a" if noun in nouns.singulars() else None


def _alone(clause: Clause, at: int, many: bool) -> bool:
    """Return whether a phrase stands alone: "that" in "all files of an archive that contain" and
    "a set of several tools that uses" may look further back."""
    before = clause.at(at - 1)
    if before not in _PREPOSITIONS and before != "the":  # "one of the few tools that uses …"
        return True
    return not many and not any(word.endswith("s") for word in clause.words[: at - 1])
