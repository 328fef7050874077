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

from cvpress.words import capitals, lookup, lower, told
from cvpress.words.capitals import NAME, Kind, Verdict
from cvpress.words.context import best, paired
from cvpress.words.right import known, right, unjudged
from cvpress.words.short import short
from cvpress.words.strange import elsewhere, foreign, misplaced, names_another
from cvpress.words.text import WORD, Text, Token

__all__ = ["Kind", "Slip", "judge"]
_LONG_TEXT = 40  # words
_HARDLY = 7  # tens of the SCOWL size of a name that is hardly used
_OFTEN = 3  # so often used, a strange word is a term; so many far words, a text is foreign


class Slip(NamedTuple):
    """A word that is not right: the number of its text, its stretch, and what may be meant, best
    first. `listed`: it is in our own list of misspellings. `fitting`: which of what may be meant
    are known to stand beside its neighbours."""

    text: int
    start: int
    end: int
    word: str
    kind: Kind
    right: tuple[str, ...] = ()
    listed: bool = False
    fitting: tuple[str, ...] = ()


def judge(texts: Sequence[Text], allowed: frozenset[str]) -> tuple[Slip, ...]:
    """Return the slips of a document's English texts in order; `allowed` are words as written."""
    speller = _Speller(texts, allowed)
    return tuple(slip for number in range(len(texts)) for slip in speller.judge(number))


class _Speller:
    def __init__(self, texts: Sequence[Text], allowed: frozenset[str]) -> None:
        self.texts = texts
        self.allowed = frozenset(word for entry in allowed for word in WORD.findall(entry))
        self.names = told.names(texts)
        self.people = told.people(texts)
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
        here = [
            slip
            for at, slip in found
            if slip.listed or at not in abroad or _of_a_body(slip.word, (slip.kind, slip.right))
        ]
        return [slip for slip in here if slip.listed] if _foreign(text, here) else here

    def _token(self, number: int, text: Text, at: int) -> Slip | None:
        token = text.tokens[at]
        verdict = cure = None
        if not self._allowed(token):
            cure = self._cure(token, text)
            verdict = ("misspelling", (cure,)) if cure else self._judged(text, at)
        if verdict is None:
            return None
        place = (number, token.start, token.end)
        return Slip(*place, token.word, *verdict, bool(cure), best(text, at, verdict[1]))

    def _cure(self, token: Token, text: Text) -> str | None:
        """Return the cure of a misspelling that we know, if it is no name here."""
        if unjudged(token, text) or (token.word in self.names and text.role not in told.BODIES):
            return None
        return lookup.misspellings().get(token.lower)

    def _allowed(self, token: Token) -> bool:
        return token.word in self.allowed or (token.capital and token.lower in self.allowed)

    def _judged(self, text: Text, at: int) -> Verdict | None:
        verdict = self._verdict(text, at)
        if verdict in (None, NAME) and (meant := self._paired(text, at)):
            return "unknown-word", meant
        return verdict

    def _verdict(self, text: Text, at: int) -> Verdict | None:
        token = text.tokens[at]
        if small := short(text, at):
            return "unknown-word", small
        if unjudged(token, text):
            return None
        if right(text, at):
            doubtful = self._doubtful(text, at) or misplaced(text, at)
            return capitals.known(text, at) if doubtful else None
        if text.role in told.BODIES and (token.capital or _one_name(text)):
            verdict = capitals.in_body(text, at, self._often(token))
            return verdict if not _one_name(text) or _of_a_body(token.word, verdict) else None
        if not token.word.isascii() or (token.capital and self._abroad(text)):
            return NAME
        if not token.capital or text.shouted:
            return lower.judge(text, at, self._often(token))
        return None if token.word in self.names else self._capital(text, at)

    def _doubtful(self, text: Text, at: int) -> bool:
        """True in what has few names in it for a name that is hardly used: Sumer."""
        token = text.tokens[at]
        if not token.capital or text.shouted or text.role not in ("title", *capitals.ORDINARY):
            return False
        size = lookup.size(token.word)
        rare = size is not None and size >= _HARDLY and lookup.size(token.lower) is None
        return rare and not (token.word in self.names or self._often(token))

    def _paired(self, text: Text, at: int) -> tuple[str, ...]:
        token = text.tokens[at]
        return () if token.word in self.people or self._often(token) else paired(text, at)

    def _capital(self, text: Text, at: int) -> Verdict | None:
        token = text.tokens[at]
        if text.role == "prose" and text.opens(token.start):
            return lower.opening(text, at)
        return capitals.elsewhere(text, at, self._often(token))

    def _often(self, token: Token) -> bool:
        """True for what a document has so often, or in several texts, that it is meant so."""
        return self.counts[token.word] >= _OFTEN or self.places[token.word] > 1

    def _abroad(self, text: Text) -> bool:
        return text.role in ("title", *capitals.ORDINARY) and names_another(text)


def _of_a_body(word: str, verdict: Verdict | None) -> bool:
    """True for a slip in what bodies are called that stands among foreign words: Humboldt
    Foundaiton, but not Universidad."""
    if not verdict or verdict[0] != "misspelling" or not word.isascii():
        return False
    nobodys = lookup.seen(word.lower()) is None and not lookup.foreign(word.lower())
    return nobodys and verdict[1][0] in lookup.bodies()


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
