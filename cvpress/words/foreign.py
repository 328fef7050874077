"""Unknown words and names of texts in a language that a Hunspell dictionary spells.

What the English engine knows of tokens, names and terms holds here, too. A word in lower case that
the dictionary has not is *unknown*; a Capitalised one only where it is near a word of the language
(German nouns), else a *name*. English in the midst of another language is no fault: "machine
learning" stands, "ressource" beside nothing English does not. Of a text that is mostly in no
language of the CV nothing is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cvpress.words import lookup, told
from cvpress.words.composed import composed
from cvpress.words.hunspell import LONGEST, Speller
from cvpress.words.spelling import Kind, Slip
from cvpress.words.text import NO_WORD, WORD, Text, Token, blank

_OFTEN = 3  # so often used, a Capitalised word is a name; so many strange words, a text is foreign
_LONG = 6  # so long, a word is hardly near another by chance
_EXAMINED = 60  # so many Capitalised words are looked at for slips (2 ms each)
_SOUGHT = 5  # so many of them closely (30 ms each)
_SHORTENED = 5  # so short, a word before a full stop may be an abbreviation
# articles and small words that lose their vowel before another word: l'équipe, dell'arte
_ELIDED = re.compile(
    r"(?:\w{1,2}|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|all|dall|dell|nell|sull|coll|quell|"
    r"quest|bell|sant|anch)'(?=\w)",
    re.IGNORECASE,
)
_VOWEL = re.compile("[aeiouyàâäéèêëíîïóôöúûüæœ]", re.IGNORECASE)
_CHAIN = re.compile(r"[\w'’]+(?:-[\w'’]*)*")


def judge(texts: Sequence[Text], speller: Speller, allowed: frozenset[str]) -> tuple[Slip, ...]:
    """Return the slips of a document's texts in one language; `allowed` are words as written."""
    judge = _Judge(texts, speller, allowed)
    return tuple(slip for number in range(len(texts)) for slip in judge.text(number))


class _Judge:
    def __init__(self, texts: Sequence[Text], speller: Speller, allowed: frozenset[str]) -> None:
        self.texts = texts
        self.speller = speller
        self.allowed = frozenset(word for entry in allowed for word in WORD.findall(entry))
        self.names = told.names(texts)
        self.counts = Counter(token.word for text in texts for token in text.tokens)
        self.near: dict[str, tuple[str, ...]] = {}
        self.sought: dict[str, tuple[str, ...]] = {}

    def text(self, number: int) -> list[Slip]:
        text = self.texts[number]
        if text.role == "person":
            return []
        tokens = [_bare(token, self.speller) for token in text.tokens]
        strange = [token for token in tokens if not self._known(token, text)]
        if self._foreign(strange, text):
            return []
        found = [(token, self._verdict(token, text, strange)) for token in strange]
        return [
            Slip(number, token.start, token.end, token.word, *verdict)
            for token, verdict in found
            if verdict is not None
        ]

    def _known(self, token: Token, text: Text) -> bool:
        word, low = token.word, token.lower
        if _unjudged(token, text) or word in self.allowed or self.speller.knows(word):
            return True
        where = lookup.terms().get(low) or lookup.terms().get(low.removesuffix("s"))
        if low in lookup.casing() or where == "a" or (where == "c" and token.capital):
            return True
        if any(self.speller.knows(form) for form in _joined(token, text)):
            return True
        return composed(low, self.speller)

    def _verdict(
        self, token: Token, text: Text, strange: Sequence[Token]
    ) -> tuple[Kind, tuple[str, ...]] | None:
        if text.role in told.BODIES:
            near = self._near(token) if len(token.word) >= _LONG else ()
            swapped = tuple(word for word in near if _same_letters(word, token.lower))
            return ("unknown-word", swapped) if swapped else None
        english = _english(token)
        if english and any(_english(other) for other in strange if other != token):
            return None
        if not token.capital:
            near = self._near(token)
            return None if english and not near else ("unknown-word", near)
        if english:
            near = tuple(word for word in self._near(token) if _unaccented(word, token.lower))
            return ("unknown-word", near) if near else None
        return self._capital(token, text)

    def _capital(self, token: Token, text: Text) -> tuple[Kind, tuple[str, ...]] | None:
        if token.word in self.names:
            return None
        near = self._near(token)
        if len(token.word) < _LONG:
            near = tuple(word for word in near if _same_letters(word, token.lower))
        elif not near and self._ordinary(token, text):
            near = self._one_slip(token)
        if not near or len(token.word) < _LONG - 1:
            return "unknown-name", ()
        return None if self.counts[token.word] >= _OFTEN else ("unknown-word", near)

    def _ordinary(self, token: Token, text: Text) -> bool:
        """Return whether a Capitalised word is hardly a name: a longer one where all nouns have
        capitals (and no long one, a compound that is near others), else the first of a sentence."""
        if self.speller.compounding:
            return _LONG + 2 <= len(token.word) <= 2 * _LONG
        return text.opens(token.start)

    def _one_slip(self, token: Token) -> tuple[str, ...]:
        if token.word not in self.sought:
            if len(self.sought) >= _SOUGHT:
                return ()
            self.sought[token.word] = self.speller.one_slip(token.word)
        return self.sought[token.word]

    def _foreign(self, strange: Sequence[Token], text: Text) -> bool:
        """Return whether a text is in another language: a third is English, or half is far."""
        many = len(text.tokens)
        english = sum(map(_english, strange))
        if english >= 2 and english * 3 >= many:
            return True
        if len(strange) < _OFTEN or len(strange) * 2 < many:
            return False
        far = sum(not self._near(token) for token in strange)
        return far >= _OFTEN and far * 2 >= many

    def _near(self, token: Token) -> tuple[str, ...]:
        if token.word not in self.near:
            if len(self.near) >= _EXAMINED:
                return ()
            self.near[token.word] = self.speller.near(token.word)
        return self.near[token.word]


