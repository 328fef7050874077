"""Page numbers at the foot of each page: right, copied last, and no text of the CV."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builds import OURS, TODAY
from need import need

from cvpress import pipeline, printed, source, view
from cvpress.pipeline import Built, Order
from cvpress.printed.model import Printed
from cvpress.settings import Wishes, read

NAME = "Ada Q. Example"


def cv(pages: int, **more: object) -> str:
    """Return a CV whose sections stand on so many pages; the last has a text of two pages."""
    sections = [
        {"title": f"Part {number}", "new_page": number > 1, "text": f"Words of part {number}."}
        for number in range(1, pages + 1)
    ]
    design = {"page_numbers": True, **more}
    return json.dumps({"person": {"name": NAME}, "sections": sections, "design": design})


def build(folder: Path, text: str, look: str = "classic", engine: str = "embedded") -> Built:
    """Build a CV; no check and no proof may say anything."""
    path = folder / "cv.yaml"
    path.write_text(text, "utf-8")
    wishes = Wishes(today=TODAY, ignore=("locale-without-words",))
    built = pipeline.build(str(path), wishes, Order(theme=look, engine=engine))
    assert [finding.id for finding in built.findings] == []
    return built


def pages(pdf: Printed) -> list[str]:
    """Return the words of each page as they are copied."""
    numbers = range(1, len(pdf.pages) + 1)
    return [" ".join(word.text for word in pdf.words if word.page == n) for n in numbers]


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
@pytest.mark.parametrize("look", OURS)
def test_each_page_ends_with_its_number(tmp_path: Path, look: str, engine: str) -> None:
    if engine == "latexmk":
        need("latexmk")
    facts = printed.read(build(tmp_path, cv(3, max_pages=3), look, engine).pdf)
    for number, said in enumerate(pages(facts), 1):
        assert said.endswith(f"Words of part {number}. {NAME} · Page {number} of 3")


@pytest.mark.tex
def test_a_page_of_xetex_ends_with_its_number(tmp_path: Path) -> None:
    need("xelatex")
    text = cv(2).replace("Words of", "Ꙋкъ").replace("{", '{"locale": "ru",', 1)
    built = build(tmp_path, text, engine="latexmk")
    assert "XeLaTeX" in built.why
    assert pages(printed.read(built.pdf))[1].endswith(f"{NAME} · Страница 2 из 2")


@pytest.mark.tex
@pytest.mark.parametrize(("count", "guess"), [(4, {}), (3, {"max_pages": 5}), (2, {}), (1, {})])
def test_the_number_of_pages_is_right_whatever_was_guessed(
    tmp_path: Path, count: int, guess: dict[str, object]
) -> None:
    built = build(tmp_path, cv(count, **guess))
    said = [page.rpartition("Page ")[2] for page in pages(printed.read(built.pdf))]
    feet = [f"{number} of {count}" for number in range(1, count + 1)]
    assert said == (feet if count > 1 else [f"{NAME} Part 1 Words of part 1."])
    assert (r"\cvfoot" in built.tex) == (count > 1)


@pytest.mark.tex
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("size", [9, 12])
def test_the_foot_has_room_at_the_least_margins(tmp_path: Path, look: str, size: int) -> None:
    text = cv(2, margins={"bottom": 0.5}, font_size=size, density=0.6)
    filled = text.replace("Words of part 1.", " ".join(["river", "bank"] * 950))
    facts = printed.read(build(tmp_path, filled, look).pdf)
    first = [word.box.bottom for word in facts.words if word.page == 1]
    assert first[-1] > 14.2  # 5 mm
    assert min(first[:-8]) > first[-1] + 10  # the last line of the text


@pytest.mark.tex
def test_a_long_name_is_set_smaller(tmp_path: Path) -> None:
    name = " ".join(["Wolfeschlegelsteinhausen"] * 8)
    facts = printed.read(build(tmp_path, cv(2).replace(NAME, name), "sidebar").pdf)
    last = [word for word in facts.words if word.page == 1][-1]
    assert pages(facts)[0].endswith(f"{name} · Page 1 of 2")
    assert last.box.right < facts.pages[0].width - 28


def test_the_words_are_those_of_the_language() -> None:
    document = source.read(cv(1).replace("{", '{"locale": "de",', 1).encode(), "cv.yaml")
    page = view.build(document, read(document, Wishes(today=TODAY)))
    assert page.foot
    assert page.foot.on(2, 3).plain == f"{NAME} · Seite 2 von 3"
    assert page.letters.endswith(f"{NAME} · Seite 1 von 1")
    assert page.foot.on(2, 3).plain not in [words.plain for words in page.words()]
