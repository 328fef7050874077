"""latexmk with XeLaTeX: the faces of the system, for letters that pdfTeX's fonts don't have."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import builds
import pytest
from builds import OURS
from fontTools.ttLib import TTFont
from need import need

from cvpress import cmap, engines, faces, fonts, render
from cvpress.engines import latexmk, xetex
from cvpress.errors import UsageError

pytestmark = pytest.mark.tex
FACES = pytest.mark.parametrize("face", faces.FACES.values(), ids=lambda face: face.name)


@cache
def dressed(name: str, look: str) -> builds.Laid:
    """Return a case, laid out in the face that XeTeX has for the theme's font."""
    laid = builds.case(name, look)
    page = laid.view.dressed(fonts.get(laid.view.design.font).kin)
    return replace(laid, view=page, body=render.body(page, laid.theme))


@FACES
def test_each_face_is_installed_where_tests_run(face: faces.Face) -> None:
    need("xelatex")
    assert [file for file in face.files if not faces.found(file)] == []


@FACES
def test_what_a_face_has_is_what_another_reader_finds(face: faces.Face) -> None:
    need("xelatex")
    path, number = faces.found(face.files[0]), int(face.files[0].partition(":")[2] or 0)
    assert path
    found = cmap.read(path, number)
    every = {code for a, b in zip(found.first, found.last, strict=True) for code in range(a, b + 1)}
    assert every == set(TTFont(path, fontNumber=number).getBestCmap())
    assert all(chr(code) in face or chr(code) in face.lacks for code in every)
    assert not any(chr(code) in face for code in range(0x20, 0x3000) if code not in every)


@pytest.mark.parametrize("look", OURS)
def test_every_theme_is_proved_with_xetex(look: str) -> None:
    need("xelatex")
    laid = dressed("hard", look)
    assert laid.told(laid.press(engine="latexmk")) == []


def test_auto_goes_on_to_xelatex() -> None:
    need("xelatex")
    why = "latexmk with XeLaTeX: embedded can't print “漢” (CJK UNIFIED IDEOGRAPH-6F22)."
    assert engines.choose("auto", "a 漢") == (latexmk, "noto-sans", why)
    why = "latexmk with XeLaTeX, as asked: pdfTeX has no “漢” (CJK UNIFIED IDEOGRAPH-6F22)."
    assert engines.choose("latexmk", "a 漢", "charter") == (latexmk, "noto-serif", why)


def test_where_no_engine_has_all_letters_the_one_that_lacks_least_is_taken() -> None:
    need("xelatex")
    why = "latexmk with XeLaTeX, though it can't print “ภ” (THAI CHARACTER PHO SAMPHAO)."
    assert engines.choose("auto", "漢 ภ") == (latexmk, "noto-sans", why)


def test_the_packages_that_a_letter_wants_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xetex.run, "which", lambda _: "")
    tex = ("latexmk", "texlive-xetex")
    assert xetex.wanting("ש") == tex
    monkeypatch.setattr(faces, "found", lambda _: None)
    assert xetex.wanting("漢") == (*tex, "fonts-noto-core", "fonts-noto-cjk")
    assert xetex.wanting("ж،") == (*tex, "fonts-noto-core", "fonts-hosny-amiri")
    assert xetex.wanting("ภ") == ()
    assert xetex.wanting("漢", ready=True) == ("fonts-noto-cjk",)


def test_a_face_that_an_engine_does_not_have() -> None:
    with pytest.raises(UsageError, match="The engine embedded does not have the font noto-sans"):
        engines.choose("embedded", "a", "noto-sans")


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xetex.run, "which", lambda _: "")
    assert xetex.missing("noto-sans").startswith("xelatex is not on the PATH")
    monkeypatch.setattr(xetex.run, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(faces, "found", lambda _: None)
    assert xetex.missing("noto-sans") == (
        "the font Noto Sans is not installed (Debian: fonts-noto-core)."
    )
    assert latexmk.fonts("charter") == ("charter",)
    assert latexmk.fonts("noto-sans") == ()
