"""Capitalised words that no dictionary has: names, or slips in Title Case.

`likely` weighs the one against the other; here stands what a word must have besides, by the place
where it stands, and how grave it is.
"""

from __future__ import annotations

import re
from typing import Literal

from cvpress.words import lookup
from cvpress.words.likely import beside, likely
from cvpress.words.near import is_slip
from cvpress.words.nearest import LONG, used
from cvpress.words.text import Text

Kind = Literal["misspelling", "unknown-word", "unknown-name"]
Verdict = tuple[Kind, tuple[str, ...]]
NAME: Verdict = ("unknown-name", ())
ORDINARY = frozenset({"ordinary", "label"})  # texts that have no names in them
_OF = re.compile(" of [A-Z]")
# in log-odds, as `likely` has them
_A_SLIP, _CERTAIN = 0.0, 3.0
_IN_PROSE = 1.7  # sentences are full of names
_OPENING = 1.5  # sentences seldom begin with a name,
_SHORT, _SHORT_OPENING = 4, 0.5  # but for short ones: Yao Class
_OFTEN = -3.0
_KNOWN = 4.7  # what a name that is right elsewhere must have to be a slip here: Sumer School


def elsewhere(text: Text, at: int, often: bool) -> Verdict:
    """Judge a Capitalised word outside of names of bodies, not at the beginning of a sentence.

    `often`: the document has it so often that it is a name, or a term.
    """
    points, found = likely(text, at)
    points += _OFTEN if often and text.role not in ORDINARY else 0
    if points < _A_SLIP:
        return NAME
    if text.role == "prose" and points < _IN_PROSE and not _titled(text, at, found[0]):
        return NAME
    return _kind(text, at, points, found), found


def in_body(text: Text, at: int, often: bool) -> Verdict | None:
    """Judge a word in the name of a body or place; None where it is right."""
    points, found = likely(text, at)
    points += _OFTEN if often else 0
    if points < _A_SLIP:
        return None
    return _kind(text, at, points, found), found


def known(text: Text, at: int) -> Verdict | None:
    """Judge a rare name that the dictionary has, in what has few names in it; None where it is
    right."""
    points, found = likely(text, at)
    return None if points < _KNOWN or found[0][0].isupper() else ("unknown-word", found)


def opening(text: Text, at: int) -> Verdict:
    """Judge the Capitalised first word of a sentence that is near no common one, or is short."""
    points, found = likely(text, at)
    least = -_OPENING if len(text.tokens[at].word) >= _SHORT else _SHORT_OPENING
    return NAME if points < least else ("unknown-word", found)


def _kind(text: Text, at: int, points: float, found: tuple[str, ...]) -> Kind:
    low, meant = text.tokens[at].lower, found[0]
    sure = points >= _CERTAIN or (text.role == "place" and meant[0].isupper())
    certain = sure and len(low) >= LONG and is_slip(low, meant.lower())
    return "misspelling" if certain else "unknown-word"


def _titled(text: Text, at: int, meant: str) -> bool:
    """True in a sentence for what is near a word that has a capital there: Univeristy, Enlgish, or
    a word beside another one with a capital (Head of Clinicl Trials)."""
    token = text.tokens[at]
    proper = meant[0].isupper()
    if (proper or meant in lookup.bodies()) and len(token.word) >= LONG - proper:
        return True
    if text.reading[: token.start].endswith("the ") and _OF.match(text.reading, token.end):
        return True
    return any(
        other.capital and used(other.lower) and not text.opens(other.start)
        for other in beside(text, at)
    )
