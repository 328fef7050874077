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
_LEARNED = re.compile(
    "a[eé]ro|agro|angio|anti|audio|auto|bio|bronco|[ck]ardio|[cz][iy]ber|contra|cr[iy]pto|dermato|"
    "e[ct]o|öko|électro|ele[ck]tro|endo|et[h]?no|extra|farmaco|pharma[ck]o|foto|photo|gastro|geo|"
    "géo|h[eéä]mo|hepato|h[iy]dro|h[iy]per|h[iy]po|histo|immuno?|inmuno|infra|inter|intra|iso|"
    "ma[ck]ro|m[eé]ga|m[eé]ta|mi[ck]ro|mono|multi|nano|ne[fp]h?ro|n[eé]o|p?neumo|neuro|oftalmo|"
    "ophthalmo|on[ck]o|orth?o|ost[eé]o|pal[eé]o|path?o|petro|pol[iy]|post|pr[eéä]|proto|pseudo|"
    "psico|psycho|quimio|radio|reumato|r[eé]tro|semi|so[cz]io|sub|super|t[eé]l[eé]|th?ermo|trans|"
    "ultra|uro|vid[eé]o|x[eé]no"
)
_DRUG = re.compile(r"\w{2,}(?:m[iy][cz]in[ae]?|cil+in[ae]?|azole?|umab|statin[ae]?)")


def composed(low: str, speller: Speller) -> bool:
    """Return whether a word in lower case is made of two that the dictionary has."""
    return _learned(low, speller) or (speller.compounding and _compound(low, speller))


def _learned(low: str, speller: Speller) -> bool:
    found = _LEARNED.match(low)
    rest = low[found.end() :] if found else ""
    if len(rest) >= _REST and speller.form(rest):
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
