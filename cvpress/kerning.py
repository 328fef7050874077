"""Kerning between letters that pdfTeX takes from different encodings (DESIGN 5).

A font's kerning reaches the letters of one encoding. Beyond T1 each script has an encoding of our
own, so in “Vạn” or “Тест” nothing is kerned. A letter is kerned as its base is, by the same
amounts in every font of ours: “ạ” as “a”, and “Т” (Cyrillic) as the “T” that it looks like. So
`hinted` names the pair of bases, and TeX takes their kern from the font at hand (`\\cvkern`).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from cvpress import resources

# What T1 and TS1 set, kern and let a reader copy, beyond Latin-1. T1's Đ copies as Ð: it is ours.
T1 = frozenset(
    "ĂăĄąĆćČčĎďđĘęĚěĞğĹĺĽľŁłŃńŇňŊŋŐőŒœŔŕŘřŚśŞşŠšŤťŢţŮůŰűŸŹźŻżŽžıİ"
    "–—‘’‚“”„†‡•‰‹›™"  # … is not: T1 makes it of three dots that copy apart
)
# Letters drawn as Latin ones are: capitals of Greek and Cyrillic, and some small letters.
_DRAWN_ALIKE = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕЅІЈКМНОРСТХаеѕіјорсхуԛԝĐ",
    "ABEZHIKMNOPTYXoABESIJKMHOPCTXaesijopcxyqwD",
)


def hinted(text: str) -> str:
    """Return an escaped text with `\\cvkern{T}{a}` between letters that TeX would not kern.

    Only pairs that a font kerns (cvpress/data/kerned.txt), with a letter beyond T1 among them.
    """
    if text.isascii() or not any(map(_beyond, set(text))):
        return text
    kerned, made = pairs(), []
    for left, right in pairwise(text):
        made.append(left)
        if (_beyond(left) or _beyond(right)) and base(left) + base(right) in kerned:
            made.append(f"\\cvkern{{{base(left)}}}{{{base(right)}}}")
    return "".join([*made, text[-1]])


def _beyond(letter: str) -> bool:
    return letter > "\xff" and letter not in T1


@cache
def base(letter: str) -> str:
    """Return the ASCII letter by which a letter is kerned; another sign is its own."""
    return unicodedata.normalize("NFD", letter.translate(_DRAWN_ALIKE))[0].translate(_DRAWN_ALIKE)


@cache
def pairs() -> frozenset[str]:
    """Return the pairs of ASCII letters that a font of ours kerns."""
    lines = resources.data("kerned.txt").read_text("ascii").splitlines()
    told = (line.split() for line in lines if not line.startswith("#"))
    return frozenset(left + right for left, rights in told for right in rights)
