"""The options of a design: each is seen on every theme, and the page stays right."""

from __future__ import annotations

import json

import pytest
from builds import OURS, lay

from cvpress import printed
from cvpress.checks import low_contrast
from cvpress.printed.model import Printed

CV = {
    "person": {"name": "Ada Example", "email": "ada@example.org", "headline": "Historian"},
    "sections": [
        {
            "title": "Experience",
            "experience": [
                {
                    "organization": "Acme",
                    "title": "Engineer",
                    "location": "Leuven",
                    "start": "2020-01",
                    "end": "2022-05",
                    "highlights": ["Led a team of five.", "Wrote a book."],
                }
            ],
        },
        {"title": "Links", "bullets": ["See [the site](https://example.org)."]},
    ],
}
OPTIONS = {
    "paper": "letter",
    "font": "charter",
    "font_size": 11.5,
    "date_style": "numeric",
    "margins": {"left": 3.5},
    "colors": {"accent": "7A1F3D"},
    "density": 0.7,
    "rules": False,
    "bullets": "square",
    "head": "title",
    "dates": "inline",
}


def page(look: str, **design: object) -> tuple[bytes, Printed]:
    """Print the CV with a design; all proofs must pass."""
    laid = lay(json.dumps({**CV, "design": design}), look)
    pdf = laid.press()
    assert laid.told(pdf) == []
    return pdf, printed.read(pdf)


def test_there_are_themes() -> None:
    assert len(OURS) >= 2


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("option", OPTIONS)
def test_each_option_changes_each_theme(look: str, option: str) -> None:
    before = {"font": "latin-modern"} if option == "font" else {}
    assert page(look, **{option: OPTIONS[option]})[0] != page(look, **before)[0]


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("color", ["text", "muted", "link", "accent"])
def test_each_colour_is_used(look: str, color: str) -> None:
    assert page(look, colors={color: "7A1F3D"})[0] != page(look)[0]


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_where_things_stand(look: str) -> None:
    def words(**design: object) -> dict[str, tuple[float, float]]:
        printed = page(look, **design)[1].words
        return {word.text.casefold(): (word.box.left, word.box.bottom) for word in printed}

    plain, wide, tight = words(), words(margins={"left": 5}), words(density=0.6)
    assert min(left for left, _ in wide.values()) == pytest.approx(5 / 2.54 * 72, abs=1.2)
    assert plain["book."][1] < tight["book."][1] - 4  # less space above
    inline = words(dates="inline", head="title")
    assert inline["engineer"][1] > inline["acme"][1]
    assert inline["2022"][0] < plain["2022"][0]


@pytest.mark.parametrize(
    ("digits", "ratio"), [("000000", 21), ("FFFFFF", 1), ("767676", 4.54), ("1F4E79", 8.66)]
)
def test_contrast_is_that_of_wcag(digits: str, ratio: float) -> None:
    """Grey 767676 is the palest on white that passes: the example of WCAG's own pages."""
    assert low_contrast.contrast(digits) == pytest.approx(ratio, abs=0.05)
