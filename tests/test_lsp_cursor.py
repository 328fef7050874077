"""Where the cursor is and what may come there, in whole files and in broken ones."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from builds import OURS
from calls import ROOT
from hypothesis import given
from hypothesis import strategies as st

from cvpress import source
from cvpress.lsp import cursor
from cvpress.lsp.completion import complete
from cvpress.lsp.files import File
from cvpress.lsp.place import Steps
from cvpress.lsp.text import Text
from cvpress.source.document import Mapping, Scalar

SEED = (ROOT / "tests" / "cases" / "seed-clean.yaml").read_text("utf-8")
HARD = (ROOT / "tests" / "cases" / "hard.yaml").read_text("utf-8")
BAR = "‸"  # where the cursor is


def place(marked: str) -> cursor.Place | None:
    """Return the place of the bar in a text."""
    return cursor.find(marked.replace(BAR, "", 1), marked.index(BAR))


def offers(marked: str, folder: Path = ROOT) -> list[str]:
    """Return what is offered at the bar in a text."""
    file = File((folder / "cv.yaml").as_uri(), Text(marked.replace(BAR, "", 1)))
    return [item.label for item in complete(file, marked.index(BAR))]


def accepted(marked: str, label: str) -> str:
    """Return the text after one of the offers has been taken, with a bar where it ends."""
    file = File((ROOT / "cv.yaml").as_uri(), Text(marked.replace(BAR, "", 1)))
    (item,) = [one for one in complete(file, marked.index(BAR)) if one.label == label]
    edit = item.text_edit
    assert edit is not None
    start, end = file.text.offset(edit.range.start), file.text.offset(edit.range.end)
    assert start <= marked.index(BAR) <= end
    return f"{file.text.text[:start]}{edit.new_text}{BAR}{file.text.text[end:]}"


HIGHLIGHT = ("sections", 0, "education", 0, "highlights", 0)
ENTRY = "sections:\n  - title: A\n    education:\n      - institution: B\n"


@pytest.mark.parametrize(
    ("marked", "steps", "what"),
    [
        ("‸", (), "key"),
        ("per‸", (), "key"),
        ("person:\n  ‸", ("person",), "key value fresh"),
        ("person:\n  name: Ada\n  ‸", ("person",), "key"),
        ("person:\n  name: Ada\n‸", (), "key"),
        ("person: {‸", ("person",), "key flow"),
        ("person: {name: Ada, ‸", ("person",), "key flow"),
        ("person: {name: ‸", ("person", "name"), "value flow"),
        ("person:\n  name: A‸", ("person", "name"), "value"),
        ("person:\n  profiles:\n    - network: ‸", ("person", "profiles", 0, "network"), "value"),
        ("person: {profiles: [{network: X}, {‸", ("person", "profiles", 1), "key flow"),
        ("person: {profiles: [\n  {network: X},\n  {‸", ("person", "profiles", 1), "key flow"),
        ("sections:\n  ‸", ("sections",), "key value fresh"),
        ("sections:\n  - ‸", ("sections", 0), "key value"),
        ("sections:\n-‸", ("sections", 0), "key value space"),
        ("sections:\n- title: A\n- ‸", ("sections", 1), "key value"),
        ("sections:\n- title: A\n  ‸", ("sections", 0), "key"),
        ("sections:\n- title: A\n‸", (), "key"),
        ("sections:\n  -\n    ‸", ("sections", 0), "key value"),
        (f"{ENTRY}        ‸", ("sections", 0, "education", 0), "key"),
        (f"{ENTRY}      ‸", ("sections", 0, "education"), "key value fresh"),
        (f"{ENTRY}      - ‸", ("sections", 0, "education", 1), "key value"),
        (f"{ENTRY}    ‸", ("sections", 0), "key"),
        (f"{ENTRY}  - ‸", ("sections", 1), "key value"),
        (f"{ENTRY}  ‸", ("sections",), "key value fresh"),
        (f"{ENTRY}        highlights:\n          - ‸", HIGHLIGHT, "key value"),
        (
            f"{ENTRY}        score: {{value: 1, ‸",
            ("sections", 0, "education", 0, "score"),
            "key flow",
        ),
        ("design:\n  paper:‸", ("design", "paper"), "value space"),
        ("design: {paper:‸", ("design", "paper"), "value flow space"),
        ('"design":\n  paper: ‸', ("design", "paper"), "value"),
        ("checks:\n  ignore: [a, ‸", ("checks", "ignore", 1), "value flow"),
        ("checks:\n  ignore: [a,\n    ‸", ("checks", "ignore", 1), "value flow"),
        # What is wrong above does not matter.
        ("person: {name: [Ada\nsections:\n  - ‸", ("sections", 0), "key value"),
        ('person: {name: "Ada\nsections:\n  - ‸', ("sections", 0), "key value"),
        ('person:\n  name: "Ada\nsections:\n  - ‸', ("sections", 0), "key value"),
        ("pers\nsections:\n  - ‸", ("sections", 0), "key value"),
        ("a: b: c\n\tx: y\nsections:\n  - ‸", ("sections", 0), "key value"),
        ("person:\n  name: &x *y\n  ‸", ("person",), "key"),
        ("}}]]\nperson:\n  ‸", ("person",), "key value fresh"),
        (f"{ENTRY}        degree\n        ‸", ("sections", 0, "education", 0), "key"),
        # What belongs to a text above is no key.
        ("person:\n  headline: |\n    words\nsections:\n  - ‸", ("sections", 0), "key value"),
        ("sections:\n  - text: >\n      many words\n      ‸", None, ""),
        ("sections:\n  - text: >\n      key: words\n\n    ‸", ("sections", 0), "key"),
        ("sections:\n  - text: many\n      words\n    ‸", ("sections", 0), "key"),
        ("sections:\n  - text: many\n      ‸", None, ""),
        ("sections:\n  - text: 'many\n      words: ‸", None, ""),
        ("sections:\n  - text: 'many\n      words'\n    ‸", ("sections", 0), "key"),
        ('person: {name: "‸', None, ""),
        ("person: 'A‸", None, ""),
        ("# per‸", None, ""),
        ("person: # ‸", None, ""),
        ("design: {paper: a4,  # ‸", None, ""),
        ("\ufeffper‸", (), "key"),
        ("a:\r\n  b: c\r\n  ‸", ("a",), "key"),
    ],
)
def test_place(marked: str, steps: Steps | None, what: str) -> None:
    found = place(marked)
    if steps is None:
        assert found is None
        return
    assert found is not None
    said = [name for name in ("key", "value", "flow", "fresh", "space") if getattr(found, name)]
    assert (found.steps, sorted(said)) == (steps, sorted(what.split()))


@pytest.mark.parametrize(
    ("marked", "has", "lacks"),
    [
        ("‸", ["person", "sections", "checks"], ["name", "title"]),
        ("person:\n  name: A\n‸\nsections: []", ["marks"], ["person", "sections"]),
        ("person:\n  ‸", ["name", "email", "profiles"], ["sections"]),
        ("person: {‸, email: a@b.example}", ["name"], ["email"]),
        ("sections:\n  - title: A\n    ‸", ["education", "bullets", "sections", "text"], ["title"]),
        (f"{ENTRY}    ‸", ["text", "numbering"], ["title", "experience", "sections", "bullets"]),
        (f"{ENTRY}        ‸\n        degree: C", ["area", "score"], ["institution", "degree"]),
        (f"{ENTRY}        ‸\n      - degree: C", ["degree"], ["institution"]),
        (f"{ENTRY}        highlights:\n          - ‸", ["text", "marks"], ["institution"]),
        ("sections:\n  - sections:\n    - ‸", ["title", "bullets"], ["sections"]),
        ("design:\n  paper: ‸", ["a4", "letter"], ["None", "classic"]),
        ("design: {paper: ‸}", ["a4", "letter"], []),
        ("design:\n  theme: ‸", [*OURS], ["a4"]),
        ("sections:\n  - hide_title: ‸", ["true", "false"], []),
        ("sections:\n  - numbering: ‸", ["ascending", "descending"], []),
        ("locale: ‸", ["de", "en", "zh"], []),
        ("person:\n  profiles:\n    - network: Git‸", ["GitHub", "GitLab"], ["a4"]),
        ("checks:\n  ignore: [‸", ["date-gap", "text-lost", "misspelling"], ["dates"]),
        ("checks:\n  ignore:\n    - ‸", ["date-gap"], []),
        ("checks:\n  ignore:\n    ‸", ["date-gap"], []),
        ("checks:\n  severity:\n    ‸", ["date-gap"], []),
        ("checks:\n  severity:\n    date-gap: ‸", ["error", "warning", "info"], ["date-gap"]),
        (f"{ENTRY}        end: ‸", ["present", "2024-06"], []),
        (f"{ENTRY}        date: ‸", ["2021/2022", "2023-fall"], ["[2019, '2021/2023']"]),
        (f"{ENTRY}        status: ‸", [], ["accepted"]),
        ("sections:\n  - publications:\n    - status: ‸", ["accepted", "in-press"], []),
        ("sections:\n  - languages:\n    - cefr: ‸", ["A1", "C2"], []),
        ("sections:\n  - text: ‸", [], ["true"]),
        ("nothing:\n  here: ‸", [], ["true"]),
        ("nothing:\n  - ‸", [], ["title"]),
    ],
)
def test_offers(marked: str, has: list[str], lacks: list[str]) -> None:
    offered = offers(marked)
    assert set(has) - set(offered) == set()
    assert set(lacks) & set(offered) == set()
    assert len(set(offered)) == len(offered)
    assert bool(has) is bool(offered)


def test_what_is_needed_comes_first() -> None:
    assert offers("sections:\n  - education:\n      - ‸")[0] == "institution"
    assert offers("person: {profiles: [{‸")[0] == "network"


def test_what_the_cv_says_elsewhere_is_offered() -> None:
    marked = """person: {name: Ada Example}
