"""docs/accessibility.md is true, and where the validator is excused it is wrong."""

from __future__ import annotations

import sys
import zlib
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import builds
import pikepdf
import pytest
from fontTools.pens.basePen import NullPen
from fontTools.t1Lib import T1Font
from need import need

from cvpress import engines, tagged
from cvpress.tagged import saving

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import build_accessibility as table

pytestmark = pytest.mark.tex
ENGINES = pytest.mark.parametrize("engine", table.ENGINES)


PROGRAMS = {
    "latexmk, pdfLaTeX": ("latexmk",),
    "latexmk, XeLaTeX": ("latexmk", "xelatex"),
    "tectonic": ("tectonic",),
}


def able(engine: str) -> None:
    for program in PROGRAMS.get(engine, ()):
        need(program)
    missing = engines.load(table.ENGINES[engine]).missing()
    if missing:
        pytest.skip(missing)


@ENGINES
def test_the_table_is_what_the_validator_says(engine: str) -> None:
    able(engine)
    assert table.row(engine) in table.PAGE.read_text("utf-8"), "run tools/build_accessibility.py"


def test_every_rule_that_is_excused_is_still_found_broken() -> None:
    """An exception that is needed no longer has to go."""
    found = set().union(*table.verdicts("embedded").values())
    assert found == table.EXCUSED


def test_no_other_part_of_the_page_is_out_of_date() -> None:
    text = table.PAGE.read_text("utf-8")
    assert text.startswith(table.HEAD)
    assert text.endswith(table.foot())
    assert len(text.splitlines()) == len(f"{table.HEAD}{table.foot()}".splitlines()) + 2 + len(
        table.ENGINES
    )


@pytest.mark.parametrize("look", builds.OURS)
def test_the_fonts_that_the_validator_can_not_read_are_whole(look: str, tmp_path: Path) -> None:
    """Each letter that is shown is in its font, as wide as the PDF says, and in its /CharSet."""
    pdf = tagged.finish(builds.pdf("hard", look))
    fonts = 0
    with pikepdf.open(BytesIO(pdf)) as document:
        for key, codes in shown(document).items():
            font = document.get_object(key)
            if font.get("/Subtype") == "/Type1":
                judge(font, codes, tmp_path / "font.pfa")
                fonts += 1
    assert fonts > 3


def shown(document: pikepdf.Pdf) -> dict[tuple[int, int], set[int]]:
    """Return the codes that are shown in each font."""
    found: dict[tuple[int, int], set[int]] = {}
    for page in document.pages:
        current: set[int] = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = page.Resources.Font[str(operands[0])]
                current = found.setdefault(font.objgen, set())
            for item in operands[0] if str(operator) == "TJ" else ():
                current.update(bytes(item) if isinstance(item, pikepdf.String) else b"")
    return found


def judge(font: Any, codes: set[int], file: Path) -> None:
    # A PDF may leave out the zeros that end the program (PDF 32000-1, 9.9); fontTools wants them.
    zeros = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"
    file.write_bytes(font.FontDescriptor.FontFile.read_bytes() + b"\n" + zeros)
    program = T1Font(str(file))
    program.parse()
    glyphs = program.getGlyphSet()
    names = encoding(font)
    subset = set(str(font.FontDescriptor.CharSet).split("/")[1:])
    assert codes
    for code in codes:
        name = names[code]
        assert name in glyphs
        assert name in subset
        glyphs[name].draw(NullPen())
        wide = float(font.Widths[code - int(font.FirstChar)])
        assert glyphs[name].width == pytest.approx(wide, abs=1)


def encoding(font: Any) -> dict[int, str]:
    names, at = {}, 0
    for item in font.Encoding.Differences:
        if isinstance(item, pikepdf.Name):
            names[at], at = str(item)[1:], at + 1
        else:
            at = int(item)
    return names


def test_a_stream_never_seems_shorter_than_it_is() -> None:
    packed = (zlib.compress(str(number).encode()) for number in count())
    odd = next(data for data in packed if data.endswith(b"\r"))
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Odd = pdf.make_stream(odd, Filter=pikepdf.Name.FlateDecode)
    pdf.save(plain := BytesIO())
    assert b"\r\nendstream" in plain.getvalue()
    data = saving.saved(pdf)
    assert b"\r\nendstream" not in data
    with pikepdf.open(BytesIO(data)) as again:
        assert again.Root.Odd.read_bytes() == zlib.decompress(odd)
