"""Which character is set by which glyph of a font, and in which encoding it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cvpress.kerning import T1

# One encoding a script, so that a word needs one font: its letter, first and last code points.
# What a glyph copies as is told for the glyph's name up to its dot, so `two`, `two.sups` and
# `two.subs` need an encoding each.
RAISED = ((0xB2, 0xB3), (0xB9, 0xB9), (0x02B0, 0x02B8), (0x02E1, 0x02E3), (0x1D2C, 0x1DBF))
BLOCKS = (
    ("R", (*RAISED, (0x2070, 0x207F))),
    ("D", ((0x2080, 0x209F),)),
    ("L", ((0x0100, 0x02FF), (0x1D00, 0x1D2B), (0xA720, 0xABFF))),  # Latin Extended, phonetic
    ("V", ((0x1E00, 0x1EFF),)),  # Latin Extended Additional: Vietnamese, transliteration
    ("G", ((0x0370, 0x03FF), (0x1F00, 0x1FFF))),  # Greek with its accents
    ("C", ((0x0400, 0x052F),)),  # Cyrillic
    # Punctuation and signs; and those of Latin-1 that TS1 lacks
    ("S", (*((code, code) for code in (0xA8, 0xAF, 0xB4)), (0x2012, 0x2BFF), (0x2E00, 0x2E5D))),
)
# Spaces that do not break: set as one, since readers drop the glyph of a space.
SPACES = {0x2007, 0x2009, 0x202F}
FIRST_SLOT = 33  # slot 32 stays free: a reader takes its width for that of the word space
SLOTS = 220
# An encoding of one glyph that draws nothing: cvpress.sty bridges the gap of a head line with it.
SPACE = {FIRST_SLOT: (0x20, "space")}


def glyph_names(tex: Path) -> dict[str, int]:
    """Return the code points that pdfTeX's own glyphtounicode.tex gives to glyph names."""
    table = tex / "texmf-dist" / "tex" / "generic" / "pdftex" / "glyphtounicode.tex"
    pairs = re.findall(r"\\pdfglyphtounicode\{([^}]+)\}\{([0-9A-F]{4,5})\}", table.read_text())
    return {name: int(code, 16) for name, code in reversed(pairs)}


def code_point(glyph: str, named: dict[str, int]) -> int | None:
    """Return what a glyph name stands for by the Adobe Glyph List rules; None for variants."""
    if glyph in named:
        return named[glyph]
    match = re.fullmatch(r"uni([0-9A-F]{4})|u([0-9A-F]{4,5})", glyph)
    return int(match[1] or match[2], 16) if match else None


# Characters whose glyph goes by another name, where the font has none of their own.
BORROWED = {
    **{0x0394: "Delta", 0x03A9: "Omega", 0x03BC: "mu"},  # read as signs of physics by the list
    **{0x02BB: "quoteleft", 0x02BC: "quoteright"},
    **{0x021A: "Tcommaaccent", 0x021B: "tcommaaccent"},  # read as Ţ by the list
}


def raised(named: dict[str, int], common: set[str]) -> Iterator[tuple[int, str]]:
    """Yield superscripts and subscripts by their Unicode decomposition: ² is `two.sups`.

    Latin Modern calls it `two.superior`.
    """
    ends = {"<super>": ("sups", "superior"), "<sub>": ("subs",)}
    names = {code: glyph for glyph, code in named.items() if f"{glyph}.sups" in common}
    names |= {code: glyph for glyph, code in named.items() if f"{glyph}.superior" in common}
    for code in range(0xB2, 0x20A0):
        how, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if how in ends and " " not in base:
            glyphs = (f"{names.get(int(base, 16))}.{ending}" for ending in ends[how])
            yield from ((code, glyph) for glyph in glyphs if glyph in common)


def characters(common: set[str], named: dict[str, int]) -> dict[int, str]:
    """Return the glyph for every code point that these glyphs set; the shortest name wins."""
    found = dict(raised(named, common))
    for glyph in sorted(common, key=lambda name: (len(name), name), reverse=True):
        code = code_point(glyph, named)
        if code is not None:
            found[code] = glyph
    return {code: glyph for code, glyph in BORROWED.items() if glyph in common} | found


def encodings(
    glyphs: dict[int, str], prefix: str
) -> Iterator[tuple[str, dict[int, tuple[int, str]]]]:
    """Yield each encoding: its name with the prefix and, by slot, (code point, glyph name)."""
    taken: set[int] = {ord(letter) for letter in T1} | SPACES
    for letter, ranges in BLOCKS:
        codes = [
            code
            for first, last in ranges
            for code in range(first, last + 1)
            if code in glyphs and code not in taken
        ]
        taken.update(codes)
        for part in range(0, len(codes), SLOTS):
            name = f"{prefix}{letter}{'' if part == 0 else chr(65 + part // SLOTS)}"
            chunk = codes[part : part + SLOTS]
            yield name, {FIRST_SLOT + i: (code, glyphs[code]) for i, code in enumerate(chunk)}
