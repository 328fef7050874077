"""Words made of others: with a usual prefix or ending, a learned one, or of two words."""

from __future__ import annotations

import re

from cvpress.words import lookup
from cvpress.words.near import in_dictionary, in_rare, one_slip

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
_PART = 4  # the shortest part of a composed word
_COMMON = 5  # tens of its SCOWL size
_USED = 2
_LONG = 7
_SIZE_OF_COMMON = 3
_ENDING = re.compile("(?:s|es|ed|ing|ly)$")


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
    """Return of what a word may be made by its ending: not by s after s, nor ed or es after e."""
    ending = low[len(stem) :]
    if not ending or stem[-1:] == ending[0]:
        return ()
    return (stem,) if ending in ("s", "ly") else (stem, stem + "e")


def composed(low: str) -> bool:
    """Return whether a word is two common ones: chargepoint, windfarms."""
    cuts = range(_PART, len(low) - _PART + 1)
    made = any(usual(low[:at]) and usual(low[at:]) for at in cuts)
    return made and not in_dictionary(low)


def usual(word: str, size: int = _COMMON) -> bool:
    """Return whether the dictionary has a word up to so many tens of its SCOWL size."""
    found = lookup.size(word)
    return found is not None and found <= size


def inflected(low: str) -> bool:
    """True for a term with a usual ending, and a noun made a verb: phenotyped, databased. What is
    near a usual word with the same ending is its slip: enroled."""
    stem = _ENDING.sub("", low)
    ending = low[len(stem) :]
    made = _learned if ending not in ("ed", "ing") else _noun
    if len(low) < _LONG or not any(made(form) for form in _stems(low, stem)):
        return False
    near = one_slip(low, lookup.common())
    return not any(
        usual(word, _COMMON if word.endswith(ending) else _USED)
        for word in near
        if word.endswith(ending) or not word.startswith(stem)
    )


def _noun(word: str) -> bool:
    return _learned(word) or (len(word) > _PART and lookup.level(word) is not None)


def joined(low: str) -> str:
    """Return what follows a usual prefix of a word, "" where it has none: nanobattery → battery."""
    found = JOINED.fullmatch(low)
    return (found[1] or found[2]) if found else ""
