"""The overlay and the table of printable characters are what the tools make, and they are true."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from cvpress.engines import glyphs, pdftex

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import audit_fonts
import build_overlay

TABLE = glyphs.source_sans()
# One in nine, and those that went wrong once.
SAMPLE = [*sorted(TABLE)[::9], *"²₂ⁿ⁻ªºµμΔ∆ΩĐđŁűŐȘʻ…‑\u00a0\u2009\u202f`'\"^~\\{}#$%&_<>|-´¨¯"]


@pytest.mark.tex
def test_a_sample_of_the_table_prints_and_copies() -> None:
    assert set(SAMPLE) - set(audit_fonts.printable(SAMPLE)) == set()


@pytest.mark.tex
def test_what_the_table_lacks_does_not_print() -> None:
    lacking = [c for c in audit_fonts.candidates() if c not in TABLE][::40]
    assert len(lacking) > 100
    assert list(audit_fonts.printable(lacking)) == []


@pytest.mark.tex
def test_another_reader_copies_the_same() -> None:
    letters = [c for c in SAMPLE if unicodedata.category(c) != "Zs"][::2]
    pdf, pages = audit_fonts.set_pages(letters)
    copied = extract_text(io.BytesIO(pdf)).split("\f")
    wrong = [
        (character, text)
        for character, text in zip(pages, copied, strict=False)
        if not audit_fonts.comes_back(character, "\r\n".join(text.split()))
    ]
    assert wrong == []


def test_the_overlay_is_what_the_tool_makes(tmp_path: Path) -> None:
    build_overlay.write(build_overlay.wheel(), tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    there = {path.name: path.read_bytes() for path in pdftex.overlay().iterdir()}
    del there["OFL.txt"]
    assert made == there


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
    assert sorted(glyphs.unprintable(text, TABLE)) == sorted(lost)
    assert len(set(lost)) == len(lost)
