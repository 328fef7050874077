"""Letters beyond T1 are kerned as those that they are drawn like."""

from __future__ import annotations

import sys
from pathlib import Path

import builds
import pytest

from cvpress import kerning, printed, resources

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import build_kerning
from build_overlay import wheel

CV = "person: {name: Ada}\ndesign: {font: %s}\nsections:\n  - {title: S, text: '%s'}\n"


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("Van", "Van"),
        ("Zdeněk Ťažký", "Zdeněk Ťažký"),  # T1 has all of it, and kerns it
        ("Vạn", r"V\cvkern{V}{a}ạn"),
        ("Țara", r"Ț\cvkern{T}{a}ara"),
        ("Тамара", r"Т\cvkern{T}{a}амара"),
        ("Τον Ταύρο", r"Τ\cvkern{T}{o}ον Ταύρο"),  # alpha is drawn as no Latin letter
        ("Đo", r"Đo"),
        ("T а", "T а"),
        ("", ""),
    ],
)
def test_pairs_that_a_font_kerns_are_named(text: str, hinted: str) -> None:
    assert kerning.hinted(text) == hinted


@pytest.mark.parametrize(
    ("letter", "base"),
    [("ạ", "a"), ("ễ", "e"), ("Ά", "A"), ("Т", "T"), ("ў", "y"), ("и", "и"), ("漢", "漢")],
)
def test_the_base_of_a_letter(letter: str, base: str) -> None:
    assert kerning.base(letter) == base


def test_the_table_is_what_the_tool_makes() -> None:
    made = build_kerning.HEADER + "".join(build_kerning.table(wheel()))
    assert resources.data("kerned.txt").read_text("ascii") == made
    assert {"Ta", "Vo", "AV", "LT"} <= kerning.pairs()
    assert all(len(pair) == 2 for pair in kerning.pairs())


@pytest.mark.tex
@pytest.mark.parametrize(
    ("font", "words"),
    [("source-sans", "Ta Tạ Та Va Vạ"), ("latin-modern", "Ta Tạ Ta Va Vạ")],
)
@pytest.mark.parametrize("style", ["", "**", "*"])
def test_a_letter_is_moved_as_its_base_is(font: str, words: str, style: str) -> None:
    laid = builds.lay(CV % (font, f"{style}{words}{style}"))
    pdf = laid.press()
    assert laid.told(pdf) == []
    found = [word for word in printed.read(pdf).words if word.text in words.split()]
    width = {word.text: word.box.right - word.box.left for word in found}
    assert len(found) == len(words.split())
    assert width["Tạ"] == pytest.approx(width["Ta"], abs=0.2)
    assert width["Vạ"] == pytest.approx(width["Va"], abs=0.2)
    assert width.get("Та", width["Ta"]) == pytest.approx(width["Ta"], abs=0.2)
