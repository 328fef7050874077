"""Words that are made of right ones, though a dictionary of Hunspell lacks them.

German joins words (Festigkeits-nachweis), and every language of Europe joins Greek and Latin ones
(onco-lógico, télé-consultation). Both parts must be known and not too short, so that a slip is
hardly ever a compound by chance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvpress.words.hunspell import Speller

_PART = 4
_REST = 5
_PREFIXES = """
aero aéro agro angio anti audio auto bio bronco cardio kardio ciber cyber contra cripto
crypto dermato eco éco öko electro électro elektro endo etno ethno extra farmaco pharmaco
pharmako foto photo gastro geo géo hemo hémo hämo hepato hidro hydro hiper hyper hipo hypo
histo immun immuno inmuno infra inter intra iso macro makro mega méga meta méta micro mikro
mono multi nano nefro nephro neo néo neumo pneumo neuro oftalmo ophthalmo onco onko orto
ortho osteo ostéo paleo paléo pato patho petro poli poly post pre pré prä proto pseudo psico
psycho quimio radio reumato retro rétro semi socio sozio sub super tele télé termo thermo
trans ultra uro video vidéo xeno xéno
"""
_LEARNED = frozenset(_PREFIXES.split())
_LONGEST = max(map(len, _LEARNED))
_DRUG = re.compile(r"\w{2,}(?:m[iy][cz]in[ae]?|cil+in[ae]?|azole?|umab|statin[ae]?)")


def composed(low: str, speller: Speller) -> bool:
    """Return whether a word in lower case is made of two that the dictionary has."""
    return _learned(low, speller) or (speller.compounding and _compound(low, speller))


def _learned(low: str, speller: Speller) -> bool:
    for at in range(2, min(_LONGEST, len(low) - _REST) + 1):
        if low[:at] in _LEARNED and speller.form(low[at:]):
            return True
    return _DRUG.fullmatch(low) is not None


def _compound(low: str, speller: Speller) -> bool:
    """True for two words of a language that joins them, with or without a joint: Arbeits-."""
    for at in range(_PART, len(low) - _PART + 1):
        first, rest = low[:at], low[at:]
        if speller.form(rest) and any(map(speller.form, _unjoined(first))):
            return True
    return False


def _unjoined(first: str) -> tuple[str, ...]:
    """Return what the first part of a compound may be by itself: Festigkeits, Hochschul."""
    return (first, first + "e", *([first[:-1]] if first.endswith("s") else []))