def _bare(token: Token, speller: Speller) -> Token:
    """Return a token without what is elided before it, unless the dictionary has it whole."""
    if "'" not in token.word or speller.knows(token.word):
        return token
    found = _ELIDED.match(token.word)
    if found is None:
        return token
    rest = token._replace(start=token.start + found.end(), word=token.word[found.end() :])
    return _bare(rest, speller)


def _unjudged(token: Token, text: Text) -> bool:
    """Return whether a word is too short or too long to judge, an acronym, a name with inner
    capitals, of another script, or cut by a full stop."""
    word = token.word
    if not (4 if token.hyphenated else 3) <= len(word) <= LONGEST:
        return True
    if _latin(word) != _latin(text.reading) or word[1:] != word[1:].lower():
        return True
    if len(word) <= 4 and token.capital and not _VOWEL.search(word):
        return True
    after = text.reading[token.end : token.end + 2]
    return len(word) <= _SHORTENED and after.startswith(".") and len(after) > 1


def _latin(text: str) -> bool:
    """Return whether most letters are Latin: PyTorch is no word of a text in Russian."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0370" or "\u1e00" <= letter < "\u1f00" for letter in letters) >= len(
        letters
    )


def _joined(token: Token, text: Text) -> list[str]:
    """Return a hyphenated word whole, with the hyphen that it ends with (Forschungs-), and as the
    noun that one without its beginning is (-qualität)."""
    if not token.hyphenated:
        return []
    letters = blank(NO_WORD, text.reading)
    chain = next(found for found in _CHAIN.finditer(letters) if found.end() > token.start)
    forms = [chain.group().replace("’", "'"), f"{token.word}-", token.word.removesuffix("s")]
    cut = letters[: token.start].endswith("-") and chain.start() == token.start
    return [*forms, token.word.capitalize()] if cut else forms


def _english(token: Token) -> bool:
    return lookup.level(token.word) is not None


def _unaccented(one: str, other: str) -> bool:
    return lookup.plain(one.lower()) == lookup.plain(other.lower())


def _same_letters(one: str, other: str) -> bool:
    """True for words with the same letters in another order, number or accent."""
    return {*lookup.plain(one.lower())} == {*lookup.plain(other.lower())}
