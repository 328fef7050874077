"""What programs that take in CVs read: dates and headings by their shapes, facts, differences."""

from __future__ import annotations

import json
from pathlib import Path

import builds
import pdfs
import pikepdf
import pytest
from calls import Caller
from need import need

from cvpress import ats, locales, printed
from cvpress.ats import extractors, marking, readback
from cvpress.ats.judging import judge
from cvpress.ats.periods import PRESENT, periods
from cvpress.reports import as_ats

EN = locales.load("en")
CV = """
person:
  name: Ada Lindqvist
  email: ada@example.org
  phone: "+46 8 123 456 78"
  profiles: [{network: GitHub, username: ada-l}]
sections:
  - title: Experience
    experience:
      - {organization: Acme, title: Engineer, start: 2021-09, end: present}
      - {organization: Globex, title: Intern, start: 2020-06, end: 2020-08}
  - title: Odds and Ends
    text: Plays the nyckelharpa.
"""
RIGHT = """\
Ada Lindqvist
ada@example.org +46 8 123 456 78 github.com/ada-l
Experience
Acme
Engineer September 2021 – present
Globex
Intern June – August 2020
Odds and Ends
Plays the nyckelharpa.
"""


def sheet(*lines: str) -> bytes:
    """Return a PDF of one page that another tool made."""
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700 - 20 * at, line) for at, line in enumerate(lines)])
    return pdfs.saved(pdf)


def missing(text: str, cv: str = CV) -> dict[str, tuple[str, ...]]:
    """Return what of a CV is not found in a text."""
    page = builds.lay(cv).view
    words = locales.load(page.language)
    return {
        fact.what: fact.missing
        for fact in judge(text, readback.read(text, words), page, words)
        if fact.missing
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021", ((2021, 0), (2021, 0))),
        ("Sep 2021 – present", ((2021, 9), PRESENT)),
        ("Sept. 2021 – Feb 2024", ((2021, 9), (2024, 2))),
        ("February – June 2024", ((2024, 2), (2024, 6))),
        ("2019–2021", ((2019, 0), (2021, 0))),
        ("2019 to now", ((2019, 0), PRESENT)),
        ("09/2021 - 12/2022", ((2021, 9), (2022, 12))),
        ("2021-09", ((2021, 9), (2021, 9))),
        ("March 3, 2020", ((2020, 3), (2020, 3))),
        ("May 2022 –\nAug 2022", ((2022, 5), (2022, 8))),
        ("SEPTEMBER 2018", ((2018, 9), (2018, 9))),
    ],
)
def test_a_date_in_running_text(text: str, found: object) -> None:
    for around in (text, f"Acme {text}, Oslo", f"x\n{text}\ny"):
        (period,) = periods(around, EN)
        assert period.what == found
        assert around[period.at : period.end].strip() == text


@pytest.mark.parametrize("text", ["", "12345", "a 20210 b", "May I?", "room 1899", "ISO 8601"])
def test_no_date(text: str) -> None:
    assert list(periods(text, EN)) == []


def test_dates_of_other_languages() -> None:
    german, chinese = locales.load("de"), locales.load("zh")
    assert [p.what for p in periods("Oktober 2020 – heute", german)] == [((2020, 10), PRESENT)]
    assert [p.what for p in periods("2021年9月", chinese)] == [((2021, 9), (2021, 9))]


def test_what_is_found_by_its_shape_alone() -> None:
    found = readback.read(RIGHT, EN)
    assert found.name == "Ada Lindqvist"
    assert found.emails == ("ada@example.org",)
    assert found.phones == ("+46 8 123 456 78",)
    assert found.links == ("github.com/ada-l",)
    assert found.headings == ("Experience",)
    assert len(found.dates) == 2


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Education", True),
        ("WORK EXPERIENCE", True),
        ("Honors and Awards", True),
        ("Research Interests", True),
        ("Tian Tang", False),
        ("research assistant", False),
        ("Taught courses in three schools.", False),
        ("Service, 2021", False),
        ("Networks", False),
    ],
)
def test_usual_headings(line: str, is_one: bool) -> None:
    assert readback.usual(line) is is_one


@pytest.mark.parametrize(
    "text", ["2021-2022", "2021 – 2022", "11,234,567", "1/2", "10.1234/5678901"]
)
def test_no_telephone_number(text: str) -> None:
    assert readback.read(text, EN).phones == ()


def test_a_right_text_lacks_only_the_heading_that_nobody_knows() -> None:
    assert missing(RIGHT) == {"headings that such programs know": ("Odds and Ends",)}


