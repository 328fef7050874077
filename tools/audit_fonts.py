"""Bake the lists of the characters that the embedded engine can set *and* a reader can copy.

Each candidate is set between two letters in the four styles of a font, one character a page,
exactly as `cvpress.tex` escapes it; the PDF is read back with pypdfium2. A character counts where
all four come back as they were written. Writes cvpress/data/printable-NAME.txt for each font;
`tools/build_docs.py` writes docs/fonts.md from them.

    python tools/audit_fonts.py          # about 30 s a font; run it again: the same bytes
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2  # type: ignore[import-untyped]

from cvpress import fonts, resources, tex
from cvpress.engines import embedded, faults
from cvpress.engines.base import Stationery

RANGES = ((0x21, 0x2FFF), (0xA640, 0xABFF), (0xFB00, 0xFB06))
STYLES = ("", r"\bfseries", r"\itshape", r"\bfseries\itshape")
PREAMBLE = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage{cvfont-%s}\usepackage{textcomp}
\pagestyle{empty}\parindent0pt
\tracinglostchars=0
"""
# In the log: an error at a line of the body, a symbol that the family does not have.
STRANGE = r"(?:^\S*body\.tex:|not provided by[\s\S]{0,200}? on input line )(\d+)[.:]"
# What is printed, and copied, as plainer signs on purpose (`cvpress.tex`, LaTeX's own hyphens).
PLAINER = str.maketrans({"…": "...", "\u2010": "-", "\u2011": "-"})
HEADER = """\
# Characters that {font} with our overlay sets and a reader copies, as code points.
# Made by tools/audit_fonts.py.
"""


def candidates() -> list[str]:
    """Return the characters to try: assigned, in NFC, no controls and no lone accents."""
    every = (chr(code) for first, last in RANGES for code in range(first, last + 1))
    return [
        c
        for c in every
        if unicodedata.category(c)[0] not in "CM"
        and unicodedata.category(c) not in ("Zl", "Zp")
        and unicodedata.is_normalized("NFC", c)
    ]


def page(character: str) -> str:
    """Return the TeX, in one line, of a page with the character in each style.

    A character that LaTeX has no declaration of leaves the page as good as empty.
    """
    word = f"X{tex.text(character)}X"
    lines = "".join(rf"{{{style} {word}}}\par" for style in STYLES)
    if not character.isascii():
        lines = rf"\ifcsname u8:\detokenize{{{character}}}\endcsname {lines}\else -\fi"
    return rf"{lines}\newpage"


def set_pages(characters: list[str], font: str = fonts.DEFAULT) -> tuple[bytes, list[str]]:
    """Set one page a character; return the PDF and the characters that are on it.

    Left out, run by run, are those that stop TeX, and those that it would take from a font of
    another family, which the embedded TeX does not have.
    """
    stationery = Stationery("audit", PREAMBLE % font, {}, font)
    while True:
        pages = [page(c) for c in characters]
        body = "\n".join([r"\begin{document}", *pages, r"\end{document}"])
        compiled = embedded.open(stationery).press(body)
        lines = {int(line) for line in re.findall(STRANGE, compiled.log, re.M)}
        if compiled.pdf and not lines:
            return compiled.pdf, characters
        if not lines:
            raise SystemExit(f"audit_fonts: {faults.first(compiled.log)}")
        characters = [c for line, c in enumerate(characters, 2) if line not in lines]


def comes_back(character: str, copied: str) -> bool:
    """Tell whether a page's text is the character between its letters, four times.

    A space may come back as another one: all of them part words.
    """
    expected = re.sub(r"\s", " ", f"X{character.translate(PLAINER)}X")
    lines = [
        re.sub(r"\s", " ", unicodedata.normalize("NFC", line)) for line in copied.split("\r\n")
    ]
    return [line for line in lines if line] == [expected] * len(STYLES)


def printable(characters: list[str], font: str = fonts.DEFAULT) -> Iterator[str]:
    """Yield those of the characters that are set and come back."""
    pdf, stayed = set_pages(list(characters), font)
    document = pypdfium2.PdfDocument(pdf)
    if len(document) != len(stayed):
        raise SystemExit(f"audit_fonts: {len(stayed)} characters on {len(document)} pages.")
    for number, character in enumerate(stayed):
        if comes_back(character, document[number].get_textpage().get_text_range()):
            yield character


def ranges(characters: Iterable[str]) -> Iterator[str]:
    """Yield code points as lines, `0041` or `0041-005A`."""
    codes = sorted(map(ord, characters))
    first = 0
    for i, code in enumerate(codes):
        if i + 1 == len(codes) or codes[i + 1] != code + 1:
            start = codes[first]
            yield f"{start:04X}" if start == code else f"{start:04X}-{code:04X}"
            first = i + 1


if __name__ == "__main__":
    for each in fonts.FONTS.values():
        found = list(printable(candidates(), each.name))
        lines = "".join(f"{line}\n" for line in ranges([*found, " "]))
        table = resources.data(f"printable-{each.name}.txt")
        table.write_text(HEADER.format(font=each.title) + lines)
        print(each.name, len(found), "characters")
