"""What the codes of a font read as, from its ToUnicode table (PDF 32000-1, 9.10.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PART = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_ROW = re.compile(rb"<([0-9A-Fa-f]+)>|\[([^\]]*)\]")


def table(written: bytes) -> dict[int, str]:
    """Return the letters of each code."""
    found: dict[int, str] = {}
    for kind, rows in _PART.findall(written):
        cells = iter(_ROW.findall(rows))
        found.update(_singles(cells) if kind == b"char" else _ranges(cells))
    return found


_Cells = Iterator[tuple[bytes, bytes]]


def _singles(cells: _Cells) -> Iterator[tuple[int, str]]:
    for (code, _), (target, _) in zip(cells, cells, strict=False):
        yield int(code, 16), _letters(target)


def _ranges(cells: _Cells) -> Iterator[tuple[int, str]]:
    for (first, _), (last, _), (target, several) in zip(cells, cells, cells, strict=False):
        codes = range(int(first, 16), int(last, 16) + 1)
        if several:
            yield from zip(
                codes, map(_letters, re.findall(rb"[0-9A-Fa-f]+", several)), strict=False
            )
            continue
        begin = _letters(target)
        for step, code in enumerate(codes):
            yield code, begin[:-1] + chr(ord(begin[-1]) + step)


def _letters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def unspaced(letter: str) -> bool:
    """Return whether a letter is of a script that puts no spaces between words."""
    wide = unicodedata.east_asian_width(letter) in "WF" if letter else False
    return wide and not unicodedata.name(letter, "").startswith("HANGUL")


def backwards(letters: str) -> bool:
    """Return whether letters are of a script that runs from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters)
