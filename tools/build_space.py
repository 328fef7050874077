"""Makes the two files that a tagged PDF carries: a font that has nothing but a space, and sRGB.

    python tools/build_space.py

The font is empty, the profile the curve and the colours of IEC 61966-2-1, so both are our own.
"""

from __future__ import annotations

import struct
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

DATA = Path(__file__).resolve().parents[1] / "cvpress" / "data"
WIDTH = 170  # cvpress.tagged.fonts.SPACE_WIDTH


def font(path: Path) -> None:
    """Write the font."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space"])
    builder.setupCharacterMap({0x20: "space"})
    builder.setupGlyf({".notdef": Glyph(), "space": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (WIDTH, 0), "space": (WIDTH, 0)})
    builder.setupHorizontalHeader(ascent=750, descent=-250)
    builder.setupPost(keepGlyphNames=False)
    builder.setupHead(unitsPerEm=1000, created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(path)


# CIE XYZ of white, of the three colours (adapted to D50), and the adaptation from D65.
WHITE = (0.96420, 1.0, 0.82491)
COLOURS = {
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}
ADAPTED = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00924, 0.01508, 0.75168)
# Y = ((X + 0.055) / 1.055) ** 2.4, below 0.04045 X / 12.92
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def fixed(*values: float) -> bytes:
    """Return s15Fixed16Numbers."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def said(text: str) -> bytes:
    """Return a multiLocalizedUnicodeType of one text in English."""
    letters = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">4xII2s2sII", 1, 12, b"en", b"US", len(letters), 28) + letters


def profile() -> bytes:
    """Return an ICC profile, version 4.2: a display of matrix and curves."""
    curve = b"para" + struct.pack(">4xHxx", 3) + fixed(*CURVE)
    tags = {
        b"desc": said("sRGB"),
        b"cprt": said("No copyright, use freely"),
        b"wtpt": b"XYZ " + bytes(4) + fixed(*WHITE),
        b"chad": b"sf32" + bytes(4) + fixed(*ADAPTED),
        **{f"{c}XYZ".encode(): b"XYZ " + bytes(4) + fixed(*xyz) for c, xyz in COLOURS.items()},
        **{f"{c}TRC".encode(): curve for c in COLOURS},
    }
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">4xI4s4s4s", 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + fixed(*WHITE)
    whole = head.ljust(124, b"\0") + table + body
    return struct.pack(">I", len(whole) + 4) + whole


if __name__ == "__main__":
    font(DATA / "space.ttf")
    (DATA / "srgb.icc").write_bytes(profile())
