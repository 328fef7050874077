"""The gallery in docs: every theme that ships is there, with its picture."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from builds import OURS
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import build_gallery

PICTURES = build_gallery.PICTURES


def test_the_page_names_every_theme() -> None:
    page = build_gallery.PAGE.read_text("utf-8")
    assert page == build_gallery.page()
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == list(OURS)


def test_each_theme_has_a_picture_and_no_other_is_there() -> None:
    assert sorted(path.stem for path in PICTURES.iterdir()) == list(OURS)


@pytest.mark.parametrize("look", OURS)
def test_a_picture_is_a_small_page(look: str) -> None:
    path = PICTURES / f"{look}.png"
    assert path.stat().st_size < 60_000
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.width == build_gallery.WIDTH
        assert image.height / image.width == pytest.approx(297 / 210, abs=0.01)
        assert len(set(image.convert("L").tobytes())) > 5  # something is printed


def test_no_two_themes_look_alike() -> None:
    assert len({(PICTURES / f"{look}.png").read_bytes() for look in OURS}) == len(OURS)


@pytest.mark.tex
def test_the_pictures_are_of_these_themes() -> None:
    """Pixels may differ by a hair between versions of PDFium: the ink of each page may not."""
    made_anew = [(PICTURES / f"{name}.png", data) for name, data in build_gallery.pictures()]
    large = build_gallery.drawn(build_gallery.sample("classic"), build_gallery.LARGE)
    for path, data in (*made_anew, (build_gallery.README, large)):
        with Image.open(path) as kept:
            old = kept.convert("L").resize((62, 88))
        with Image.open(BytesIO(data)) as made:
            new = made.convert("L").resize((62, 88))
        apart = [abs(a - b) for a, b in zip(old.tobytes(), new.tobytes(), strict=True)]
        assert max(apart) < 40, f"{path.name}: run tools/build_gallery.py"
