"""The options of a design: each is seen on every theme, and the page stays right."""

from __future__ import annotations

import ctypes
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pictures
import pypdfium2
import pypdfium2.raw as raw
import pytest
from builds import OURS, TODAY, case, lay

from cvpress import fonts, pipeline, printed, render
from cvpress.checks import low_contrast
from cvpress.pipeline import Order
from cvpress.printed.model import Box, Printed
from cvpress.schema import shape
from cvpress.settings import Wishes
from cvpress.view.look import Margin

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
        {"title": "Last", "bullets": [f"Line {n}{'o' * (7 * n % 43)}." for n in range(70)]},
    ],
}
CM = 72 / 2.54


@dataclass(frozen=True)
class Facts:
    """What an eye sees of a design: places of words, their height, colours, lines, pictures."""

    page: Printed
    colors: frozenset[str]
    lines: int
    pictures: int

    @property
    def text(self) -> str:
        """All words in the order in which they are copied, in small letters."""
        return " ".join(word.text for word in self.page.words).casefold()

    def box(self, word: str) -> Box:
        """Return the place of a word."""
        return next(one.box for one in self.page.words if one.text.casefold() == word)

    @property
    def first(self) -> list[Box]:
        """The places of the words of the first page."""
        return [word.box for word in self.page.words if word.page == 1]

    @property
    def right(self) -> float:
        """The white edge at the right of the first page."""
        return self.page.pages[0].width - max(box.right for box in self.first)

    @property
    def gap(self) -> float:
        """How far the second bullet is below the employer."""
        return self.box("acme").bottom - self.box("book.").bottom


def page(look: str, person: dict[str, str] | None = None, **design: object) -> Facts:
    """Print the CV with a design; all proofs must pass."""
    whole = {**CV, "person": {**CV["person"], **(person or {})}, "design": design}  # type: ignore[dict-item]
    laid = lay(json.dumps(whole), look)
    pdf = laid.press()
    if laid.view.foot:
        pages = len(printed.read(pdf).pages)
        shown = replace(laid.view, foot=replace(laid.view.foot, pages=pages))
        pdf = laid.press(render.body(shown, laid.theme))
    told = [id for id, _ in laid.told(pdf) if id != "last-page-nearly-empty"]
    assert told == [], design
    return facts(pdf)


def facts(pdf: bytes) -> Facts:
    """Read a PDF back."""
    colors, kinds = set(), Counter[int]()
    with pypdfium2.PdfDocument(pdf) as document:
        for thing in document[0].get_objects():
            kinds[thing.type] += 1
            red, green, blue = (ctypes.c_uint() for _ in range(3))
            raw.FPDFPageObj_GetFillColor(thing.raw, red, green, blue, ctypes.c_uint())
            colors.add(f"{red.value:02X}{green.value:02X}{blue.value:02X}")
    lines, pictures = kinds[raw.FPDF_PAGEOBJ_PATH], kinds[raw.FPDF_PAGEOBJ_IMAGE]
    return Facts(printed.read(pdf), frozenset(colors), lines, pictures)


Seen = Callable[[Facts, Facts], bool]
ODD = "7A1F3D"


def font(name: str) -> Seen:
    """Is the text set in this font?"""
    wanted = {"source-sans": "Source", "latin-modern": "LM", "charter": "Charter"}[name]
    return lambda _, now: any(wanted in face.name for face in now.page.fonts)


def colored(name: str) -> tuple[dict[str, object], Seen]:
    """Is this colour in use? For links, on a link."""
    return {"colors": {name: ODD}}, lambda plain, now: ODD in now.colors - plain.colors


