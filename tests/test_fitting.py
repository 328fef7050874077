"""Fitting: tighter within the theme's bounds, then shorter by priority; never silently."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import builds
import pytest
from calls import process

from cvpress import fitting, source, theme, view
from cvpress.source.document import Document, Sequence
from cvpress.view.model import View

CLASSIC = theme.find("classic", builds.CASES)


def cv(**design: Any) -> Document:
    """Return a CV with one post of four bullets and three prizes."""
    posts = [{"organization": "Acme", "highlights": ["A1.", "A2.", "A3.", {"text": "A4."}]}]
    prizes = [{"title": "One"}, {"title": "Two", "priority": 2}, {"title": "Three"}]
    data = {
        "person": {"name": "Ada Example"},
        "sections": [
            {"title": "Posts", "experience": posts},
            {"title": "Prizes", "awards": prizes},
            {
                "title": "Skills",
                "skills": [{"label": "A", "text": "B"}, {"label": "C", "text": "D"}],
            },
        ],
        "design": {"max_pages": 1, "fit": True, **design},
    }
    return source.read(json.dumps(data).encode(), "cv.yaml")


def lay(document: Document, left_out: frozenset[str]) -> View:
    """Lay out a CV without some of it."""
    shown = fitting.without(document, left_out)
    return view.build(shown, builds.read(document, builds.Wishes(today=builds.TODAY)))


def texts(page: View) -> set[str]:
    """Return what is printed."""
    return {words.plain for words in page.words()}


def run(document: Document, pages: fitting.Pages) -> fitting.Fitted:
    """Fit a CV; `pages` plays TeX."""
    return fitting.fit(document, CLASSIC, lambda out: lay(document, out), pages)


def test_what_fits_is_left_as_it_is() -> None:
    fitted = run(cv(), lambda _: 1)
    assert (fitted.said, fitted.page.left_out) == ("", ())
    assert fitted.page == lay(cv(), frozenset())


def test_density_goes_first_and_no_further_than_needed() -> None:
    fitted = run(cv(), lambda page: 1 if page.design.density <= 0.8 else 2)
    assert fitted.said == "Fitted with density 0.8."
    assert fitted.page.left_out == ()


def test_then_size_then_margins() -> None:
    def pages(page: View) -> int:
        return 1 if page.design.margins and page.design.margins[0].width <= 1.3 else 2

    assert run(cv(), pages).said == "Fitted with density 0.7, font size 9, margins 1.3 cm."


def test_what_the_design_says_itself_stays() -> None:
    fitted = run(cv(font_size=11, margins=2), lambda page: 2 if page.design.density > 0.7 else 1)
    assert fitted.page.design.font_size == 11
    assert {margin.width for margin in fitted.page.design.margins} == {2}


def test_then_the_lowest_priority_goes_and_last_of_the_longest_list() -> None:
    document = cv()
    assert fitting.droppable(document) == (
        "/sections/0/experience/0/highlights/3",
        "/sections/1/awards/2",
        "/sections/0/experience/0/highlights/2",
        "/sections/0/experience/0/highlights/1",
        "/sections/1/awards/1",
    )
    items = {"A1.", "A2.", "A3.", "A4.", "One", "Two", "Three"}
    fitted = run(document, lambda page: 1 if len(items & texts(page)) <= 4 else 2)
    assert fitted.page.left_out == fitting.droppable(document)[:3]
    assert texts(fitted.page) >= {"A1.", "A2.", "One", "Two"}
    assert texts(fitted.page).isdisjoint({"A3.", "A4.", "Three"})


def letters(room: int) -> fitting.Pages:
    """Play TeX for a page that has room for so many letters."""
    return lambda page: 1 if sum(map(len, texts(page))) <= room else 2


def cv_of(*posts: dict[str, Any]) -> Document:
    """Return a CV with some posts, to be printed on one page."""
    data = {
        "person": {"name": "Ada Example"},
        "sections": [{"title": "Posts", "experience": [{"organization": "Z"}, *posts]}],
        "design": {"max_pages": 1, "fit": True},
    }
    return source.read(json.dumps(data).encode(), "cv.yaml")


def test_what_fits_again_comes_back_the_worthiest_first() -> None:
    """All four went for the sake of a long one; two of the others have room in its place."""
    sizes = (20, 10, 30, 90)
    document = cv_of(*({"organization": "O" * n, "priority": p} for p, n in enumerate(sizes)))
    head = len("Ada Example") + len("Posts") + len("Z")
    for room, out in ((35, (1, 2, 4)), (45, (1, 4)), (60, (4,)), (5, (1, 2, 3, 4))):
        fitted = run(document, letters(head + room))
        assert fitted.page.left_out == tuple(f"/sections/0/experience/{n}" for n in out), room


def test_an_entry_comes_back_with_those_of_its_bullets_that_fit() -> None:
    bullets = [{"text": "B" * 10, "priority": 2}, {"text": "C" * 40, "priority": 3}]
    posts = (
        {"organization": "P" * 10, "priority": 1, "highlights": bullets},
        {"organization": "Q" * 90, "priority": 4},
    )
    head = len("Ada Example") + len("Posts") + len("Z")
    fitted = run(cv_of(*posts), letters(head + 20))
    assert fitted.page.left_out == (
        "/sections/0/experience/1/highlights/1",
        "/sections/0/experience/2",
    )


def test_what_is_no_shorter_than_another_that_had_no_room_is_not_set() -> None:
    asked: list[View] = []

    def pages(page: View) -> int:
        asked.append(page)
        return letters(40)(page)

    fitted = run(cv_of(*({"organization": "O" * 30} for _ in range(40))), pages)
    assert len(fitted.page.left_out) == 40
    assert len(asked) <= 20


def test_a_bullet_goes_with_its_entry_and_is_told_once() -> None:
    text = json.dumps(
        {
            "person": {"name": "Ada Example"},
            "sections": [
                {
                    "title": "Posts",
                    "experience": [
                        {"organization": "Acme"},
                        {"organization": "Bolt", "highlights": ["B1.", "B2."]},
                    ],
                }
            ],
            "design": {"max_pages": 1, "fit": True},
        }
    )
    fitted = run(source.read(text.encode(), "cv.yaml"), lambda page: len(texts(page)) - 2)
    assert fitted.page.left_out == ("/sections/0/experience/1",)


def test_where_nothing_helps_all_is_printed_as_tight_as_can_be() -> None:
    fitted = run(cv(), lambda _: 9)
    assert fitted.page.left_out == ()
    assert texts(fitted.page) == texts(lay(cv(), frozenset()))
    assert fitted.page.design.density == 0.7


def test_few_pages_are_set() -> None:
    asked: list[View] = []

    def pages(page: View) -> int:
        asked.append(page)
        return 1 if "A4." not in texts(page) else 2

    run(cv(), pages)
    assert 4 <= len(asked) <= 10


@pytest.mark.parametrize("look", builds.OURS)
def test_each_theme_says_how_tight_it_may_be(look: str) -> None:
    bounds = theme.find(look, builds.CASES).fit
    for ladder in (bounds.density, bounds.font_size, bounds.margins):
        assert ladder == tuple(sorted(ladder, reverse=True))
        assert ladder
    assert min(bounds.density) >= 0.6
    assert min(bounds.font_size) >= 9
    assert min(bounds.margins) >= 0.5


@pytest.mark.tex
def test_the_seeds_cv_on_one_page_of_classic(tmp_path: Path) -> None:
    seed = (builds.CASES / "seed-clean.yaml").read_text("utf-8")
    (tmp_path / "cv.yaml").write_text(seed.replace("  max_pages: 2", "  max_pages: 1\n  fit: true"))
    done = process("build", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "1 page, proved." in done.out
    assert "Fitted with density" in done.out


@pytest.mark.tex
def test_what_went_is_told(tmp_path: Path) -> None:
    hard = (builds.CASES / "hard.yaml").read_text("utf-8")
    (tmp_path / "cv.yaml").write_text(hard.replace("  max_pages: 6", "  max_pages: 3\n  fit: true"))
    done = process("build", "--format", "json", cwd=tmp_path)
    gone = [f["line"] for f in json.loads(done.out)["findings"] if f["id"] == "left-out"]
    assert done.code == 0
    assert gone
    assert len(gone) == len(set(gone))


def test_without_keeps_places() -> None:
    document = cv()
    fewer = fitting.without(document, frozenset({"/sections/1/awards/0"}))
    awards = fewer.node("/sections/1/awards")
    assert isinstance(awards, Sequence)
    assert [node.path for node in awards.items] == [
        "/sections/1/awards/1",
        "/sections/1/awards/2",
    ]
