"""What PDFium smooths over: ligature signs and soft hyphens that other readers copy as they are.

PDFium copies the one glyph of “fi” as two letters whatever the PDF says of it, and doesn't tell a
hyphen from a soft hyphen where a line ends with it. What the PDF says stands in the ToUnicode table
of the font (PDF 32000-1, 9.10.3) or, without one, in the glyph names of its /Encoding. Both are
looked up in the file; where they can't be found, or two fonts of one name differ, PDFium is
believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from cvpress.printed.objects import objects

SIGNS = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ"}
LINE_END = "\ufffe"  # PDFium's sign for a hyphen that a line ends with; it eats the line break
SOFT_LINE_END = "\ufdd1"  # ours, where that is a soft hyphen
PAD = "\ufdd0"  # ours, in the places of the letters that became one sign
Place = Callable[[int], tuple[float, float, float, float]]
_SUBSET = re.compile("^[A-Z]{6}[+]")
_BASE = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
_TABLE = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R")
_ENCODING = re.compile(rb"/Encoding\s+(\d+)\s+\d+\s+R")
# "<source> <target>" or "<first> <last> <target>" at the end of a line, or a list of targets
_TARGET = re.compile(rb"<([0-9A-Fa-f]+)>(?=[ \t]*(?:[\r\n]|endbf))|\[([^\]]{0,5000})\]")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_NAMED = re.compile(rb"/(ff[il]?|f[il])(?=[\s/\]])")
_AT_STAKE = re.compile(f"f[fil]+|{LINE_END}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is surely so in this PDF, by the name of the font without its subset.

    `signs`: the letters that copy as one sign; `soft`: the fonts whose hyphen is a soft one.
    """

    signs: dict[str, frozenset[str]] = field(default_factory=dict)
    soft: frozenset[str] = frozenset()

    def reveal(self, letters: str, place: Place, font: Callable[[int], str]) -> str:
        """Put the signs where PDFium put letters; the text keeps its length (`PAD`).

        `place` and `font` tell the box of the letter of an index, and the name of its font.
        """
        if not self.signs and not self.soft:
            return letters
        shown = list(letters)
        for match in _AT_STAKE.finditer(letters):
            name = base(font(match.start()))
            if match.group() != LINE_END:
                self._join(shown, match, place, self.signs.get(name, frozenset()))
            elif name in self.soft:
                shown[match.start()] = SOFT_LINE_END
        return "".join(shown)

    def _join(
        self, shown: list[str], match: re.Match[str], place: Place, signs: frozenset[str]
    ) -> None:
        at = match.start()
        while at < match.end():
            size = _size(match.string, at, place, signs)
            if size > 1:
                sign = SIGNS[match.string[at : at + size]]
                shown[at : at + size] = [sign, *PAD * (size - 1)]
            at += size


def _size(letters: str, at: int, place: Place, signs: frozenset[str]) -> int:
    """Return how many letters from `at` on are one sign, which stands in one box; else 1."""
    for size in (3, 2):
        one = letters[at : at + size] in signs
        if one and all(place(at) == place(at + step) for step in range(1, size)):
            return size
    return 1


def evidence(pdf: bytes) -> Evidence:
    """Return what the PDF itself says of its ligatures and hyphens."""
    found: dict[str, list[set[bytes]]] = {}
    parts = objects(pdf)
    for written in parts.values():
        name = _BASE.search(written)
        if name and b"/Font" in written:
            font = base(name[1].decode("latin-1"))
            found.setdefault(font, []).append(_targets(written, parts))
    signs, soft = {}, set()
    for font, tables in found.items():
        every = set().union(*tables)
        copied = {text for text, sign in SIGNS.items() if _hex(sign) in every}
        signs[font] = frozenset(text for text in copied if _hex(text) not in every)
        if _hex("\u00ad") in every and _hex("-") not in every:
            soft.add(font)
    return Evidence({font: texts for font, texts in signs.items() if texts}, frozenset(soft))


def base(name: str) -> str:
    """Return a font's name without the letters that mark a subset."""
    return _SUBSET.sub("", name)


def _targets(font: bytes, parts: dict[int, bytes]) -> set[bytes]:
    """Return what a font's glyphs copy as, each as hexadecimal UTF-16, as far as it matters."""
    table = _TABLE.search(font)
    if table:
        return set(_mapped(parts.get(int(table[1]), b"")))
    encoding = _ENCODING.search(font)
    names = parts.get(int(encoding[1]), b"") if encoding else font
    return {_hex(SIGNS[name.decode()]) for name in _NAMED.findall(names)}


def _mapped(table: bytes) -> Iterator[bytes]:
    for single, several in _TARGET.findall(table):
        yield from (found.lower() for found in (single, *_HEX.findall(several)) if found)


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode()