# What an option does that anybody can see: the design, and what is seen beside the theme's own.
OPTIONS: dict[str, tuple[dict[str, object], Seen]] = {
    "letter": ({"paper": "letter"}, lambda _, now: now.page.pages[0].width == 612),
    "small": (
        {"font_size": 9},
        lambda _, now: now.box("led").top - now.box("led").bottom < 13,
    ),
    "large": (
        {"font_size": 12},
        lambda plain, now: (
            now.box("led").right - now.box("led").left
            > 1.05 * (plain.box("led").right - plain.box("led").left)
        ),
    ),
    "tight": ({"density": 0.6}, lambda plain, now: now.gap < plain.gap - 2),
    "loose": ({"density": 1.4}, lambda plain, now: now.gap > plain.gap + 2),
    "left": (
        {"margins": {"left": 5}},
        lambda _, now: abs(min(box.left for box in now.first) - 5 * CM) < 1.2,
    ),
    "right": ({"margins": {"right": 5}}, lambda plain, now: now.right > 5 * CM - 1.2 > plain.right),
    "top": (
        {"margins": {"top": 4}},
        lambda plain, now: (
            max(box.top for box in now.first) < max(box.top for box in plain.first) - 20
        ),
    ),
    "bottom": (
        {"margins": {"bottom": 5}},
        lambda plain, now: (
            min(box.bottom for box in now.first) > 5 * CM - 8
            and min(box.bottom for box in plain.first) < 4 * CM
        ),
    ),
    "narrow": ({"margins": 0.9}, lambda plain, now: now.right < plain.right),
    "long": ({"date_style": "long"}, lambda _, now: "january 2020 – may 2022" in now.text),
    "short": ({"date_style": "short"}, lambda _, now: "jan 2020 – may 2022" in now.text),
    "numeric": ({"date_style": "numeric"}, lambda _, now: "2020-01 – 2022-05" in now.text),
    "title first": (
        {"head": "title"},
        lambda _, now: now.text.index("engineer") < now.text.index("acme"),
    ),
    "organization first": (
        {"head": "organization"},
        lambda _, now: now.text.index("engineer") > now.text.index("acme"),
    ),
    "dates inline": (
        {"dates": "inline"},
        lambda plain, now: now.box("2022").left < plain.box("2022").left - 50,
    ),
    "dates right": (
        {"dates": "right"},
        lambda _, now: now.box("2022").right > 0.6 * now.page.pages[0].width,
    ),
    "no rules": ({"rules": False}, lambda plain, now: now.lines < plain.lines),
    "disc": ({"bullets": "disc"}, lambda _, now: "• led" in now.text),
    "square": (
        {"bullets": "square"},
        lambda plain, now: "▪ led" in now.text or now.lines > plain.lines + 20,
    ),
    "circle": ({"bullets": "circle"}, lambda _, now: "◦ led" in now.text),
    "numbered": (
        {"page_numbers": True},
        lambda _, now: f"ada example · page 1 of {len(now.page.pages)}" in now.text,
    ),
    "icons": (
        {"icons": True},
        lambda _, now: any("CvpressIcons" in face.name for face in now.page.fonts),
    ),
    **{name: ({"font": name}, font(name)) for name in fonts.FONTS},
    **{name: colored(name) for name in ("accent", "text", "muted", "link")},
}


def test_there_are_themes() -> None:
    assert len(OURS) >= 2


def test_each_option_is_seen() -> None:
    """But those that the pipeline obeys, which have tests of their own."""
    tried = {key for design, _ in OPTIONS.values() for key in design}
    settings = set(shape.resolve("#/$defs/design")["properties"])
    assert settings - tried == {"theme", "max_pages", "fit"}


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_each_option_is_seen_on_each_theme(look: str) -> None:
    plain = page(look)
    unseen = [
        name for name, (design, seen) in OPTIONS.items() if not seen(plain, page(look, **design))
    ]
    assert unseen == []


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize(("name", "paper"), [("hard", "a4"), ("long", "letter")])
def test_the_least_margins_are_no_fault(name: str, paper: str, look: str) -> None:
    """Letters that reach over their edge by a hair are within 5 mm of the paper's, and right."""
    least = shape.resolve("#/$defs/design")["properties"]["margins"]["minimum"]
    laid = case(name, look)
    sides = tuple(Margin(side, least) for side in ("top", "bottom", "left", "right"))
    design = replace(laid.view.design, margins=sides, paper=paper, max_pages=9)
    view = replace(laid.view, design=design)
    narrow = replace(laid, view=view, body=render.body(view, laid.theme))
    told = narrow.told(narrow.press())
    assert [each for each in told if each[0] != "last-page-nearly-empty"] == []


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_photo_is_seen(
    look: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = pictures.png(300, 400) if kind == "png" else pictures.jpeg(300, 400)
    Path(f"me.{kind}").write_bytes(data)
    assert page(look, {"photo": f"me.{kind}"}).pictures == page(look).pictures + 1


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
def test_a_cv_is_fitted(look: str, tmp_path: Path) -> None:
    path = tmp_path / "cv.yaml"
    path.write_text(json.dumps({**CV, "design": {"max_pages": 1, "fit": True}}), "utf-8")
    built = pipeline.build(str(path), Wishes(today=TODAY), Order(theme=look, engine="embedded"))
    assert (built.pages, built.failed) == (1, 0)
    assert "Fitted with" in built.why


@pytest.mark.parametrize(
    ("digits", "ratio"), [("000000", 21), ("FFFFFF", 1), ("767676", 4.54), ("1F4E79", 8.66)]
)
def test_contrast_is_that_of_wcag(digits: str, ratio: float) -> None:
    """Grey 767676 is the palest on white that passes: the example of WCAG's own pages."""
    assert low_contrast.contrast(digits) == pytest.approx(ratio, abs=0.05)
