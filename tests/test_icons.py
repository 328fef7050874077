"""Contact icons: drawn, and copied as the words that they stand for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from builds import OURS, Laid, lay
from fontTools.pens.boundsPen import BoundsPen
from fontTools.t1Lib import T1Font
from need import need
from pdfminer.high_level import extract_text

from cvpress import fonts, icons, networks, printed, render, resources

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import build_icons  # noqa: E402

CV = """
person:
  name: Ada Example
  location: Leuven, Belgium
  email: [ada@example.org, a@example.com]
  phone: +32 16 32 10 00
  website: ada.example
  orcid: 0000-0002-1825-0097
  profiles:
    - {network: GitHub, username: ada}
    - {network: Google Scholar, username: AbCdEfG}
    - {network: OpenReview, username: ada1}
    - {network: Homepage, url: https://example.org/ada}
sections: [{title: About, text: Some words of text.}]
locale: %s
design: {icons: %s}
"""
READERS = ("pdfium", "pdftotext", "-raw", "-layout", "pdfminer")


def copied(pdf: bytes, reader: str) -> list[str]:
    """Return the words of a page as a program copies them, without signs between them."""
    if reader == "pdfium":
        text = " ".join(word.text for word in printed.read(pdf).words)
    elif reader == "pdfminer":
        text = " ".join(sorted(extract_text(BytesIO(pdf)).split()))  # it has its own order
    else:
        how = [need("pdftotext"), *([reader] if reader.startswith("-") else []), "-", "-"]
        text = subprocess.run(how, input=pdf, capture_output=True, check=True).stdout.decode()
    words = [word for word in text.split() if any(map(str.isalnum, word)) or word == ":"]
    return sorted(words) if reader == "-layout" else words  # it prints columns side by side


def both(look: str, engine: str, locale: str = "en") -> tuple[Laid, bytes, bytes]:
    """Set the CV with icons and without."""
    name = engine.removesuffix(XETEX)
    drawn, plain = (lay(CV % (locale, flag), look) for flag in ("true", "false"))
    if name != engine:
        drawn, plain = in_face(drawn), in_face(plain)
    return drawn, drawn.press(engine=name), plain.press(engine=name)


def in_face(laid: Laid) -> Laid:
    """Return a page as XeTeX sets it."""
    need("xelatex")
    page = laid.view.dressed(fonts.get(laid.view.design.font).kin)
    return replace(laid, view=page, body=render.body(page, laid.theme))


XETEX = " by XeTeX"


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk", "latexmk" + XETEX])
@pytest.mark.parametrize("look", OURS)
def test_every_reader_copies_the_words_that_icons_stand_for(look: str, engine: str) -> None:
    laid, drawn, plain = both(look, engine)
    assert laid.told(drawn) == []
    assert "GitHub:" in copied(drawn, "pdfium")
    for reader in READERS:
        assert copied(drawn, reader) == copied(plain, reader), reader
    faces = {font.name.rpartition("+")[2] for font in printed.read(drawn).fonts}
    assert "CvpressIcons" in faces
    assert len(drawn) > len(plain)


@pytest.mark.tex
def test_a_label_is_proved_in_a_language_that_sets_a_colon_apart() -> None:
    laid, drawn, plain = both("classic", "embedded", "fr")
    assert laid.told(drawn) == []
    words = [" ".join(copied(pdf, "pdftotext")).replace(" :", ":") for pdf in (drawn, plain)]
    assert words[0] == words[1]


def test_what_stands_beside_an_icon() -> None:
    contacts = lay(CV % ("en", "true")).view.person.contacts
    shown = {one.words.plain: one.shown.plain for one in contacts}
    assert shown["GitHub: ada"] == "ada"
    assert shown["OpenReview: ada1"] == "OpenReview: ada1"  # there is no drawing of it
    assert all(one.icon and one.icon.slot > 32 for one in contacts)
    assert [one.icon for one in lay(CV % ("en", "false")).view.person.contacts] == [None] * 10


def test_the_font_is_made_of_the_drawings() -> None:
    drawings = build_icons.drawings()
    assert list(drawings) == list(icons.NAMES)
    assert set(icons.NAMES) - set(icons.GENERAL) - {"ORCID"} <= {n.name for n in networks.NETWORKS}
    folder = resources.latex() / "fonts" / "icons"
    made = build_icons.made()
    assert {name: (folder / name).read_bytes() for name in made} == made == icons.files()


def test_each_glyph_is_drawn_within_the_square_that_all_share() -> None:
    font = T1Font(str(resources.latex() / "fonts" / "icons" / f"{icons.FONT}.pfb"))
    font.parse()
    glyphs = font.getGlyphSet()
    for name in map(icons.glyph, icons.NAMES):
        pen = BoundsPen(glyphs)
        glyphs[name].draw(pen)
        left, low, right, high = pen.bounds
        assert glyphs[name].width == 840
        assert (left >= -2, low >= -92, right <= 842, high <= 752) == (True,) * 4, name
        assert (right - left) * (high - low) > 840 * 840 / 5, name


def test_each_name_of_a_glyph_is_one_that_a_pdf_can_be_read_by() -> None:
    assert icons.glyph("arXiv") == "a_r_X_i_v_colon"
    assert icons.glyph("email") == "space.email"
    assert icons.glyph("Stack Overflow").startswith("S_t_a_c_k_space_O_v")