marks: {co-lead: {text: Led it.}}
sections:
  - title: Work
    experience:
      - {organization: Galerie Nord, location: Berlin, supervisor: "Voss, A."}
      - {organization: Galerie Nord, location: Köln}
      - {organization: ‸, marks: [a]}
"""
    assert offers(marked) == ["Galerie Nord"]
    assert offers(marked.replace("organization: ‸", "location: ‸")) == ["Berlin", "Köln"]
    assert offers(marked.replace("organization: ‸", "summary: ‸")) == []
    assert offers(marked.replace("‸, marks: [a", "X, marks: [‸")) == [
        "co-lead",
        "equal-contribution",
    ]
    taken = accepted(marked.replace("organization: ‸", "supervisor: ‸"), "Voss, A.")
    assert 'supervisor: "Voss, A."‸, marks' in taken


def test_what_variants_name_is_offered() -> None:
    marked = """person: {name: Ada Example, details: [{label: Born, text: "1990", tags: [private]}]}
sections:
  - {title: Work, id: work, text: A line., tags: [long, private]}
  - {title: Talks, sections: [{title: Keynotes, text: Ten.}]}
variants:
  public: {sections: [‸], hide: [a], exclude_tags: [b], design: {theme: c}}
"""
    assert offers(marked) == ["work", "Talks"]
    tags = offers(marked.replace("‸", "").replace("tags: [b", "tags: [‸"))
    assert tags == ["private", "long"]
    assert offers(marked.replace("‸", "").replace("tags: [long", "tags: [‸")) == ["private", "b"]
    assert "phone" in offers(marked.replace("‸", "").replace("hide: [a", "hide: [‸"))
    assert "compact" in offers(marked.replace("‸", "").replace("theme: c", "theme: ‸"))


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("per‸", "person", "person:‸"),
        ("person:\n  na‸", "name", "person:\n  name: ‸"),
        ("person:\n  na‸me: Ada", "name", "person:\n  name‸: Ada"),
        ("person: {na‸", "name", "person: {name: ‸"),
        ("person: {prof‸", "profiles", "person: {profiles: ‸"),
        ("design:\n  paper:‸", "a4", "design:\n  paper: a4‸"),
        ("design:\n  paper: ‸", "a4", "design:\n  paper: a4‸"),
        ("design:\n  paper: le‸", "letter", "design:\n  paper: letter‸"),
        ("sections:\n  ‸", "title", "sections:\n  - title: ‸"),
        ("sections:\n  ti‸", "title", "sections:\n  - title: ‸"),
        ("sections:\n  -‸", "title", "sections:\n  - title: ‸"),
        ("sections:\n  - title: A\n  ‸", "title", "sections:\n  - title: A\n  - title: ‸"),
        ("checks:\n  ignore:\n    ‸", "date-gap", "checks:\n  ignore:\n    - date-gap‸"),
        ("checks:\n  severity:\n    dat‸", "date-gap", "checks:\n  severity:\n    date-gap: ‸"),
        (
            "person: {profiles: [{network: Google Sch‸",
            "Google Scholar",
            "person: {profiles: [{network: Google Scholar‸",
        ),
    ],
)
def test_an_offer_that_is_taken(marked: str, label: str, after: str) -> None:
    assert accepted(marked, label) == after


def test_themes_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "themes" / "mine").mkdir(parents=True)
    (tmp_path / "themes" / "mine" / "theme.yaml").write_text("title: Mine\n", "utf-8")
    assert "mine" in offers("design: {theme: ‸", tmp_path)


@pytest.mark.parametrize("text", [SEED, HARD], ids=["seed", "hard"])
def test_every_key_of_a_whole_file_is_found_where_yaml_finds_it(text: str) -> None:
    """The lines above the cursor say of each key and value what the parsed file says of it."""
    document = source.read(text.encode(), "cv.yaml")
    assert not document.faults
    keys = 0
    for node in document.nodes.values():
        for key in node.keys.values() if isinstance(node, Mapping) else ():
            found = cursor.find(text, key.start)
            assert found is not None, key.path
            assert found.key, key.path
            assert found.steps == steps(document, node.path), key.path
            keys += 1
        if isinstance(node, Scalar) and node.style == "plain" and node.start < node.end:
            found = cursor.find(text, node.start + 1)
            assert found is not None, node.path
            assert found.value, node.path
            assert found.steps == steps(document, node.path), node.path
    assert keys > 100


def steps(document: source.Document, path: str) -> Steps:
    """Return the steps of a path: an index where its parent is a list."""
    parts: list[str | int] = []
    at = ""
    for name in path.split("/")[1:]:
        parent = document.node(at)
        parts.append(name if isinstance(parent, Mapping) else int(name))
        at = f"{at}/{name}"
    return tuple(parts)


@given(st.integers(0, len(SEED)), st.text("{}[]:-,'\"#|>\n\t &*!%@`a1", max_size=6))
def test_nothing_that_one_types_stops_it(at: int, typed: str) -> None:
    text = SEED[:at] + typed + SEED[at + len(typed) :]
    cursor.find(text, at + len(typed))
    cursor.find(typed, len(typed))


@given(st.text("{}[]:-,'\"# \nab", max_size=30), st.integers(0, 30))
def test_nothing_at_all_stops_it(text: str, at: int) -> None:
    cursor.find(text, min(at, len(text)))


@pytest.mark.parametrize(
    "line",
    [
        "a" + " " * 200_000,
        "- " * 100_000,
        "a: " + "[" * 100_000,
        'a: ["' + '\\"' * 100_000,
        "{a: " * 50_000,
    ],
    ids=["blanks", "dashes", "brackets", "quotes", "maps"],
)
def test_a_long_line_takes_no_long_time(line: str) -> None:
    start = time.process_time()
    cursor.find(line, len(line))
    assert time.process_time() - start < 3
