"""Misspelled words, unknown words and unknown names of texts.

An unknown word is a *misspelling* where a common word is one slip away and nothing says that it is
a name; else an *unknown word*; Capitalised, and far from every word, an *unknown name*. What the
document itself calls a name is known, and a text that is mostly far from English is taken for
another language: only the misspellings that we know are told there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cvpress.words import lookup, told
from cvpress.words.near import in_dictionary, one_slip, slips, two_slips
from cvpress.words.right import all_strange, derived, known, right, unjudged
from cvpress.words.suggest import ranked
from cvpress.words.text import WORD, Text, Token

Kind = Literal["misspelling", "unknown-word", "unknown-name"]
Verdict = tuple[Kind, tuple[str, ...]]
_NAME: Verdict = ("unknown-name", ())
_OFTEN = 3  # so often used, a Capitalised word is a name; so many far words, a text is foreign
_LONG = 6  # so long, a word is hardly near another by chance


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that is not right: the number of its text, its stretch, and what may be meant, best
    first. `listed`: it is in our own list of misspellings."""

    text: int
    start: int
    end: int
    word: str
    kind: Kind
    right: tuple[str, ...] = ()
    listed: bool = False


def judge(texts: Sequence[Text], allowed: frozenset[str]) -> tuple[Slip, ...]:
    """Return the slips of a document's English texts in order; `allowed` are words as written."""
    speller = _Speller(texts, allowed)
    return tuple(slip for number in range(len(texts)) for slip in speller.judge(number))


class _Speller:
    def __init__(self, texts: Sequence[Text], allowed: frozenset[str]) -> None:
        self.texts = texts
        self.allowed = frozenset(word for entry in allowed for word in WORD.findall(entry))
        self.names = told.names(texts)
        self.counts = Counter(token.word for text in texts for token in text.tokens)

    def judge(self, number: int) -> list[Slip]:
        text = self.texts[number]
        if text.role == "person":
            return []
        slips = [self._token(number, text, at) for at in range(len(text.tokens))]
        found = [slip for slip in slips if slip is not None]
        return [slip for slip in found if slip.listed] if _foreign(text, found) else found

    def _token(self, number: int, text: Text, at: int) -> Slip | None:
        token = text.tokens[at]
        if unjudged(token, text) or self._allowed(token):
            return None
        cure = lookup.misspellings().get(token.lower)
        verdict: Verdict | None
        if cure and (token.word not in self.names or text.role in told.BODIES):
            verdict = ("misspelling", (cure,))
        else:
            verdict = None if right(text, at) else self._verdict(text, at)
        if verdict is None:
            return None
        return Slip(number, token.start, token.end, token.word, *verdict, listed=bool(cure))

    def _allowed(self, token: Token) -> bool:
        return token.word in self.allowed or (token.capital and token.lower in self.allowed)

    def _verdict(self, text: Text, at: int) -> Verdict | None:
        token = text.tokens[at]
        if text.role in told.BODIES:
            return _in_name(token, text)
        if not token.word.isascii():
            return _NAME
        if not token.capital or text.shouted:
            return _in_lower_case(token, text)
        if token.word in self.names:
            return None
        if text.role == "prose" and text.opens(token.start):
            return _opening(token)
        return self._capital(text, at)

    def _capital(self, text: Text, at: int) -> Verdict:
        token = text.tokens[at]
        if text.role == "prose" and len(token.word) < _LONG:
            return _NAME
        near = _near(token.lower)
        near = near if len(token.word) >= _LONG - 1 else _swapped(token.lower, near)
        if near and not self._name_like(text, at, near[0]):
            return ("misspelling" if len(token.word) >= _LONG else "unknown-word"), near
        return _far_word(token) if text.role in ("title", "label", "skill") else _far(token)

    def _name_like(self, text: Text, at: int, near: str) -> bool:
        """True for what is used often, or stands beside another name; but `Univeristy` is none."""
        if near in lookup.bodies() or text.role != "prose":
            return False
        if self.counts[text.tokens[at].word] >= _OFTEN:
            return True
        beside = text.tokens[max(at - 1, 0) : at] + text.tokens[at + 1 : at + 2]
        return any(
            other.capital and (other.word in self.names or not known(other.word))
            for other in beside
        )


