"""Which words are right: of the dictionary, terms of the trade, joined with a usual prefix."""

from __future__ import annotations

import re

from cvpress.words import lookup
from cvpress.words.near import in_dictionary, in_rare, one_slip
from cvpress.words.text import Text, Token

PREFIX = re.compile(
    "anti|astro|auto|bi|bio|cardio|co|counter|crypto|cyber|de|eco|electro|ex|extra|gastro|geo|"
    "hydro|hyper|hypo|immuno|info|inter|intra|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|"
    "neo|neuro|non|omni|opto|out|over|pan|para|patho|pharma|photo|physio|poly|post|pre|pro|proto|"
    "pseudo|psycho|quasi|radio|re|retro|self|semi|socio|spatio|sub|super|techno|tele|thermo|trans|"
    "tri|ultra|un|under|uni|vice"
)
# of these prefixes nearly every word can be made, also without a hyphen
JOINED = re.compile(
    "(?:aero|agro|anti|astro|bio|co|cyber|eco|electro|geo|hydro|immuno|inter|macro|meta|micro|mono|"
    "multi|nano|neuro|non|omni|opto|photo|poly|post|pre|pseudo|psycho|quasi|socio|sub|super|tele|"
    "thermo|ultra|chemo|cyclo|enantio|endo|ethno|exo|hetero|homo|iso|litho|ortho|radio|regio|"
    "stereo|xeno|acetyl|amino|benzo|bromo|carboxy|chloro|ethyl|fluoro|hydroxy|iodo|methoxy|methyl|"
    r"nitro|phenyl|phospho|sulfo|sulpho)(\w{5,})|(?:fore|mis|out|over|re|un|under)(\w{6,})"
)


# how words of medicine and science end
_LEARNED = re.compile(
    r"\w{3,}(?:mycin|cillin|azole|caine|curonium|dipine|flozin|gliptin|lukast|midine|olol|oxaban|"
    r"pril|sartan|setron|statin|tidine|triptan|stomy|centesis|pexy|plegia|itis|olog(?:y|ist|ists|ical)|ectomy|otomy|aemia|emia|graph(?:y|er|ic)|"
    "metry|metric|scopy|scopic|philic|phobic|genic|genesis|lysis|lytic|morphic|phyte|cyte|cytes|"
    "plasty|pathy|therapy|dynamics|mechanics|physics|chemistry|chemical)"
)
_GENUS = re.compile(r"\w{2,}(?:a|i|is|us|um|on|es|os|ix|ax|or|aster)")
_LATIN = re.compile(r"\w{2,}(?:a|i|is|us|um|ae|ans|ens|ix|aster)")
_BRITISH = (("oe", "e"), ("ae", "e"), ("isation", "ization"), ("ise", "ize"), ("yse", "yze"))
_FAMILY = re.compile(r"(\w{4,}id)s?")
_PART = 4  # the shortest part of a composed word
_COMMON = 5  # tens of its SCOWL size
_USED = 2
_LONG = 7
_SIZE_OF_COMMON = 3
CUT = re.compile(r"\.(?:\S|\s+[^A-Z\s])")  # a full stop that ends no sentence
_STOP = re.compile(r"\.")
_SHORTENED = frozenset({"venue", "organization"})
_VOWEL = re.compile("[aeiouyAEIOUY]")
_ENDING = re.compile("(?:s|es|ed|ing|ly)$")


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


def derived(low: str) -> bool:
    """Return whether a word that is near no common one has a learned ending, or is a rare word or
    a term with a usual ending: phenotyped, manipulatives."""
    if composed(low) or (_LEARNED.fullmatch(low) and not in_dictionary(low) and not in_rare(low)):
        return True
    stem = _ENDING.sub("", low)
    return len(low) >= _LONG and any(_learned(form) for form in _stems(low, stem))


def _learned(word: str) -> bool:
    """True for a term, and for a word that is not common."""
    size = lookup.size(word)
    known_here = size is not None and size > _SIZE_OF_COMMON
    return known_here or lookup.terms().get(word) == "a" or lookup.rare(word)


def _stems(low: str, stem: str) -> tuple[str, ...]:
    """Return of what a word may be made by its ending: not by s after s, nor by ed after e."""
    ending = low[len(stem) :]
    if not ending or (ending == "s" and stem[-1] == "s") or (ending == "ed" and stem[-1] == "e"):
        return ()
    return (stem,) if ending in ("s", "ly") else (stem, stem + "e")


def composed(low: str) -> bool:
    """Return whether a word is two common ones: chargepoint, windfarms."""
    cuts = range(_PART, len(low) - _PART + 1)
    made = any(_usual(low[:at]) and _usual(low[at:]) for at in cuts)
    return made and not in_dictionary(low)


def _usual(word: str, size: int = _COMMON) -> bool:
    found = lookup.size(word)
    return found is not None and found <= size


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
    where = terms.get(low) or (terms.get(low[:-1]) if low.endswith("s") else None)
    if token.word in lookup.casing().get(low, ((), ""))[0]:  # matplotlib
        return True
    if where is None and _inflected(low):
        return True
    if where == "k":
        return text.role in ("skill", "organization")
    return where == "a" or (where in ("b", "c") and (token.capital or text.role == "skill"))


def _inflected(low: str) -> bool:
    """True for a term with a usual ending, and a noun made a verb: phenotyped, databased."""
    stem = _ENDING.sub("", low)
    made = _learned if low[len(stem) :] not in ("ed", "ing") else _noun
    if len(low) < _LONG or not any(made(form) for form in _stems(low, stem)):
        return False
    near = one_slip(low, lookup.common())
    return not any(_usual(word, _USED) for word in near if not word.startswith(stem))


def _noun(word: str) -> bool:
    return _learned(word) or (len(word) > _PART and lookup.level(word) is not None)


def _beside_particle(text: Text, at: int) -> bool:
    """True for `de` in `Maria de la Cruz`, and for the foreign words around it."""
    terms, tokens = lookup.terms(), text.tokens
    beside = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    if terms.get(tokens[at].lower) == "n":
        return any(other.capital or terms.get(other.lower) == "n" for other in beside)
    return any(terms.get(other.word) == "n" for other in beside)


def _seldom(token: Token) -> bool:
    """True for a rare word, and for a usual prefix and another word: nanobattery, coauthoring."""
    low = token.lower
    if lookup.rare(low):
        return lookup.agreed(low) or not any(
            _usual(word, _USED) for word in one_slip(low, lookup.common())
        )
    if _in_american(low) or _of_a_family(low):
        return True
    rest = joined(low)
    made = bool(rest) and (lookup.level(rest) is not None or lookup.terms().get(rest) == "a")
    return made and not one_slip(low, lookup.common())


def _in_american(low: str) -> bool:
    """True for the British spelling of a rare word in the American one: oesophagostomy."""
    return any(lookup.rare(low.replace(*pair)) for pair in _BRITISH if pair[0] in low)


def _of_a_family(low: str) -> bool:
    """True for what belongs to a family of animals that is known: ichneumonids."""
    found = _FAMILY.fullmatch(low)
    return found is not None and lookup.name(found[1] + "ae")


def joined(low: str) -> str:
    """Return what follows a usual prefix of a word, "" where it has none: nanobattery → battery."""
    found = JOINED.fullmatch(low)
    return (found[1] or found[2]) if found else ""
