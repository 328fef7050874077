"""Fonts as far as spaces need them: the width of a string, and a font that has a space alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from cvpress import resources
from cvpress.tagged.pen import Face
from cvpress.tagged.unicode import table

SPACE = "/cvSpace"
SPACE_WIDTH = 170  # thousandths: narrower than any gap, so that a space never touches the next word
_COPIED = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /cvpress-space def
/CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <20> <0020> endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end end
"""


def space(document: pikepdf.Pdf) -> pikepdf.Object:
    """Add the font of the space (tools/build_space.py) to a document and return it."""
    description = document.make_indirect(_description(document))
    return document.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=description.FontName,
            FontDescriptor=description,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=32,
            Widths=Array([SPACE_WIDTH]),
            ToUnicode=document.make_stream(_COPIED),
        )
    )


def _description(document: pikepdf.Pdf) -> Dictionary:
    file = document.make_stream(resources.data("space.ttf").read_bytes())
    file.Length1 = len(file.read_bytes())
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/CVPSPC+cvpress-space"),
        Flags=32,
        FontBBox=Array([0, 0, 0, 0]),
        ItalicAngle=0,
        Ascent=750,
        Descent=-250,
        CapHeight=700,
        StemV=0,
        FontFile2=file,
    )


def face(font: Any) -> Face:
    """Return what is to be known of a font."""
    if font.get("/Subtype") == Name.Type0:
        return _composite(font)
    first = int(font.get("/FirstChar", 0))
    widths = [0.0] * first + [float(width) for width in font.get("/Widths", [])]
    widths += [0.0] * (256 - len(widths))
    return Face(lambda codes: sum(map(widths.__getitem__, codes)))


def _composite(font: Any) -> Face:
    """Codes are two bytes, as every engine of ours writes them."""
    below = font.DescendantFonts[0]
    usual = float(below.get("/DW", 1000))
    widths = dict(_listed([*below.get("/W", [])]))
    letters = table(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}

    def pairs(codes: bytes) -> Iterator[int]:
        return (high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=False))

    return Face(
        lambda codes: sum(widths.get(code, usual) for code in pairs(codes)),
        lambda codes: "".join(letters.get(code, "") for code in pairs(codes)),
    )


def _listed(written: list[Any]) -> Iterator[tuple[int, float]]:
    """Yield (code, width) from `first [w w …]` and `first last w` (PDF 32000-1, 9.7.4.3)."""
    while len(written) > 1:
        first, second = int(written[0]), written[1]
        if isinstance(second, Array):
            yield from ((first + at, float(width)) for at, width in enumerate(second))
            written = written[2:]
        else:
            yield from ((code, float(written[2])) for code in range(first, int(second) + 1))
            written = written[3:]
