"""Number of the verb after its subject: the results of the survey was clear; there is many.

Told where a sentence opens with its subject. Groups and amounts take both (a number of tools were,
the majority is), and so is told nothing of them.
"""

from __future__ import annotations

from cvpress.words import nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.counted import COLLECTIVE, MANY
from cvpress.words.phrases import BEFORE_NOUN, Odd
from cvpress.words.relative import BOTH_WAYS, OBJECT

_THIRD = {"are": "is", "were": "was", "have": "has", "don't": "doesn't"}
_PLURAL = {"is": "are", "was": "were", "has": "have", "doesn't": "don't"}
OPENING = words_of("the this our my its his her their a an each every these those all both")
PRONOUNS = words_of("he she it we they")
_ONE = words_of("he she it")
_LINKS = words_of("that which and where when because as if whether how")
# What may be many, of what follows "of": half of the tools are, the use of tools is.
_AMOUNT = COLLECTIVE | words_of(
    "half rest most percent proportion fraction share combination mix mixture kind type sort"
    " amount third quarter part bulk remainder house institute institution university school"
    " college ministry academy society association union federation league council chamber court"
    " office order guild trust"
)
_OF = words_of("of for from in on with")
_OWN = words_of("the my our his her its their these those this")


def of_a_noun(clause: Clause, index: int) -> Odd | None:
    """The project aim to …; these methods uses the …; the results of the survey was …"""
    if index or not clause.opens:
        return None
    first, at = clause.words[0], 2 if clause.at(1) in BEFORE_NOUN else 1
    word = clause.at(at)
    if word in COLLECTIVE:
        return None
    if word in nouns.singulars() and first not in MANY | {"all", "both"}:
        return _verb(clause, at, "base") or _behind(clause, at, _THIRD, nouns.plurals())
    if word in nouns.plurals() and first in _OWN - {"this"} | {"all", "both"}:
        return _verb(clause, at, "third") or _behind(clause, at, _PLURAL, nouns.singulars())
    return None


def _verb(clause: Clause, at: int, form: str) -> Odd | None:
    """Judge the verb that follows its subject."""
    because, word = " ".join(clause.words[: at + 1]), clause.at(at + 1)
    small = (_THIRD if form == "base" else _PLURAL).get(word)
    if small and clause.at(at + 2):
        return Odd(at + 1, small, because)
    verb = verbs.find(word)
    if verb is None or verb.form != form or verb.noun or word in BOTH_WAYS:
        return None
    if clause.at(at + 2) not in OBJECT | {"to"}:
        return None
    return Odd(at + 1, verb.third if form == "base" else verb.base, because)


def _behind(
    clause: Clause, at: int, wrong: dict[str, str], others: dict[str, nouns.Noun]
) -> Odd | None:
    """Judge a verb behind "of the survey": it goes with the first noun, not with the second."""
    if clause.at(at + 1) not in _OF or clause.at(at) in _AMOUNT:
        return None
    other = at + 3 if clause.at(at + 2) in _OWN else at + 2
    right = wrong.get(clause.at(other + 1))
    if clause.at(other) not in others or not right or not clause.at(other + 2):
        return None
    return Odd(other + 1, right, " ".join(clause.words[: other + 1]))


def of_a_pronoun(clause: Clause, index: int) -> Odd | None:
    """They was; it don't; she have, where a sentence opens with it."""
    word, verb = clause.words[index], clause.at(index + 1)
    opens = not index and clause.opens
    if word not in _ONE:
        right = _PLURAL.get(verb) if opens or clause.at(index - 1) in _LINKS else None
    elif verb == "don't" or (opens and verb in ("have", "are")):
        right = _THIRD[verb]
    else:
        right = _acting(clause, index) if opens else None
    if right is None or clause.at(index - 1) in _OF or not clause.at(index + 2):
        return None
    return Odd(index + 1, right, word)


def _acting(clause: Clause, index: int) -> str | None:
    """Return the right form of a verb with its object: it make the process faster."""
    verb = None if clause.at(index + 1) in BOTH_WAYS else verbs.find(clause.at(index + 1))
    return verb.third if verb and verb.form == "base" and clause.at(index + 2) in OBJECT else None


def after_there(clause: Clause, index: int) -> Odd | None:
    """There is several projects; there was many reasons."""
    right, many = _PLURAL.get(clause.at(index + 1)), clause.at(index + 2)
    if right not in ("are", "were") or many not in ("several", "many", "various", "numerous"):
        return None
    at = index + 4 if clause.at(index + 3) in BEFORE_NOUN else index + 3
    if not clause.at(at).endswith("s"):
        return None  # many a slip
    return Odd(index + 1, right, f"{many} {clause.at(at)}")


def one_of_them(clause: Clause, index: int) -> Odd | None:
    """One of the projects were; each of our students have."""
    if index or not clause.opens or clause.at(1) != "of" or clause.at(2) not in _OWN:
        return None
    at = 4 if clause.at(3) in BEFORE_NOUN else 3
    right = _THIRD.get(clause.at(at + 1))
    if clause.at(at) not in nouns.plurals() or not right or not clause.at(at + 2):
        return None
    return Odd(at + 1, right, " ".join(clause.words[: at + 1]))
