"""The overlays and tables of printable characters are what the tools make, and they are true."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from cvpress import faces, fonts
from cvpress.engines import glyphs
from cvpress.schema import shape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import audit_fonts
import build_overlay
import font_table

FONTS = pytest.mark.parametrize("font", fonts.FONTS)
# Those that went wrong once.
ODD = "²₂ⁿ⁻ªºµμΔ∆ΩĐđŁűŐȘțʻ…‑\u00a0\u2009\u202f`'\"^~\\{}#$%&_<>|-´¨¯"


def sample(font: str) -> list[str]:
    """Return one in nine of a font's characters, and those that went wrong once."""
    table = glyphs.printable(font)
    return [*sorted(table)[::9], *(c for c in ODD if c in table)]


def test_what_went_wrong_once_is_there() -> None:
    assert glyphs.unprintable(ODD, "source-sans") == ""
    assert glyphs.unprintable("²ΔĐđŁűŐȘțNguyễn", "latin-modern") == ""
    assert glyphs.unprintable("Đűè", "charter") == "Đű"


@pytest.mark.tex
@FONTS
def test_a_sample_of_the_table_prints_and_copies(font: str) -> None:
    some = sample(font)
    assert set(some) - set(audit_fonts.printable(some, font)) == set()


@pytest.mark.tex
@FONTS
def test_what_the_table_lacks_does_not_print(font: str) -> None:
    table = glyphs.printable(font)
    lacking = [c for c in audit_fonts.candidates() if c not in table][::40]
    assert len(lacking) > 100
    assert list(audit_fonts.printable(lacking, font)) == []


@pytest.mark.tex
@FONTS
def test_another_reader_copies_the_same(font: str) -> None:
    letters = [c for c in sample(font) if unicodedata.category(c) != "Zs"][::2]
    pdf, pages = audit_fonts.set_pages(letters, font)
    copied = extract_text(io.BytesIO(pdf)).split("\f")
    wrong = [
        (character, text)
        for character, text in zip(pages, copied, strict=False)
        if not audit_fonts.comes_back(character, "\r\n".join(text.split()))
    ]
    assert wrong == []


@pytest.mark.parametrize("overlay", build_overlay.OVERLAYS, ids=lambda overlay: overlay.name)
def test_the_overlay_is_what_the_tool_makes(overlay: build_overlay.Overlay, tmp_path: Path) -> None:
    build_overlay.write(build_overlay.wheel(), overlay, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    there = {path.name: path.read_bytes() for path in fonts.get(overlay.name).folder.iterdir()}
    kept = {name for name in there if name.endswith((".txt", ".sty"))}
    assert kept > {f"cvfont-{overlay.name}.sty"}  # and a licence
    assert made == {name: content for name, content in there.items() if name not in kept}


def test_every_font_has_an_overlay_and_can_be_asked_for() -> None:
    assert [overlay.name for overlay in build_overlay.OVERLAYS] == list(fonts.FONTS)
    asked = shape.schema()["$defs"]["design"]["properties"]["font"]["enum"]
    assert asked == [*fonts.FONTS, *faces.MAIN, None]
    assert {overlay.title for overlay in build_overlay.OVERLAYS} == {
        font.title for font in fonts.FONTS.values()
    }


def test_the_page_of_the_fonts_is_up_to_date() -> None:
    page = font_table.PAGE.read_text("utf-8")
    assert font_table.page() == page, "run python tools/build_docs.py"
    assert "| Czech | yes | yes | no |" in page
    assert "| Romanian | yes | yes | without ă ș ț |" in page


def test_a_name_in_a_log_is_that_of_one_font() -> None:
    assert len({overlay.prefix for overlay in build_overlay.OVERLAYS}) == len(fonts.FONTS)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("plain\ttext\n", ""),
        ("Łódź Ёлкин Nguyễn Ἀθῆναι", ""),
        (unicodedata.normalize("NFD", "Łódź Nguyễn"), ""),
        ("x̊ and y̎̊", "\u030a\u030e"),
        ("漢字と漢", "漢字と"),
        ("a\u00adb\u200b", "\u00ad\u200b"),
        ("🙂", "🙂"),
    ],
)
def test_unprintable(text: str, lost: str) -> None:
    assert sorted(glyphs.unprintable(text, fonts.DEFAULT)) == sorted(lost)
    assert len(set(lost)) == len(lost)
