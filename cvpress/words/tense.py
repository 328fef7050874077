"""Which tense the first verb of a line is in, and what it would be in the past."""

from __future__ import annotations

from dataclasses import dataclass

from cvpress.words import verbs
from cvpress.words.clauses import Clause, words_of

_OBJECT = words_of("the a an all our its their his her my new each every these this those both any")
# What a machine does, too (Supports 20 formats), is told of nobody; these only people do.
_PERSONAL = words_of(
    "administer advise advocate assist attend author bake build calibrate chair choreograph coach"
    " co-lead co-supervise collaborate collect consult conduct coordinate counsel create design"
    " develop direct draft edit educate facilitate hire instruct investigate lead lecture liaise"
    " maintain manage mentor negotiate operate organise organize oversee participate perform"
    " pioneer plan prepare prescribe promote purchase recruit rehearse repair restore sell"
    " spearhead supervise teach tutor volunteer write"
)
# "See the report", "Help wanted": said to the reader, or about now.
_TO_READER = words_of("see view visit check find contact continue remain get keep let help note")
_NOW = words_of("currently now still today ongoing presently nowadays remain remains continue")
_NO_VERB = words_of("of and or for in with by at from on to as is was")
_LIGHT = words_of("helped let made had saw")


@dataclass(frozen=True, slots=True)
class Present:
    """A verb in the present, by the number of its word in the clause; its past."""

    index: int
    past: str


def present(clause: Clause, post: bool) -> Present | None:
    """Return the first verb of a line where it is surely in the present and the owner's doing.

    `post`: the line belongs to a post; elsewhere, "Manages memory" tells what a program does.
    """
    if not clause.opens or clause.words[0] in _TO_READER or _NOW & set(clause.words):
        return None
    verb = verbs.find(clause.words[0])
    if verb is None or verb.form == "past" or not _surely(clause, 0, verb):
        return None
    if verb.form == "third" and not (post and verb.base in _PERSONAL):
        return None
    return Present(0, verb.past)


def joined(clause: Clause) -> Present | None:
    """Return a present joined to a first verb in the past: "Designed and manage the site"."""
    if not clause.opens or clause.at(1) != "and" or _NOW & set(clause.words):
        return None
    verb = verbs.find(clause.at(2))
    if verb is None or verb.form != "base" or clause.words[0] in _LIGHT:
        return None
    if clause.at(3) in _OBJECT and verbs.is_past(clause.words[0]):
        return Present(2, verb.past)
    return None


def _surely(clause: Clause, index: int, verb: verbs.Verb) -> bool:
    """Return whether a form is no noun: what is one, too, needs its object behind it."""
    following = clause.at(index + 1)
    if verb.noun:
        return following in _OBJECT
    return bool(following) and (following not in _NO_VERB or verb.form == "base")
