"""Which words are right where they stand: of the dictionary, terms of the trade, made of others."""

from __future__ import annotations

import re

from cvpress.words import lookup
from cvpress.words.made import PREFIX, inflected, joined, usual
from cvpress.words.near import in_dictionary, one_slip
from cvpress.words.text import Text, Token

_GENUS = re.compile(r"\w{2,}(?:a|i|is|us|um|on|es|os|ix|ax|or|aster)")
_LATIN = re.compile(r"\w{3,}(?:a|i|is|us|um|ae|ans|ens|ix|aster)")
_BRITISH = (("oe", "e"), ("ae", "e"), ("isation", "ization"), ("ise", "ize"), ("yse", "yze"))
_FAMILY = re.compile(r"(\w{4,}id)s?")
_PART = 4
_COMMON = 5  # tens of the SCOWL size of a word
_USED = 2
CUT = re.compile(r"\.(?:\S|\s+[^A-Z\s])")  # a full stop that ends no sentence
_STOP = re.compile(r"\.")
_SHORTENED = frozenset({"venue", "organization"})
_VOWEL = re.compile("[aeiouyAEIOUY]")


def unjudged(token: Token, text: Text) -> bool:
    """Return whether a word is too short to judge, an acronym (short without vowels, or in
    capitals), a name with inner capitals, or of another script."""
    word = token.word
    if len(word) < (4 if token.hyphenated else 3):
        return True
    if not word.isascii() and max(word) > "\u036f":
        return True
    if len(word) <= 4 and not _VOWEL.search(word) and _initials(token, text):
        return True
    body = word[:-1] if word.endswith("s") else word
    return not text.shouted and (body.isupper() or word[1:] != word[1:].lower())


def _initials(token: Token, text: Text) -> bool:
    """True for a short word without vowels that shortens something: Ltd, Mgr., Wnt in a list."""
    stopped = CUT if token.word.islower() else _STOP
    if text.role == "skill" or stopped.match(text.reading, token.end):
        return True
    return lookup.terms().get(token.lower) == "s" or (token.capital and len(token.word) < 3)


def right(text: Text, at: int) -> bool:
    """Return whether the token of that number is a right word where it stands."""
    token = text.tokens[at]
    if (
        known(token.word)
        or _cut(token, text)
        or (token.hyphenated and PREFIX.fullmatch(token.lower))
    ):
        return True
    return _term(token, text) or _beside_particle(text, at) or _species(text, at) or _seldom(token)


def _cut(token: Token, text: Text) -> bool:
    """True for a word cut short: cand.med., and Nucl. Instrum. Methods in names of journals."""
    after = text.reading[token.end : token.end + 2]
    if after[:1] == "." and token.capital and text.role in _SHORTENED:
        return True
    return len(token.word) <= 4 and after[:1] == "." and after[1:].isalpha()


def _species(text: Text, at: int) -> bool:
    """True for the second word of a species: Puccinia striiformis."""
    if not at or text.tokens[at].capital or not _LATIN.fullmatch(text.tokens[at].word):
        return False
    genus = text.tokens[at - 1]
    titled = genus.capital and genus.word[1:].islower() and len(genus.word) > 3
    return titled and lookup.level(genus.word) != 0 and bool(_GENUS.fullmatch(genus.lower))


def known(word: str) -> bool:
    """Return whether the dictionary has a word, with or without its accents, or joined to a French
    article: hors d'oeuvres."""
    joined = word[2:] if len(word) > _PART and word[:2].lower() in ("d'", "l'") else word
    return any(lookup.level(form) is not None for form in (joined, lookup.plain(joined)))


def _term(token: Token, text: Text) -> bool:
    low = token.lower
    terms = lookup.terms()
    several = low.endswith("s") and len(low) > _PART + 1
    where = terms.get(low) or (terms.get(low[:-1]) if several else None)
    if token.word in lookup.casing().get(low, ((), ""))[0]:  # matplotlib
        return True
    if where is None and inflected(low):
        return True
    if where == "k":
        return text.role in ("skill", "organization")
    return where == "a" or (where in ("b", "c") and (token.capital or text.role == "skill"))


def _beside_particle(text: Text, at: int) -> bool:
    """True for `de` in `Maria de la Cruz`, and for the foreign words around it."""
    terms, tokens = lookup.terms(), text.tokens
    beside = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    if tokens[at].hyphenated:  # de-escalation
        beside = tuple(other for other in beside if not other.hyphenated or other.capital)
    if terms.get(tokens[at].lower) == "n":
        return any(other.capital or terms.get(other.lower) == "n" for other in beside)
    return any(terms.get(other.word) == "n" for other in beside)


def _seldom(token: Token) -> bool:
    """True for a rare word, and for a usual prefix and another word: nanobattery, coauthoring."""
    low = token.lower
    if lookup.rare(low):
        return lookup.agreed(low) or not any(
            usual(word, _USED) for word in one_slip(low, lookup.common())
        )
    if _in_american(low) or _of_a_family(low):
        return True
    rest = joined(low)
    made = bool(rest) and (lookup.level(rest) is not None or lookup.terms().get(rest) == "a")
    return made and not any(usual(word, _COMMON) for word in in_dictionary(low))


def _in_american(low: str) -> bool:
    """True for the British spelling of a rare word in the American one: oesophagostomy."""
    return any(lookup.rare(low.replace(*pair)) for pair in _BRITISH if pair[0] in low)


def _of_a_family(low: str) -> bool:
    """True for what belongs to a family of animals that is known: ichneumonids."""
    found = _FAMILY.fullmatch(low)
    return found is not None and lookup.name(found[1] + "ae")
