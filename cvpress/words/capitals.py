"""Capitalised words that no dictionary has: names, or slips in Title Case.

How near a word is to another by chance depends on its length, and how often names stand there on
the kind of field: hardly ever in what a post is called, nearly always alone in a sentence. So each
length has a size of SCOWL (0: the words that CVs use most): only a word of that size may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Literal

from cvpress.words import lookup, told
from cvpress.words.near import two_slips
from cvpress.words.nearest import LONG, near, near_rare, near_term, strange, sure, used, usual
from cvpress.words.right import known
from cvpress.words.suggest import ranked
from cvpress.words.text import Text, Token

Kind = Literal["misspelling", "unknown-word", "unknown-name"]
Verdict = tuple[Kind, tuple[str, ...]]
NAME: Verdict = ("unknown-name", ())
ORDINARY = frozenset({"ordinary", "label"})  # texts that have no names in them
_OF = re.compile(" of [A-Z]")
_END = re.compile(r"\s*(?:$|,|;|\(| of | for | and )")
_FAR = 10  # so long, a word is hardly two slips from another by chance
_SIZES = {"ordinary": {3: 0, 4: 2, 5: 3}, "skill": {4: -1, 5: 0, 6: 2, 7: 3, 8: 4}}
_IN_BODY = {4: -1, 5: 1, 6: 3, 7: 5}
_SIZE = {4: 1, 5: 3, 6: 5, 7: 6}
_STRANGE = 2  # the size for words with letters in a row that no word has: Trck, Wnes
_MOST = 7


def elsewhere(text: Text, at: int, names: Container[str], often: bool) -> Verdict:
    """Judge a Capitalised word outside of names of bodies, not at the beginning of a sentence."""
    token = text.tokens[at]
    found = _meant(token.lower, text)
    if text.role in ORDINARY:
        return (_kind(token, found[0]), found) if found else far(token.lower, ())
    if text.role == "prose" and not _titled(text, at, found):
        return NAME
    if found and found[0] not in lookup.bodies() and _name_like(text, at, found[0], names, often):
        return NAME
    if found:
        return _kind(token, found[0]), found
    return NAME if lookup.name(token.lower) else far(token.lower, ())


def in_body(text: Text, at: int, often: bool) -> Verdict | None:
    """Judge a word in the name of a body or place: sure is what is near a word of such names.

    A name of strange words may be foreign (Restaurang Frantzén): there it is a doubt.
    """
    token = text.tokens[at]
    found = near(token.lower)
    usual_here = tuple(word for word in found if word in lookup.bodies() or word[0].isupper())
    if usual_here and (len(token.word) >= LONG or _same_letters(token.lower, usual_here[0])):
        return ("misspelling" if _known_beside(text, at) else "unknown-word"), usual_here
    if usual_here and len(token.word) >= LONG - 2 and _says_what_it_is(text, at):
        return "unknown-word", usual_here
    named = lookup.name(token.lower) and not strange(token.lower)
    if text.role == "place" or named or often:
        return None
    if not _english(text, at):
        found = _surely(token.lower, found, _known_beside(text, at))
        return ("unknown-word", found) if found else _two_in_body(token.lower)
    likely = _meant(token.lower, text)
    return ("unknown-word", likely) if likely else _two_in_body(token.lower)


def _surely(low: str, found: tuple[str, ...], known_beside: bool) -> tuple[str, ...]:
    """Choose what is meant even in a name that may be foreign: a letter is typed twice (Culinaryy),
    or the word is much used, and beside words of the dictionary."""
    return tuple(
        word
        for word in found
        if len(low) >= LONG - 1
        and (
            (len(low) == len(word) + 1 and set(low) == set(word))
            or (known_beside and len(low) >= LONG and usual(word, 1))
        )
    )


def _says_what_it_is(text: Text, at: int) -> bool:
    """True for the last word after a name: Wellcome Trst, Bar Standards Bord, but Marks & Trst."""
    token = text.tokens[at]
    before, after = text.reading[: token.start].rstrip(), text.reading[token.end :]
    return before[-1:].isalpha() and _END.match(after) is not None and not before.endswith(" and")


def _two_in_body(low: str) -> Verdict | None:
    """Judge a word that may be two slips from a usual one: Qurteurly."""
    found = ranked(low, (w for w in two_slips(low) if usual(w, 0))) if len(low) >= _FAR - 2 else ()
    return ("unknown-word", found) if found else None


def far(low: str, found: tuple[str, ...]) -> Verdict:
    """Judge a Capitalised word that is not surely one slip from a common word."""
    found = found or near_rare(low) or near_term(low)
    if not found and len(low) >= _FAR - 3:
        found = ranked(low, (w for w in two_slips(low) if len(low) >= _FAR or usual(w, 0)))
    return ("unknown-word", found) if found else NAME


def _meant(low: str, text: Text) -> tuple[str, ...]:
    sizes = _SIZE | _SIZES.get("ordinary" if text.role == "label" else text.role, {})
    if text.role in told.BODIES:
        sizes = _IN_BODY
    size = sizes.get(len(low), _MOST if len(low) >= LONG else -1)
    if size < _STRANGE and text.role != "skill" and strange(low):
        size = _STRANGE if len(low) > 3 else 0
    return tuple(
        word
        for word in dict.fromkeys((*near(low), *near_rare(low)))
        if size == _MOST or usual(word, size) or (_same_letters(low, word) and usual(word, 0))
    )


def _kind(token: Token, word: str) -> Kind:
    certain = len(token.word) >= LONG and (sure(token.lower, word) or word[0].isupper())
    return "misspelling" if certain else "unknown-word"


def _same_letters(low: str, word: str) -> bool:
    return sorted(low) == sorted(word.lower())


def _titled(text: Text, at: int, found: tuple[str, ...]) -> bool:
    """True in a sentence for what is near a word that has a capital there: Univeristy, Enlgish, or
    a word beside another one with a capital (Head of Clinicl Trials)."""
    if not found:
        return False
    token = text.tokens[at]
    proper = found[0][0].isupper()
    if (proper or found[0] in lookup.bodies()) and len(token.word) >= LONG - proper:
        return True
    if text.reading[: token.start].endswith("the ") and _OF.match(text.reading, token.end):
        return True
    return any(
        other.capital and used(other.lower) and not text.opens(other.start)
        for other in _beside(text, at)
    )


def _name_like(text: Text, at: int, near: str, names: Container[str], often: bool) -> bool:
    """True for what is used often, is somebody's name, or stands beside another name."""
    low = text.tokens[at].lower
    if often or (lookup.name(low) and not strange(low)):
        return True
    if len(low) > LONG and usual(near, 1):
        return False
    return any(
        other.capital
        and (not known(other.word) or (other.word in names and not known(other.lower)))
        for other in _beside(text, at)
    )


def _beside(text: Text, at: int) -> tuple[Token, ...]:
    return text.tokens[max(at - 1, 0) : at] + text.tokens[at + 1 : at + 2]


def _english(text: Text, at: int) -> bool:
    """True where another word of a name is used in English, or none else is there."""
    others = [other for number, other in enumerate(text.tokens) if number != at]
    return not others or any(used(other.lower) for other in others)


def _known_beside(text: Text, at: int) -> bool:
    others = [other for number, other in enumerate(text.tokens) if number != at]
    return not others or any(
        known(other.lower) or other.word in lookup.common() for other in others
    )
