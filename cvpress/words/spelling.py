"""Misspelled words, unknown words and unknown names of texts.

An unknown word is a *misspelling* where a common word is one slip away and nothing says that it is
a name; else an *unknown word*; Capitalised, and far from every word, an *unknown name*. What the
document itself calls a name is known, and a text that is mostly far from English is taken for
another language: only the misspellings that we know are told there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cvpress.words import capitals, lookup, told
from cvpress.words.capitals import NAME, Kind, Verdict
from cvpress.words.nearest import (
    LONG,
    far_off,
    like_it,
    near,
    near_rare,
    near_term,
    strange,
    sure,
    swapped,
    two_away,
    usual,
)
from cvpress.words.right import composed, derived, known, right, unjudged
from cvpress.words.short import short
from cvpress.words.strange import elsewhere, foreign, names_another
from cvpress.words.text import WORD, Text, Token

__all__ = ["Kind", "Slip", "judge"]
_LONG_TEXT = 40  # words
_OFTEN = 3  # so often used, a strange word is a term; so many far words, a text is foreign


class Slip(NamedTuple):
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
        written = {text.reading: text for text in texts}.values()
        self.places = Counter(word for text in written for word in {t.word for t in text.tokens})

    def judge(self, number: int) -> list[Slip]:
        text = self.texts[number]
        if text.role == "person" or _no_english(text):
            return []
        slips = [self._token(number, text, at) for at in range(len(text.tokens))]
        found = [(at, slip) for at, slip in enumerate(slips) if slip is not None]
        if not found or elsewhere(text):
            return []
        abroad = foreign(text)
        here = [slip for at, slip in found if slip.listed or at not in abroad]
        return [slip for slip in here if slip.listed] if _foreign(text, here) else here

    def _token(self, number: int, text: Text, at: int) -> Slip | None:
        token = text.tokens[at]
        verdict = cure = None
        if not self._allowed(token):
            cure = self._cure(token, text)
            verdict = ("misspelling", (cure,)) if cure else self._verdict(text, at)
        if verdict is None:
            return None
        return Slip(number, token.start, token.end, token.word, *verdict, listed=bool(cure))

    def _cure(self, token: Token, text: Text) -> str | None:
        """Return the cure of a misspelling that we know, if it is no name here."""
        if unjudged(token, text) or (token.word in self.names and text.role not in told.BODIES):
            return None
        return lookup.misspellings().get(token.lower)

    def _allowed(self, token: Token) -> bool:
        return token.word in self.allowed or (token.capital and token.lower in self.allowed)

    def _verdict(self, text: Text, at: int) -> Verdict | None:
        token = text.tokens[at]
        if small := short(text, at):
            return "unknown-word", small
        if unjudged(token, text) or right(text, at):
            return None
        if text.role in told.BODIES and (token.capital or _one_name(text)):
            often = self._often(token)
            return None if _one_name(text) else capitals.in_body(text, at, often)
        if not token.word.isascii() or (token.capital and self._abroad(text)):
            return NAME
        if not token.capital or text.shouted:
            return self._in_lower_case(token, text)
        return None if token.word in self.names else self._capital(text, at)

    def _capital(self, text: Text, at: int) -> Verdict | None:
        token = text.tokens[at]
        if text.role == "prose" and text.opens(token.start):
            return _opening(text, at)
        return capitals.elsewhere(text, at, self._often(token))

    def _often(self, token: Token) -> bool:
        """True for what a document has so often, or in several texts, that it is meant so."""
        return self.counts[token.word] >= _OFTEN or self.places[token.word] > 1

    def _abroad(self, text: Text) -> bool:
        return text.role in ("title", *capitals.ORDINARY) and names_another(text)

    def _in_lower_case(self, token: Token, text: Text) -> Verdict | None:
        low, proper = token.lower, token.lower.capitalize()
        if not text.shouted and proper in lookup.common():
            return "unknown-word", (proper,)
        found = near(low)
        if lookup.terms().get(low) == "f" and not any(usual(word, 1) for word in found):
            return None
        if any(sure(low, word) for word in found):
            like = like_it(low, found) if len(low) >= LONG else swapped(low, found)
            return ("misspelling", like) if like and sure(low, like[0]) else ("unknown-word", found)
        if lookup.level(proper) is not None:
            return None
        tool = text.role == "skill" and len(text.tokens) == 1 and not _slipped(low, found)
        often = self._often(token) or names_another(text) or tool
        if often or composed(low) or (not found and derived(low)):
            return None
        found = found or near_rare(low) or near_term(low) or two_away(low)
        return NAME if not found and far_off(low) else ("unknown-word", found)


def _slipped(low: str, found: Sequence[str]) -> bool:
    """Return whether even a tool with a name of its own is rather a slip: stocktakign."""
    return len(low) > LONG + 1 and bool(like_it(low, found))


def _one_name(text: Text) -> bool:
    """True for the name of a body in another language, and for one in lower case: tinyraft."""
    return names_another(text) or (len(text.tokens) == 1 and text.reading.islower())


def _no_english(text: Text) -> bool:
    """Return whether half of a long text is unknown; each such word would cost a millisecond."""
    strange = sum(not known(token.word) for token in text.tokens)
    return len(text.tokens) > _LONG_TEXT and 2 * strange > len(text.tokens)


def _foreign(text: Text, found: Sequence[Slip]) -> bool:
    """Return whether a third of a text is no English: small words of others, unknown words."""
    small = sum(lookup.foreign(token.lower) for token in text.tokens)
    kinds = ("unknown-word", "unknown-name") if small else ("unknown-word",)
    far = small + sum(slip.kind in kinds for slip in found)
    return far >= _OFTEN and far * 3 >= len(text.tokens)


def _opening(text: Text, at: int) -> Verdict | None:
    """Judge the Capitalised first word of a sentence: an ordinary word, if it is near one."""
    low = text.tokens[at].lower
    found = near(low)
    like = found if len(low) >= LONG - 1 else swapped(low, found)
    if like:
        return ("misspelling" if sure(low, like[0]) else "unknown-word"), like
    if derived(low) or (lookup.name(low) and not strange(low)):
        return None
    return capitals.opening(text, at)
