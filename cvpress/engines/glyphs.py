"""Which characters Source Sans Pro with our overlay can set *and* let a reader copy.

The table is data, baked by tools/audit_fonts.py: each character was compiled and read back.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from cvpress import resources

# What `cvpress.tex.text` turns into a space.
SPACES = frozenset(map(chr, (*range(0x21), 0x7F)))


@cache
def source_sans() -> frozenset[str]:
    """Return all printable characters of the audit."""
    codes: set[int] = set()
    table = resources.data("printable-source-sans.txt").read_text(encoding="ascii")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(map(chr, codes))


def unprintable(text: str, printable: frozenset[str]) -> str:
    """Return the characters of a text that are not printable, each once, in their order.

    The text is judged as it is set (`cvpress.tex`): in NFC, control characters as spaces. An accent
    that NFC can't join with its letter is left alone by NFC, and is no character of any table.
    """
    if text.isascii() and text.isprintable():
        return ""
    set_text = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(c for c in set_text if c not in printable and c not in SPACES))
