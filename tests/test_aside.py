"""The side bar: which sections stand in it, in which order they are read, that it has an end."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from builds import lay

from cvpress import printed, theme
from cvpress.errors import UsageError
from cvpress.view.body import Section
from cvpress.view.model import View

PERSON = {"name": "Ada Example", "email": "ada@example.org"}
WORK = {"title": "Work", "experience": [{"organization": "Acme", "date": 2020}]}
SKILLS = {"title": "Skills", "skills": [{"label": "Tools", "text": "Python"}]}
TONGUES = {"title": "Tongues", "languages": [{"language": "English"}]}


def page(*sections: dict[str, Any], look: str = "sidebar", **design: Any) -> View:
    cv = {"person": PERSON, "sections": sections, "design": design}
    return lay(json.dumps(cv), look).view


def titles(sections: tuple[Section, ...]) -> list[str]:
    return [section.title.plain for section in sections if section.title]


def test_kinds_of_the_side_bar_are_read_before_others() -> None:
    view = page(WORK, SKILLS, TONGUES)
    assert (titles(view.aside), titles(view.sections)) == (["Skills", "Tongues"], ["Work"])
    words = [words.plain for words in view.words()]
    assert words.index("Skills") < words.index("Tongues") < words.index("Work")


def test_other_themes_have_none() -> None:
    assert page(WORK, SKILLS, look="classic").aside == ()


@pytest.mark.parametrize(
    ("section", "aside"),
    [
        (SKILLS, True),
        ({"title": "All", "sections": [SKILLS, TONGUES]}, True),
        ({"title": "Mixed", "sections": [SKILLS, WORK]}, False),
        ({**SKILLS, "new_page": True}, False),
        ({"title": "All", "sections": [{**SKILLS, "new_page": True}]}, False),
        ({"title": "Profile", "text": "A historian."}, False),
        ({"title": "Long", "skills": [{"label": "S", "text": "word " * 40}] * 12}, False),
    ],
)
def test_what_may_stand_there(section: dict[str, Any], aside: bool) -> None:
    view = page(section, WORK)
    assert bool(view.aside) is aside
    assert len(view.aside) + len(view.sections) == 2


def test_less_room_takes_less() -> None:
    many = [{**SKILLS, "skills": SKILLS["skills"] * 3}] * 20
    most = len(page(*many).aside)
    assert 5 <= most < 20
    for design in ({"font_size": 12}, {"paper": "letter"}, {"margins": 4}, {"density": 1.3}):
        assert len(page(*many, **design).aside) < most, design


def test_what_a_theme_says_of_its_side_bar(tmp_path: Any) -> None:
    (tmp_path / "themes" / "mine").mkdir(parents=True)
    said = "{title: T, description: D, engines: [x], right: [date, location], date_style: long,"
    said += " font_size: 9, aside: {kinds: [skills]}}"
    (tmp_path / "themes" / "mine" / "theme.yaml").write_text(said, "utf-8")
    with pytest.raises(UsageError, match="lacks “letters”"):
        theme.find("mine", tmp_path)


def reference(number: int) -> dict[str, Any]:
    """A reference whose lines are like nobody else's."""
    return {
        "name": f"Amanda {'Reynolds ' * (number % 3)}Nakagawa",
        "title": "Professor of Medicine",
        "organization": f"University of the South Coast{' at Sea' * (number % 4)}",
        "location": "Los Angeles, CA",
        "email": "a.reynolds@example.com",
        "summary": "Exceptional in all that she did" + " for us" * (number % 5),
    }


def skills(words: str) -> list[dict[str, Any]]:
    """Return sections of skills, none of them alike."""
    dice = Random(words)
    return [
        {
            "title": "S",
            "skills": [{"label": "A", "text": " ".join(dice.choices(words.split(), k=16))}],
        }
        for _ in range(14)
    ]


FULL = {
    "short lines": [{"title": "S", "skills": [{"label": "Aa", "text": "b"}] * 4}] * 12,
    "long lines": skills("a to in sea oar mast wind lee harbour windward astern"),
    "long words": skills("reconnaissance commissioning oceanographer dockyard"),
    "references": [{"title": "R", "references": [reference(number)]} for number in range(9)],
}


@pytest.mark.tex
@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("design", [{}, {"paper": "letter", "font_size": 12}, {"margins": 4}])
def test_a_full_side_bar_ends_on_its_page(name: str, design: dict[str, Any]) -> None:
    cv = {"person": PERSON, "sections": [*FULL[name], WORK], "design": design}
    laid = lay(json.dumps(cv), "sidebar")
    assert laid.view.aside
    assert laid.view.sections
    pdf = laid.press()
    assert laid.told(pdf) == []
    last = [words.plain for words in laid.view.aside[-1].words()][-1].split()[-1]
    words = [word for word in printed.read(pdf).words if word.page == 1]
    bar = [word for word in words if word.box.right < 0.4 * 595 and word.text.endswith(last)]
    assert min(word.box.bottom for word in bar) > 20


@pytest.mark.tex
def test_no_side_bar_where_nothing_stands_in_it() -> None:
    text = "person: {name: Ada}\nsections: [{title: Words, text: x}]"
    narrow = "person: {name: Ada, phone: +32 16 55 01 00}\nsections: [{title: Words, text: x}]"
    lefts = []
    for cv in (text, narrow):
        words = printed.read(lay(cv, "sidebar").press()).words
        lefts.append(next(word.box.left for word in words if word.text == "Words"))
    assert lefts[0] < 60 < 150 < lefts[1]


@pytest.mark.tex
@pytest.mark.parametrize("place", ["email", "skill"])
def test_an_overfull_line_in_it_comes_home(place: str) -> None:
    from cvpress import engines, render

    wide = "w" * 60
    person = {"name": "Ada", "email": f"{wide}@example.org" if place == "email" else "a@b.example"}
    skills = {"title": "S", "skills": [{"label": "A", "text": wide if place == "skill" else "b"}]}
    laid = lay(json.dumps({"person": person, "sections": [skills, WORK]}), "sidebar")
    press = engines.load("embedded").open(theme.stationery(laid.theme))
    log = press.press(laid.body).log
    line = int(log.partition("Overfull \\hbox")[2].partition(" at lines ")[2].partition("--")[0])
    home = {"email": "/person", "skill": "/sections/0/skills/0"}
    assert render.entry_at(laid.body, line) == home[place]
