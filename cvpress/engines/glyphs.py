"""Which characters a font with our overlay can set *and* let a reader copy.

The tables are data, baked by tools/audit_fonts.py: each character was compiled and read back.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from cvpress import fonts, resources
from cvpress.view.model import View

# What `cvpress.tex.text` turns into a space.
SPACES = frozenset(map(chr, (*range(0x21), 0x7F)))


@cache
def printable(font: str) -> frozenset[str]:
    """Return all printable characters of a font, as the audit found them."""
    codes: set[int] = set()
    name = fonts.get(font).name
    table = resources.data(f"printable-{name}.txt").read_text(encoding="ascii")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, codes))


def dressed(page: View) -> View:
    """Return a page in the first of its theme's fonts that has all its letters.

    Where none has, or where the CV chose its font, the page is left as it is.
    """
    design = page.design
    text = page.letters if design.spare else ""
    for font in (design.font, *design.spare) if text else ():
        if not unprintable(text, font):
            return page.dressed(font)
    return page


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that a font of pdfTeX can't print, each once, in order."""
    return lacking(text, lambda character: character in printable(font))


def lacking(text: str, able: Callable[[str], bool]) -> str:
    """Return the characters of a text that are not printed, each once, in their order.

    The text is judged as it is set (`cvpress.tex`): in NFC, control characters as spaces. An accent
    that NFC can't join with its letter is left alone by NFC, and is no character of any table.
    """
    if text.isascii() and text.isprintable():
        return ""
    characters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(c for c in characters if c not in SPACES and not able(c))
