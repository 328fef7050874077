"""Make latex/fonts/icons/: the contact icons as a Type 1 font with its metrics.

The drawings are in tools/icons.txt. All stand in one square, so that icons below each other are in
line, and are as high as a capital and a bit.

    python tools/build_icons.py        # writes; run it again: the same bytes
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tfm import tfm

from cvpress import icons

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "latex" / "fonts" / "icons"
SCALE, LOW = 35, -90  # units of 1/1000 for each of the 24 of the square; where its lower edge is
WIDTH = 24 * SCALE
HEAD = """%%!PS-AdobeFont-1.0: CvpressIcons 1.0
11 dict begin
/FontInfo 2 dict dup begin
/version (1.0) readonly def
/Notice (Contact icons of cvpress; see THIRD_PARTY.md) readonly def
end readonly def
/FontName /CvpressIcons def
/PaintType 0 def
/FontType 1 def
/FontMatrix [0.001 0 0 0.001 0 0] readonly def
/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for
%s
readonly def
/FontBBox {0 %d %d %d} readonly def
currentdict end
currentfile eexec
"""
PRIVATE = """dup /Private 9 dict dup begin
/RD {string currentfile exch readstring pop} executeonly def
/ND {noaccess def} executeonly def
/NP {noaccess put} executeonly def
/BlueValues [] def
/MinFeature {16 16} def
/password 5839 def
/Subrs 1 array
"""
GLYPHS = """ND
2 index /CharStrings %d dict dup begin
"""
TAIL = """end
end
readonly put
noaccess put
dup /FontName get exch definefont pop
mark currentfile closefile
"""
EEXEC, CHARSTRING = 55665, 4330  # the keys of Type 1


def drawings() -> dict[str, str]:
    """Return the path of each icon by its name."""
    lines = (HERE / "icons.txt").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def program(path: str) -> list[Any]:
    """Return the Type 1 commands that draw an icon."""
    pens: Any = importlib.import_module("fontTools.pens.recordingPen")
    transform: Any = importlib.import_module("fontTools.pens.transformPen")
    svg: Any = importlib.import_module("fontTools.svgLib.path")
    pen = pens.RecordingPen()
    upright = (SCALE, 0, 0, -SCALE, 0, LOW + WIDTH)
    svg.parse_path(path, transform.TransformPen(pen, upright))
    made: list[Any] = [0, WIDTH, "hsbw"]
    at = (0, 0)
    for name, points in pen.value:
        if name in COMMANDS:
            cubic = _cubic(at, points) if name == "qCurveTo" else points
            rounded = [(round(x), round(y)) for x, y in cubic]
            made += [*_steps(at, rounded), COMMANDS[name]]
            at = rounded[-1]
        else:
            made.append("closepath")
    return [*made, "endchar"]


COMMANDS = {
    **{"moveTo": "rmoveto", "lineTo": "rlineto"},
    **{"curveTo": "rrcurveto", "qCurveTo": "rrcurveto"},
}


def _cubic(at: tuple[int, int], points: Any) -> list[tuple[float, float]]:
    """Return a quadratic curve as the cubic one that it is."""
    (x, y), end = points
    return [((2 * x + a) / 3, (2 * y + b) / 3) for a, b in (at, end)] + [end]


def _steps(at: tuple[int, int], points: list[tuple[int, int]]) -> Iterator[int]:
    for x, y in points:
        yield from (x - at[0], y - at[1])
        at = x, y


def charstring(commands: list[Any]) -> bytes:
    """Return a glyph as Type 1 keeps it: encoded and encrypted."""
    strings: Any = importlib.import_module("fontTools.misc.psCharStrings")
    made = strings.T1CharString(program=commands)
    made.compile()
    return encrypted(made.bytecode, CHARSTRING)


def encrypted(data: bytes, key: int) -> bytes:
    """Return data encrypted after the four bytes that Type 1 wants before it."""
    cipher: Any = importlib.import_module("fontTools.misc.eexec")
    return bytes(cipher.encrypt(bytes(4) + data, key)[0])


def pfb(glyphs: dict[str, bytes]) -> bytes:
    """Return the font: head, encrypted glyphs, and the zeros at its end, each with its length."""
    names = list(glyphs)[1:]
    slots = "\n".join(f"dup {icons.FIRST + n} /{name} put" for n, name in enumerate(names))
    head = (HEAD % (slots, LOW, WIDTH, LOW + WIDTH)).encode()
    empty = charstring(["return"])  # some readers want a subroutine
    inner = PRIVATE.encode() + f"dup 0 {len(empty)} RD ".encode() + empty + b" NP\n"
    inner += (GLYPHS % len(glyphs)).encode()
    for name, data in glyphs.items():
        inner += f"/{name} {len(data)} RD ".encode() + data + b" ND\n"
    tail = (f"{'0' * 64}\n" * 8 + "cleartomark\n").encode()
    parts = ((1, head), (2, encrypted(inner + TAIL.encode(), EEXEC)), (1, tail))
    return b"".join(
        bytes([128, kind]) + len(part).to_bytes(4, "little") + part for kind, part in parts
    ) + bytes([128, 3])


def made() -> dict[str, bytes]:
    """Return the files of the font by their names."""
    paths = drawings()
    glyphs = {".notdef": charstring([0, WIDTH, "hsbw", "endchar"])}
    glyphs |= {icons.glyph(name): charstring(program(paths[name])) for name in icons.NAMES}
    size = (WIDTH / 1000, (LOW + WIDTH) / 1000, -LOW / 1000)
    metrics = {icons.FIRST + number: size for number in range(len(icons.NAMES))}
    return {f"{icons.FONT}.tfm": tfm(metrics, 0, 0.43), f"{icons.FONT}.pfb": pfb(glyphs)}


if __name__ == "__main__":
    for name, data in made().items():
        (FOLDER / name).write_bytes(data)