@pytest.mark.parametrize(
    ("before", "after", "what", "told"),
    [
        ("Ada Lindqvist\n", "Page 1\nAda Lindqvist\n", "name on the first line",
         "Ada Lindqvist (the first line is “Page 1”)"),
        ("ada@example", "ada @example", "email addresses", "ada@example.org"),
        ("+46 8 123", "+46 8 l23", "telephone numbers", "+46 8 123 456 78"),
        ("github.com/ada-l", "ada-l", "web addresses", "GitHub: ada-l"),
        ("Experience\n", "Experience at work\n", "headings on a line of their own", "Experience"),
        ("Experience\n", "Experience, Oslo\n", "headings that such programs know", "Experience"),
        ("Globex\n", "Glo bex\n", "entries, in their order", "Globex (nowhere)"),
        ("Acme\n", "", "entries, in their order", "Acme (nowhere)"),
        ("June – August 2020", "", "dates beside their entry", "June – August 2020 (Globex)"),
        ("harpa", "har- pa", "texts, as they are written", "Plays the nyckelharpa."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(before: str, after: str, what: str, told: str) -> None:
    assert before in RIGHT
    assert told in missing(RIGHT.replace(before, after, 1))[what]


def test_a_date_at_another_entry_is_not_beside_its_own() -> None:
    swapped = RIGHT.replace("Engineer September 2021 – present\n", "Engineer\n")
    moved = swapped + "More\nSeptember 2021 – present\n"
    assert missing(moved)["dates beside their entry"] == ("September 2021 – present (Acme)",)


def test_dates_in_a_column_at_the_left_belong_to_what_follows() -> None:
    left = RIGHT.replace(
        "Acme\nEngineer September 2021 – present", "Sept 2021 –\nPresent\nAcme, Engineer"
    )
    assert "dates beside their entry" not in missing(left)


def test_an_entry_before_its_time_is_told_as_elsewhere() -> None:
    turned = RIGHT.replace("Acme\n", "").replace("Odds", "Acme\nOdds")
    assert missing(turned)["entries, in their order"] == ("Globex (elsewhere)",)


def test_lines_that_differ_are_marked() -> None:
    first = "one two three\nfour • five"
    assert list(marking.compare(first, "one two three four five")) == []
    assert list(marking.compare(first, "one\nthree four fi-\nve")) == [
        marking.Marked(2, "[-two-] three four [-five-] {+fi-+}"),
        marking.Marked(3, "{+ve+}"),
    ]
    assert list(marking.compare("one two", "one")) == [marking.Marked(1, "one [-two-]")]
    assert list(marking.compare("one", "")) == [marking.Marked(1, "[-one-]")]


@pytest.mark.tex
@pytest.mark.parametrize("look", builds.OURS)
def test_three_programs_find_all_of_a_page_of_ours(look: str) -> None:
    need("pdftotext")
    laid = builds.case("seed-clean", look)
    pdf = laid.press()
    seen, silent = ats.look(pdf, printed.read(pdf), laid.view)
    assert silent == []
    assert [one.copy.reader for one in seen] == ["PDFium", "pypdf", "pdftotext"]
    for one in seen:
        facts = {fact.what: fact for fact in one.facts}
        assert facts["texts, as they are written"].wanted > 90
        assert {what: fact.missing for what, fact in facts.items() if fact.missing} == {}


@pytest.mark.tex
def test_the_report(call: Caller) -> None:
    need("pdftotext")
    Path("cv.yaml").write_text(CV, "utf-8")
    assert call("build").code == 0
    done = call("prove", "build/cv.pdf", "--as-ats")
    assert done.code == 0
    assert "build/cv.pdf as programs read it" in done.out
    assert "Not found: headings that such programs know\n  - Odds and Ends\n" in done.out
    assert done.out.count("copies the same words in the same order.") == 2
    assert all(len(line) <= 80 for line in done.out.splitlines())
    data = json.loads(call("prove", "build/cv.pdf", "--as-ats", "--format", "json").out)
    assert data["version"] == 1
    assert [program["name"] for program in data["programs"]] == ["PDFium", "pypdf", "pdftotext"]
    assert data["programs"][0]["found"]["dates"] == [
        "September 2021 – present",
        "June – August 2020",
    ]
    assert data["programs"][0]["facts"][0] == {
        "what": "name on the first line", "wanted": 1, "found": 1, "missing": []
    }  # fmt: skip


def test_without_a_cv_it_tells_what_is_found(call: Caller) -> None:
    pdf = sheet("Ada", "Education", "ada at nowhere 2021")
    Path("a.pdf").write_bytes(pdf)
    done = call("prove", "a.pdf", "--as-ats")
    assert done.code == 0
    assert "headings that such programs know" in done.out
    assert "Not found" not in done.out
    assert "ada at nowhere 2021" in done.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "sarif"), "--as-ats makes no report in the format sarif."),
        (("--source", "none.yaml"), "none.yaml"),
    ],
)
def test_what_can_not_be_asked(call: Caller, arguments: tuple[str, ...], sentence: str) -> None:
    Path("a.pdf").write_bytes(sheet("Ada"))
    done = call("prove", "a.pdf", "--as-ats", *arguments)
    assert done.code == 2
    assert sentence in done.err


def test_a_cv_with_errors_is_left_alone(call: Caller) -> None:
    Path("a.pdf").write_bytes(sheet("Ada"))
    Path("cv.yaml").write_text("person: {nam: Ada}\n", "utf-8")
    done = call("prove", "a.pdf", "--as-ats")
    assert done.code == 0
    assert "has errors, so the PDF is not compared with it" in done.err


def test_a_program_that_is_not_there_or_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = sheet("Ada")
    facts = printed.read(pdf)
    with monkeypatch.context() as patch:
        patch.setattr(extractors.importlib.util, "find_spec", lambda _: None)
        patch.setattr(extractors.run, "which", lambda _: "")
        seen, silent = ats.look(pdf, facts, None)
    assert [one.copy.reader for one in seen] == ["PDFium"]
    assert len(silent) == 2
    assert "extra “ats”" in silent[0]
    assert "poppler" in silent[1]
    _, silent = ats.look(b"no pdf", facts, None)
    assert any(said.startswith("pypdf can't read this PDF") for said in silent)
    assert "\n\n" + silent[0] in as_ats.report("a.pdf", seen, silent)


def test_a_program_that_runs_for_ever_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "with_pypdf.py"
    script.write_text("while True: pass\n")
    monkeypatch.setenv("CVPRESS_SECONDS", "0.5")
    monkeypatch.setattr(extractors, "SCRIPT", script)
    pdf = sheet("Ada")
    _, silent = ats.look(pdf, printed.read(pdf), None)
    assert "pypdf was stopped: it ran over its limits." in silent