def _foreign(text: Text, found: Sequence[Slip]) -> bool:
    """Return whether a third of a text is no English: small words of others, unknown words."""
    small = sum(lookup.terms().get(token.lower) == "n" for token in text.tokens)
    far = small + sum(slip.kind != "misspelling" for slip in found)
    return far >= _OFTEN and far * 3 >= len(text.tokens)


def _in_name(token: Token, text: Text) -> Verdict | None:
    """Judge a word in the name of a body or place: sure is what is near a word of such names.

    A name of strange words may be foreign (Restaurang Frantzén): there, only swapped letters are.
    """
    near = _near(token.lower)
    sure = tuple(word for word in near if word in lookup.bodies() or word[0].isupper())
    sure = sure if len(token.word) >= _LONG else _swapped(token.lower, sure)
    if sure:
        foreign = all_strange(token, text) and not _swapped(token.lower, sure)
        return ("unknown-word" if foreign else "misspelling"), sure
    likely = near and text.role != "place" and len(token.word) > _LONG + 1
    return ("unknown-word", near) if likely else None


def _in_lower_case(token: Token, text: Text) -> Verdict | None:
    low, proper = token.lower, token.lower.capitalize()
    if not text.shouted and lookup.level(proper) is not None:
        return ("unknown-word", (proper,)) if proper in lookup.common() else None
    near = _near(low)
    sure = _sure(low, near) if len(low) >= _LONG else _swapped(low, near)
    if sure:
        return "misspelling", sure
    return None if not near and derived(low) else ("unknown-word", near or _near_term(low))


def _sure(low: str, near: tuple[str, ...]) -> tuple[str, ...]:
    """Choose what begins with the same letter (boronic is not moronic), or with the two swapped."""
    return tuple(word for word in near if low[0] == word[0].lower() or low[:2] == word[1::-1])


def _swapped(low: str, near: tuple[str, ...]) -> tuple[str, ...]:
    """Choose what is near a short word not just by chance: letters swapped, or one doubled."""
    doubled = len(low) == _LONG - 1
    return tuple(
        word for word in near if sorted(word) == sorted(low) or (doubled and set(word) == set(low))
    )


def _opening(token: Token) -> Verdict | None:
    """Judge the Capitalised first word of a sentence: an ordinary word, if it is near one."""
    near = _near(token.lower)
    sure = near if len(token.word) >= _LONG - 1 else _swapped(token.lower, near)
    if sure:
        return "misspelling", sure
    return None if derived(token.lower) else _far_word(token)


def _far_word(token: Token) -> Verdict:
    """Judge a Capitalised word, no name by its place, that is not one slip from a common word."""
    rare = in_dictionary(token.lower) if len(token.word) > _LONG else ()
    return ("unknown-word", ranked(token.lower, rare)) if rare else _far(token)


def _far(token: Token) -> Verdict:
    """Judge a Capitalised word that is not one slip from a common word."""
    near = _near_term(token.lower)
    if not near and len(token.word) >= _LONG + 4:
        near = ranked(token.lower, two_slips(token.lower))
    return ("unknown-word", near) if near else _NAME


def _near(low: str) -> tuple[str, ...]:
    """Return the common words, and some names that are written with a capital, one slip away."""
    common = lookup.common()
    found = one_slip(low, common)
    if len(low) >= _LONG:
        found += tuple(name for slip in slips(low) if (name := slip.capitalize()) in common)
    return ranked(low, dict.fromkeys(found))


def _near_term(low: str) -> tuple[str, ...]:
    if len(low) < _LONG:
        return ()
    return ranked(low, one_slip(low, lookup.terms(), shortest=_LONG))
