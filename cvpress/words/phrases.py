"""The phrase of a counted noun, behind a small word: where it ends, and in which number.

A noun must close its phrase (a noun before a noun is as it likes: two student representatives, a
systems engineer). It is one that we know to be counted (cvpress/data/nouns.txt); after a number,
also any word that the dictionary has in the plural, and not as a verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cvpress.words import lookup, nouns, verbs
from cvpress.words.clauses import Clause, words_of
from cvpress.words.slots import number

BEFORE_NOUN = words_of(
    "other old young short long low open full free final early late average public private social"
    " senior junior medical clinical legal financial technical digital annual monthly weekly daily"
    " modern young rare strong busy critical serious leading rural urban foreign academic military"
    " new novel large small good major single different similar common complex simple efficient"
    " robust scalable distributed open-source important recent big high-quality successful own"
    " international national local internal external independent interactive key main"
)
CLOSING = words_of(
    "of in on for with at by from to that which who whose using during under across through over"
    " via into per is was are were has had have can could will would within between among against"
    " about before after since until while when where"
)
_ENDS = frozenset(("", *".;:!?)(–—"))
_AFTER_PAST = words_of("a an the of in on for with at by from to into their his her our my us them")
_TIMES = ("day", "week", "month", "year", "night", "shift", "term")
_OFTEN = ("daily", "weekly", "monthly", "yearly", "annually")
_ARTICLES = ("a", "an", "the")
_ADVERBS = ("antly", "ently", "ously", "fully", "ively", "ately", "ingly", "edly", "ally")
# Their plural is no plural of theirs, or they need none.
_NO_NOUN = words_of(
    "adult female male senior junior minor good present native private individual official right"
    " left past short long free ready extra black blue green white brown grey gray deep high half"
    " quarter other more hundred thousand million billion dozen score fish sheep deer salmon trout"
    " cattle offspring aircraft spacecraft dear new sometime mean news people folk fold foot head"
    " stone pound feet thing mile must alike less live this thus full double ever even very well"
    " what when there here time alone else ways mores lower upper outside inside inner average plus"
    " minus pass less sever percent login closer nearer elder would could should might noon bent"
    " bacteria sperm thought grand faculty militia daily funny bath data media"
)
_NAMING = ("ical", "onal", "ental", "ous", "ible", "able", "ful", "ic")
_ADJECTIVES = ("al", "ive", "ic", "ous", "able", "ible", "ful", "less", "ary", "ed", "ing", "ant")


@dataclass(frozen=True, slots=True)
class Odd:
    """A word, by its number in the clause, that does not agree; the form that would; with what."""

    index: int
    right: str
    because: str


def noun_after(clause: Clause, index: int) -> int:
    """Return the number of the word that should be the noun after a small word."""
    at = index + 1
    while at < index + 4 and _describes(clause, at):
        at += 1
    return at


def _describes(clause: Clause, at: int) -> bool:
    word = clause.at(at)
    if word in BEFORE_NOUN:  # several novel methods, but not: several novel
        return word not in nouns.singulars() or not _closes(clause, at)
    count, _, unit = word.partition("-")
    if unit and number(count):  # a three-year
        return True
    named = word.endswith(_NAMING) and len(word) > 5 and word not in ("enable", "disable")
    following = clause.at(at + 1)
    return named and (following in nouns.singulars() or following in nouns.plurals())


def plural_wanted(clause: Clause, index: int, at: int, listed: bool = True) -> Odd | None:
    """Return a singular that closes its phrase. `listed`: only one of our list of nouns is told."""
    word = clause.at(at)
    noun = nouns.singulars().get(word)
    if not (_closes(clause, at) or _joined(clause, at)) or (
        noun is None and (listed or not _noun(word))
    ):
        return None
    right = noun.plural if noun else nouns.plural(word)
    return Odd(at, right, " ".join(clause.words[index:at]))


def singular_wanted(clause: Clause, index: int, at: int) -> Odd | None:
    """Return a plural of our list of nouns that closes its phrase."""
    noun = nouns.plurals().get(clause.at(at))
    if noun is None or not _closes(clause, at):
        return None
    return Odd(at, noun.singular, " ".join(clause.words[index:at]))


def closes_a_time(clause: Clause, at: int) -> bool:
    """Return whether a word is followed by how often, and nothing else: 60 calls a day."""
    return clause.at(at + 1) in ("a", "per", "each") and clause.at(at + 2) in _TIMES


def any_plural(clause: Clause, at: int) -> Odd | None:
    """Return a plural that closes its phrase, of any noun that is counted and no verb."""
    word = clause.at(at)
    singular = word[:-1]
    if not word.endswith("s") or not _noun(singular) or not _closes(clause, at):
        return None
    return Odd(at, singular, clause.at(at - 1))


def _joined(clause: Clause, at: int) -> bool:
    """Return whether a plural that closes the phrase is joined: various landlord and tenants."""
    plural = clause.at(at + 2) in nouns.plurals()
    return clause.at(at + 1) == "and" and plural and _closes(clause, at + 2)


def _acts(word: str) -> bool:
    """Return whether a word may be a verb: one of no list may."""
    noun = nouns.singulars().get(word) or nouns.plurals().get(word)
    return noun is None or noun.verb


def _closes(clause: Clause, index: int) -> bool:
    """Return whether a noun phrase surely ends with a word."""
    following, further = clause.at(index + 1), clause.at(index + 2)
    if not following:
        return clause.after in _ENDS
    if (following == "a" and further in _TIMES) or (following in _OFTEN and not further):
        return True
    if following in _ARTICLES:
        return not _acts(clause.at(index))  # two shift a day; not: a shows the valves
    if following == "and":
        again = clause.at(index) in clause.words[index + 1 :]  # three phase and two phase motors
        return further in (*_ARTICLES, "many", "several") or (
            (number(further) or further == "one") and not again
        )
    if verbs.is_past(following):  # several student asked for it; not: student led tours
        ends = not further and clause.after in _ENDS
        return ends or further in _AFTER_PAST or further.endswith("ly")
    return following in CLOSING or following.endswith(_ADVERBS)


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
