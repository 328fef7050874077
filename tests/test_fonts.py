"""The fonts: each prints every theme right; what one lacks is told with one that has it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import builds
import pytest
from calls import process
from need import need

from cvpress import fonts, pipeline, printed, theme
from cvpress.engines import embedded, formats
from cvpress.printed.model import Printed
from cvpress.settings import Wishes

pytestmark = pytest.mark.tex
FONTS = pytest.mark.parametrize("font", fonts.FONTS)
CV = """
person: {name: Éloïse Ñandú, email: "e@example.org", location: "Zürich"}
design: {font: %s}
sections:
  - title: Service
    service:
      - {title: Reviewer, organization: Example Society, date: 2012}
      - {title: Efficient *first* editor, organization: Example Review, date: 2013}
      - {title: "**Chair**", date: 2014}
"""


def drawn(page: Printed) -> list[str]:
    """Return the names of the fonts that draw letters: one only parts tagged words."""
    names = [face.name for face in page.fonts if "cvpress-space" not in face.name]
    assert names
    return names


@pytest.mark.parametrize("look", theme.names(builds.CASES))
@FONTS
def test_every_reader_copies_the_same_in_order(font: str, look: str) -> None:
    laid = builds.lay(CV % font, look)
    pdf = laid.press()
    page = printed.read(pdf)
    assert laid.told(pdf) == []
    copied = subprocess.run([need("pdftotext"), "-", "-"], input=pdf, capture_output=True).stdout
    assert copied.decode().split() == [word.text for word in page.words]
    names = {name.partition("+")[2] or name for name in (face.name for face in page.fonts)}
    family = {"source-sans": "SourceSans", "latin-modern": "LMRoman", "charter": "Charter"}[font]
    assert {name for name in names if family not in name} == set()


@FONTS
def test_both_engines_print_the_same_page(font: str) -> None:
    laid = builds.lay(CV % font)
    ours, other = (printed.read(laid.press(engine=name)).words for name in ("embedded", "latexmk"))
    assert [word.text for word in ours] == [word.text for word in other]
    for one, two in zip(ours, other, strict=True):
        assert one.box.left == pytest.approx(two.box.left, abs=1)
        assert one.box.bottom == pytest.approx(two.box.bottom, abs=1)


def test_a_theme_has_a_format_for_each_font() -> None:
    look = theme.find("classic", builds.CASES)
    made = {formats.name(Path(__file__), theme.stationery(look, font)) for font in fonts.FONTS}
    assert len(made) == len(fonts.FONTS)


@pytest.mark.parametrize(
    ("name", "font", "help"),
    [
        ("Őrsi", "charter", "Set it in a font that has it: `design: {font: source-sans}`."),
        ("Ёлкин", "latin-modern", "Set it in a font that has it: `design: {font: source-sans}`."),
        ("漢字", "charter", "latexmk"),
    ],
)
def test_what_a_font_lacks_is_told_with_one_that_has_it(
    tmp_path: Path, name: str, font: str, help: str
) -> None:
    (tmp_path / "cv.yaml").write_text((CV % font).replace("Éloïse Ñandú", name), "utf-8")
    built = pipeline.build(str(tmp_path / "cv.yaml"), Wishes(), pipeline.Order(engine="embedded"))
    (found,) = [finding for finding in built.findings if finding.id == "missing-glyph"]
    assert built.failed == 1
    assert found.path == "/person/name"
    assert help in found.help


def test_a_build_obeys_the_font_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(CV % "latin-modern", "utf-8")
    assert process("build", cwd=tmp_path).code == 0
    page = printed.read((tmp_path / "build" / "cv.pdf").read_bytes())
    assert all("LMRoman" in name for name in drawn(page))


def test_a_font_that_is_not_there_is_told_by_the_schema(tmp_path: Path) -> None:
    (tmp_path / "cv.yaml").write_text(CV % "chartre", "utf-8")
    done = process("build", cwd=tmp_path)
    assert done.code == 1
    assert "“charter”" in done.out


def test_an_unknown_name_means_the_default() -> None:
    assert fonts.get("nope") is fonts.FONTS[fonts.DEFAULT]
    assert embedded.unprintable("Ж", "nope") == ""


def test_a_theme_takes_its_second_font_for_letters_that_the_first_lacks(tmp_path: Path) -> None:
    plain = (CV % "null").replace("design: {font: null}", "design: {theme: banking}")
    (tmp_path / "cv.yaml").write_text(plain, "utf-8")
    (tmp_path / "pole.yaml").write_text(plain.replace("Ñandú", "Gdańska"), "utf-8")
    for name, family in (("cv", "Charter"), ("pole", "LMRoman")):
        done = process("build", f"{name}.yaml", cwd=tmp_path)
        assert done.code == 0
        page = printed.read((tmp_path / "build" / f"{name}.pdf").read_bytes())
        assert all(family in name for name in drawn(page))
    assert "Set in latin-modern, as charter has no “ń”" in done.out


def test_a_cv_that_fits_by_dropping_keeps_the_font_that_it_began_with(tmp_path: Path) -> None:
    bullets = "\n".join(f"      - Line {at} of the list." for at in range(80))
    cv = "person: {name: Ada}\ndesign: {theme: banking, max_pages: 1, fit: true}\nsections:\n"
    cv += f"  - title: S\n    bullets:\n{bullets}\n      - Gdańsk.\n"
    (tmp_path / "cv.yaml").write_text(cv, "utf-8")
    assert process("build", cwd=tmp_path).code == 0
    page = printed.read((tmp_path / "build" / "cv.pdf").read_bytes())
    assert "Gdańsk." not in [word.text for word in page.words]
    assert all("LMRoman" in name for name in drawn(page))


@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
def test_capitals_are_those_of_each_letter_and_a_link_stays_itself(engine: str) -> None:
    title = "Größe [ő ế đ é](https://example.org/aB) *ñ* & ï"
    text = "person: {name: Ada}\ndesign: {font: source-sans}\nsections:\n  - text: x\n    title: "
    laid = builds.lay(f"{text}'{title}'", "banking")
    pdf = laid.press(engine=engine)
    assert laid.told(pdf) == []
    page = printed.read(pdf)
    assert " ".join(word.text for word in page.words) == "ADA GRÖSSE Ő Ế Đ É Ñ & Ï x"
    assert [link.url for link in page.links] == ["https://example.org/aB"]
