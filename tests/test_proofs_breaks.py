"""Proofs of page breaks: what is told, and what correct page looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from examples import TODAY, whole
from hypothesis import given
from hypothesis import strategies as st
from printed_page import page

from cvpress import rules, source, view
from cvpress.printed.model import Box, Printed, Word
from cvpress.proofs.lines import lines
from cvpress.proofs.parts import parts
from cvpress.proofs.reading import compare
from cvpress.proofs.tokens import texts
from cvpress.settings import Wishes, read
from cvpress.view.model import View

BREAKS = ("entry-split", "last-page-nearly-empty", "orphan-heading", "too-many-pages")
RULES = {rule.id: rule for rule in rules.load("proofs")}


def lay(fragment: str) -> View:
    document = source.read(whole(fragment).encode(), "cv.yaml")
    return view.build(document, read(document, Wishes(today=TODAY)))


def told(laid: View, printed: Printed, ids: tuple[str, ...] = BREAKS) -> list[tuple[str, str]]:
    return [(id, problem.path) for id in ids for problem in RULES[id].judge(printed, laid)]


MORE = "\n".join(f"• w{n}" for n in range(4))
SKILLS = "  - title: Skills\n    bullets: [Latin, w0, w1, w2, w3]\n"
JOB = """sections:
  - title: Jobs
    experience:
      - organization: Museum
        title: Curator
        date: 2010
        highlights: [Read., Wrote., {text: Drew., highlights: [Maps.]}]
"""
ROLES = """sections:
  - title: Jobs
    experience:
      - organization: Museum
        roles:
          - {title: Curator, date: 2010, highlights: [Read., Wrote.]}
          - {title: Guard, date: 2008}
          - {title: Guide, date: 2006, highlights: [Sang., Spoke.]}
"""
AT = "/sections/0/experience/0"
HEAD = ("entry-split", f"{AT}/organization")
ROWS = [
    ("a heading and its first line", SKILLS, "Skills|• Latin|[page]", []),
    ("a heading alone", SKILLS, "Skills|[page]|• Latin", [("orphan-heading", "/sections/0/title")]),
    ("a heading that the CV parts", SKILLS.replace("Skills\n", "Skills\n    new_page: true\n"),
     "[page]|Skills|• Latin", []),
    ("headings in a row", "  - title: Skills\n    sections: [{title: Tongues, "
     "bullets: [Latin, w0, w1, w2, w3]}]\n", "Skills|Tongues|[page]|• Latin",
     [("orphan-heading", "/sections/0/title")]),
    ("a heading below a heading", "  - title: Skills\n    sections: [{title: Tongues, "
     "bullets: [Latin, w0, w1, w2, w3]}]\n", "Skills|[page]|Tongues|• Latin",
     [("orphan-heading", "/sections/0/title")]),
    ("a subsection's heading", "  - title: Skills\n    text: A.\n    sections: [{title: Tongues, "
     "bullets: [Latin, w0, w1, w2, w3]}]\n", "Skills|A.|Tongues|[page]|• Latin",
     [("orphan-heading", "/sections/0/sections/0/title")]),
    ("a heading with nothing, before a section", "  - title: Latin\n    sections: "
     "[{hide_title: true, title: None, skills: [{label: Ω, items: [a]}]}]\n" + SKILLS,
     "Latin|Ω: a|[page]|Skills|• Latin", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sections", "printed", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_headings(sections: str, printed: str, expected: list[tuple[str, str]]) -> None:
    laid = lay("sections:\n" + sections)
    block = "\n".join(("Ada Example", *printed.split("|"), MORE))
    assert told(laid, page(laid, block)) == expected


LINES = ("Jobs", "Museum", "Curator    2010", "• Read.", "• Wrote.", "• Drew.", "• Maps.")
SPLITS = {1: [("orphan-heading", "/sections/0/title")], 2: [HEAD], 3: [HEAD], 6: [HEAD]}


@pytest.mark.parametrize("at", range(len(LINES)))
def test_an_entry_is_parted_after_each_of_its_lines(at: int) -> None:
    laid = lay(JOB)
    block = "\n".join(("Ada Example", *LINES[:at], "Ada 1", "[page]", *LINES[at:]))
    rest = page(laid, f"{block}\nAda 2")
    ids = ("entry-split", "orphan-heading")
    assert told(laid, rest, ids) == SPLITS.get(at, [])


ROLE_LINES = ("Jobs", "Museum", "Curator 2010", "• Read.", "• Wrote.", "Guard 2008",
              "Guide 2006", "• Sang.", "• Spoke.")  # fmt: skip
ROLE = ("entry-split", f"{AT}/roles/2/title")
ROLE_SPLITS = {2: [HEAD], 3: [HEAD], 4: [HEAD], 7: [ROLE], 8: [ROLE]}


@pytest.mark.parametrize("at", range(2, len(ROLE_LINES)))
def test_each_of_several_roles_is_an_entry(at: int) -> None:
    laid = lay(ROLES)
    block = "\n".join(("Ada Example", *ROLE_LINES[:at], "[page]", *ROLE_LINES[at:]))
    assert told(laid, page(laid, block), ("entry-split",)) == ROLE_SPLITS.get(at, [])


@pytest.mark.parametrize("creator", ["", "[creator: Word]\n"])
def test_a_page_made_elsewhere_breaks_where_it_likes(creator: str) -> None:
    laid = lay(JOB)
    block = "\n".join(("Ada Example", *LINES[:3], "[page]", *LINES[3:]))
    assert bool(told(laid, page(laid, creator + block))) == (not creator)


def test_an_entry_out_of_order_is_not_told_twice() -> None:
    laid = lay(JOB + SKILLS)
    block = "\n".join(("Ada Example", *LINES[3:], "Skills", "• Latin", MORE, "[page]", *LINES[:3]))
    found = told(laid, page(laid, block), tuple(RULES))
    assert [id for id, _ in found] == ["last-page-nearly-empty", "text-out-of-order"]


# The last page


ON_THE_LAST_PAGE = [
    ("Skills|[page]|• Latin|• w0|• w1|• w2|• w3", 0),
    ("Skills|• Latin|[page]|• w0|• w1|• w2|• w3", 0),
    ("Skills|• Latin|• w0|[page]|• w1|• w2|• w3", 1),
    ("Skills|• Latin|• w0|• w1|• w2|[page]|• w3", 1),
]


@pytest.mark.parametrize("creator", ["", "[creator: Word]\n"])
@pytest.mark.parametrize(("printed", "count"), ON_THE_LAST_PAGE)
def test_the_lines_of_the_last_page(printed: str, count: int, creator: str) -> None:
    laid = lay("sections:\n" + SKILLS)
    facts = page(laid, creator + "\n".join(("Ada Example", *printed.split("|"))))
    assert len(told(laid, facts, ("last-page-nearly-empty",))) == count


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("A 1|Ada Example|Skills|• Latin|• w0|[page]|A 2|• w1|• w2|• w3", 1),
        ("A 1|Ada Example|Skills|• Latin|[page]|A 2|• w0|• w1|• w2|• w3", 0),
        ("A|Ada Example|Skills|• Latin|• w0|[page]|B|• w1|• w2|• w3", 0),
        ("Ada Example|Skills|• Latin|A 1|[page]|• w1|• w2|• w3|A 2", 1),
        ("Ada Example|Skills|• Latin|A 1|[page]|• w0|• w1|• w2|• w3|A 2", 0),
    ],
)
def test_heads_and_feet_of_another_tool_are_no_lines(printed: str, count: int) -> None:
    laid = lay("sections:\n" + SKILLS)
    facts = page(laid, "\n".join(("[creator: Word]", *printed.split("|"))))
    assert len(told(laid, facts, ("last-page-nearly-empty",))) == count


def test_lines_that_look_alike_are_lines() -> None:
    laid = lay("sections: [{title: Skills, bullets: [x1, x2, x3, x4, x5, x6]}]")
    block = "Ada Example\nSkills\n• x1\n• x2\n[page]\n• x3\n• x4\n• x5\n• x6"
    assert told(laid, page(laid, block)) == []


def test_an_empty_last_page() -> None:
    laid = lay("sections:\n" + SKILLS)
    block = f"Ada Example\nSkills\n• Latin\n{MORE}\n[pages: 2]"
    assert told(laid, page(laid, block)) == [("last-page-nearly-empty", "")]
    assert told(laid, page(laid, f"[creator: Word]\n{block}")) == []  # it may have a picture


def test_a_last_page_of_a_budget_is_one_finding() -> None:
    sections = f"sections:\n{SKILLS}"
    for most, id in ((1, "too-many-pages"), (2, "last-page-nearly-empty")):
        laid = lay(f"design: {{max_pages: {most}}}\n{sections}")
        block = "Ada Example\nSkills\n• Latin\n• w0\n• w1\n• w2\n[page]\n• w3"
        assert [found for found, _ in told(laid, page(laid, block))] == [id]


def test_a_letter_of_two_pages() -> None:
    letter = "letter: {opening: Dear all, body: I write to you.}\n"
    document = source.read(whole(letter).encode(), "cv.yaml")
    laid = view.build_letter(document, read(document, Wishes(today=TODAY)))
    printed = page(laid, "Ada Example\nDear all,\nI write to\n[page]\nyou.\nAda Example")
    assert told(laid, printed) == [("last-page-nearly-empty", "/letter/body")]


# Too many pages


def named(sections: str, block: str, most: int = 1) -> str:
    laid = lay(f"design: {{max_pages: {most}}}\nsections:\n{sections}")
    (problem,) = RULES["too-many-pages"].judge(page(laid, block), laid)
    return problem.help.partition(" Shorten")[0]


def test_what_stands_on_the_pages_that_are_too_many_is_named() -> None:
    awards = ", ".join(f"{{title: Prize {n}, date: 2010}}" for n in range(5))
    prizes = "\n".join(f"Prize {n} 2010" for n in range(5))
    sections = f"  - title: Awards\n    awards: [{awards}]\n"
    whole = f"Ada Example\nAwards\n{prizes}"
    more = "After page 1 come “Prize 1”, “Prize 2”, “Prize 3” and 1 more."
    assert named(sections, whole.replace("Prize 1", "[page]\nPrize 1")) == more
    two = "After page 1 come “Prize 3” and “Prize 4”."
    assert named(sections, whole.replace("Prize 3", "[page]\nPrize 3")) == two
    one = "After page 1 comes “Prize 4”."
    assert named(sections, whole.replace("Prize 4", "[page]\nPrize 4")) == one
    parted = "After page 1 come “Prize 3” and “Prize 4”."
    assert named(sections, whole.replace("Prize 3", "Prize 3\n[page]\n")) == parted


def test_a_text_that_stands_there_is_named_by_its_heading() -> None:
    sections = "  - {title: About, text: One.}\n  - {title: Hobbies, text: Two.}\n"
    block = "Ada Example\nAbout\nOne.\n[page]\nHobbies\nTwo."
    assert named(sections, block) == "After page 1 comes “Hobbies”."
    assert named(sections, f"[creator: Word]\n{block}").startswith("Shorten")


# Their parts


@pytest.mark.parametrize("fragment", [JOB, ROLES, "sections:\n" + SKILLS])
def test_parts_have_the_numbers_of_their_texts(fragment: str) -> None:
    laid = lay(fragment)
    found = texts(laid.words())
    numbers = [number for part in parts(laid) for number in part.texts]
    assert numbers == list(range(numbers[0], len(found)))
    assert [found[part.texts.start].path for part in parts(laid) if part.kind == "heading"] == [
        "/sections/0/title"
    ]


def test_a_text_that_a_page_break_parts_is_shown_without_foot_and_head() -> None:
    laid = lay("sections: [{title: About, text: one two three four}]")
    printed = page(laid, "Ada Example\nAbout\none two\nAda Example 1\n[page]\nCV 2\nthree four")
    shown = [printed.words[word].text for word in compare(printed, laid).places[2]]
    assert shown == ["one", "two", "three", "four"]


def test_small_and_raised_letters_are_on_the_line_of_their_neighbours() -> None:
    def word(text: str, left: float, bottom: float, size: float, page: int = 1) -> Word:
        return Word(text, page, Box(left, bottom, left + 20, bottom + size))

    words = (
        word("Prof.", 50, 703, 8), word("Ada", 80, 700, 20), word("*", 110, 712, 6),
        word("below", 50, 686, 10), word("date", 500, 687, 9), word("next", 50, 700, 20, page=2),
    )  # fmt: skip
    printed = replace(page(lay(JOB), "x"), words=words)
    found = [[words[index].text for index in line] for line in lines(printed, range(6))]
    assert found == [["Prof.", "Ada", "*"], ["below", "date"], ["next"]]


def test_the_foot_of_the_page_is_no_line_of_it() -> None:
    laid = lay("design: {page_numbers: true}\nsections:\n" + SKILLS)
    block = (
        "Ada Example\nSkills\n• Latin\nAda Example · Page 1 of 2\n[page]\n• w0\n• w1\n• w2\n• w3"
    )
    for cut, count in ((0, 0), (5, 1)):
        short = block[: len(block) - cut] + "\nAda Example · Page 2 of 2"
        assert len(told(laid, page(laid, short), ("last-page-nearly-empty",))) == count


WHOLE = ("Ada Example", *LINES, "Skills", "• Latin", *MORE.split("\n"), "Ada Example 1", "[page]")


@given(st.lists(st.sampled_from(WHOLE), max_size=40), st.sampled_from(["", "[creator: Word]\n"]))
def test_no_page_makes_a_proof_break_off(rows: list[str], creator: str) -> None:
    laid = lay("design: {max_pages: 1}\n" + JOB + SKILLS)
    printed = page(laid, creator + "\n".join(rows))
    found = [rule.id for rule in RULES.values() for _ in rule.judge(printed, laid)]
    assert ("too-many-pages" in found) == (len(printed.pages) > 1)


@given(st.lists(st.integers(1, len(WHOLE) - 3), max_size=3, unique=True))
def test_breaks_alone_change_no_text(breaks: list[int]) -> None:
    laid = lay(JOB + SKILLS)
    rows = [*WHOLE[:-2]]
    for at in sorted(breaks, reverse=True):
        rows.insert(at, "[page]")
    found = {id for id, _ in told(laid, page(laid, "\n".join(rows)), tuple(RULES))}
    assert found <= set(BREAKS)
