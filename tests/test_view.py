"""The view: LANGUAGE 5's "Prints" column, line by line; and nothing for what is absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from builds import case
from examples import whole
from hypothesis import given
from hypothesis import strategies as st

from cvpress import source, view
from cvpress.layout import Layout
from cvpress.schema import fields
from cvpress.settings import Settings
from cvpress.view.body import Entry, Section
from cvpress.view.kinds import KINDS
from cvpress.view.model import View
from cvpress.view.words import Line, Part

TODAY = date(2026, 1, 15)
LONG = Layout(right=("location", "date"), date_style="long")


def build(fragment: str, language: str = "en", layout: Layout = LONG) -> View:
    """Lay out a fragment of a CV, merged into the smallest one."""
    document = source.read(whole(fragment).encode(), "cv.yaml")
    return view.build(document, Settings(TODAY, TODAY, locales=(language,)), layout)


def joined(parts: tuple[Part, ...]) -> str:
    """Write the parts of one side as they stand on the page."""
    return "".join(f"{part.before}{part.words.plain}{part.after}" for part in parts)


def shown(line: Line) -> str:
    """Write a line: its left side, an arrow, its right side."""
    return " → ".join(side for side in (joined(line.left), joined(line.right)) if side)


def lines(entry: Entry) -> list[str]:
    """Write the lines of an entry and of its roles."""
    own = [shown(line) for line in (*entry.lines, *entry.closing)]
    return own + [line for role in entry.roles for line in lines(role)]


def entry_lines(kind: str, written: str, language: str = "en") -> list[str]:
    """Lay out one entry, written as a flow map."""
    page = build(f"sections: [{{title: S, {kind}: [{{{written}}}]}}]", language)
    return lines(page.sections[0].entries[0])


def parts_of(page: View) -> Iterator[Section]:
    """Yield all sections and subsections."""
    for section in page.sections:
        yield section
        yield from section.sections


PRINTED = {
    ("education", "institution: U, department: D, location: L, degree: PhD, area: A, honors: h, "
     "start: 2006-10, end: 2010-05, score: {value: 18, scale: 20}, thesis: T, supervisor: P, "
     "courses: [X, {name: Y, grade: A}]"): [
        "U, D → L", "PhD in A, h → October 2006 – May 2010", "GPA: 18 / 20", "Thesis: T",
        "Supervisor: P", "Courses: X, Y\u00a0(A)"],
    ("education", "institution: U, area: A"): ["U", "A"],
    ("education", "institution: U, location: L, date: 2006"): ["U → L · 2006"],
    ("education", "institution: U, score: [{value: 3.90}, {label: Major, value: A*}]"): [
        "U", "GPA: 3.90, Major: A*"],
    ("experience", "organization: O, department: D, title: T, project: P, supervisor: S, "
     "technologies: [R, Go], location: L, date: 2020, note: n"): [
        "D, O → L", "T; n → 2020", "Project: P", "Supervisor: S", "Technologies: R, Go"],
    ("experience", "organization: O, project: P, date: 2020, note: n"): [
        "O; n → 2020", "Project: P"],
    ("experience", "organization: O, location: L, roles: [{title: A, department: D, date: 2020}, "
     "{project: P, date: 2019, note: n}]"): [
        "O → L", "A, D → 2020", "Project: P; n → 2019"],
    ("projects", "name: N, technologies: [A, B], role: R, organization: O, location: L, "
     "supervisor: S, date: 2020, links: [{label: code}, {label: data}]"): [
        "N | A, B | code | data → 2020", "R, O, L", "Supervisor: S"],
    ("publications", "title: T, authors: [A. B., C. D.], venue: V, volume: 6, issue: 3, "
     "pages: 4–5, publisher: P, location: L, doi: 10.1/x, arxiv: '2401.1', date: 2020, "
     "note: Oral"): [
        "T → 2020", "A. B., C. D.", "V 6(3), 4–5. P, L. doi:10.1/x · arXiv:2401.1; Oral"],
    ("publications", "title: T, authors: [A, B, et al.], equal_contribution: 2, "
     "venue: Proc. Sci., publisher: P"): [
        "T", "A*, B*, et al. (*equal contribution)", "Proc. Sci. P"],
    ("publications", "title: T, editors: [A], venue: V, status: submitted"): [
        "T", "In submission to In A (ed.), V"],
    ("publications", "title: T, status: under-review"): ["T", "Under review"],
    ("publications", "title: T, status: published, venue: V"): ["T", "V"],
    ("publications", "title: T, issue: 3"): ["T", "3"],
    ("publications", "title: T, venue: V, issue: 3, pages: 4–5"): ["T", "V (3), 4–5"],
    ("publications", "title: T, authors: [A, et al.]"): ["T", "A et al."],
    ("patents", "title: T, authors: [A], number: '11,2', issuer: US Patent, status: granted"): [
        "T", "A", "US Patent 11,2 (granted)"],
    ("patents", "title: T, status: filed"): ["T", "filed"],
    ("talks", "title: T, authors: [A], type: Keynote, event: E, organization: O, location: L, "
     "date: 2020-08-23/2020-08-24"): [
        "T (Keynote) → August 23–24, 2020", "A", "E, O, L"],
    ("grants", "title: T, funder: F, program: P, number: '8', role: R, amount: EUR 1"): [
        "T", "F, P, 8; R; EUR 1"],
    ("grants", "title: T, role: R"): ["T", "R"],
    ("awards", "title: T, issuer: I, location: L, amount: EUR 5, date: [2011, 2013/2014]"): [
        "T, I, L, EUR 5 → 2011, 2013–2014"],
    ("certificates", "title: T, issuer: I, number: '3', location: L, date: 2015, "
     "expires: 2027-12"): ["T, I, No. 3, L; expires December 2027 → 2015"],
    ("teaching", "course: C, code: X1, level: graduate, role: R, institution: I, location: L, "
     "date: [2023-fall, 2024-fall]"): [
        "C (X1, graduate) → Fall 2023, Fall 2024", "R, I, L"],
    ("teaching", "course: C, level: graduate"): ["C (graduate)"],
    ("supervision", "name: N, degree: PhD, institution: I, role: R, thesis: T, note: n"): [
        "N, PhD, I; R; n", "Thesis: T"],
    ("service", "title: T, organization: O, location: L, date: 2020"): ["T, O, L → 2020"],
    ("entries", "title: T, subtitle: S, organization: O, location: L, date: 2020"): [
        "T, O, L → 2020", "S"],
    ("skills", "label: L, level: good, items: [A, B]"): ["L (good): A, B"],
    ("skills", "label: L, text: A"): ["L: A"],
    ("languages", "language: L, fluency: fluent, cefr: C1, test: {name: T, total: 9, "
     "parts: {Reading: 4, Writing: 5}, date: 2020}"): [
        "L: fluent, C1, T\u00a09 (Reading:\u00a04, Writing:\u00a05), 2020"],
    ("languages", "language: L"): ["L"],
    ("references", "name: N, title: T, organization: O, relationship: R, location: L, "
     "email: a@b.org, phone: +1 2"): ["N, T, O", "R", "L, a@b.org, +1 2"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "written"), PRINTED)
def test_prints(kind: str, written: str) -> None:
    assert entry_lines(kind, written) == PRINTED[kind, written]


def test_every_kind_has_its_line_here() -> None:
    assert {kind for kind, _ in PRINTED} == set(KINDS) - {"role"}


@pytest.mark.parametrize(
    ("kind", "written", "language", "said"),
    [
        ("education", "institution: U, degree: M.Sc., area: Physik, score: {value: '1,3'}", "de",
         ["U", "M.Sc. Physik", "Note: 1,3"]),
        ("education", "institution: U, degree: Master, area: droit, supervisor: P", "fr",
         ["U", "Master en droit", "Encadrement\u00a0: P"]),
        ("education", "institution: U, degree: 学士, area: 物理, courses: [A, B]", "zh",
         ["U", "物理 学士", "课程：A、B"]),
        ("publications", "title: T, status: submitted, venue: V", "zh", ["T", "已投稿至 V"]),
        ("publications", "title: T, status: accepted, venue: V", "zh", ["T", "已被 V 录用"]),
        ("publications", "title: T, status: submitted, venue: V", "de",
         ["T", "Eingereicht bei V"]),
    ],
)  # fmt: skip
def test_prints_in_other_languages(kind: str, written: str, language: str, said: list[str]) -> None:
    assert entry_lines(kind, written, language) == said


def fields_of(written: str) -> list[str]:
    """Split the inside of a flow map at its own commas, not at those of its values."""
    found = [""]
    for piece in written.split(", "):
        whole = all(found[-1].count(a) == found[-1].count(b) for a, b in ("[]", "{}"))
        if found[-1] and whole and re.match("[a-z_]+: ", piece):
            found.append(piece)
        else:
            found[-1] = f"{found[-1]}, {piece}" if found[-1] else piece
    return found


@given(st.data())
def test_what_is_absent_prints_nothing(data: st.DataObject) -> None:
    (kind, written) = data.draw(st.sampled_from(sorted(PRINTED)))
    first, *rest = fields_of(written)
    kept = [field for field in rest if data.draw(st.booleans())]
    for line in entry_lines(kind, ", ".join([first, *kept])):
        assert not re.search(r"^[\s,;.|)·–]|[\s,;(|·–]$|[(]\s*[)]|[,;] *[,;.]|: *$", line), line
        assert line.count("(") == line.count(")")


def test_the_theme_says_where_dates_stand() -> None:
    fragment = (
        "sections: [{title: S, education: [{institution: U, degree: D, location: L, date: 2020}]}]"
    )
    page = build(fragment, layout=Layout(right=("date", "location")))
    assert lines(page.sections[0].entries[0]) == ["U → 2020", "D → L"]


def test_a_place_moves_up_before_the_date() -> None:
    fragment = "sections: [{title: S, education: [{institution: U, location: L, date: 2020}]}]"
    for right in (("date", "location"), ("location", "date")):
        page = build(fragment, layout=Layout(right=right))
        assert lines(page.sections[0].entries[0]) == ["U → L · 2020"]


def test_date_text_stands_for_the_date() -> None:
    said = entry_lines("awards", "title: T, start: 2018, end: 2019, date_text: Summer term")
    assert said == ["T → Summer term"]


def test_a_date_that_cannot_be_read_stays_as_written() -> None:
    assert entry_lines("awards", "title: T, date: Mai 2020") == ["T → Mai 2020"]


def test_labels_of_the_cv() -> None:
    page = build(
        "labels: {score: Mark, present: today}\n"
        "sections: [{title: S, education: [{institution: U, start: 2020, end: present, "
        "score: {value: 1}}]}]"
    )
    assert lines(page.sections[0].entries[0]) == ["U → 2020 – today", "Mark: 1"]


def test_own_name_is_bold_and_signs_follow() -> None:
    page = build(
        "person: {name: Tian Tang, also_known_as: [T. Tang]}\n"
        "marks: {student: {text: A student.}}\n"
        "sections: [{title: S, publications: [{title: P, equal_contribution: [T. Tang], "
        "authors: [K. Zhu, T. Tang, {name: A. B., marks: [student]}, '...']}]}]"
    )
    authors = page.sections[0].entries[0].lines[1].left
    assert joined(authors) == "K. Zhu, T. Tang*, A. B.†, .... (*equal contribution)".replace(
        "....", "..."
    )
    assert [part.words.plain for part in authors if part.words.runs[0].bold] == ["T. Tang"]
    assert [(note.sign, note.words.plain) for note in page.sections[0].notes] == [
        ("†", "A student.")
    ]


def test_signs_are_the_next_free_ones() -> None:
    page = build(
        "marks: {a: {text: A.}, b: {symbol: '*', text: B.}, c: {text: C.}, d: {text: D.}, "
        "e: {text: E.}, f: {text: F.}, g: {text: G.}}\n"
        "sections: [{title: S, bullets: [{text: x, marks: [g, f, e, d, c, b, a]}]}]"
    )
    signs = [note.sign for note in page.sections[0].notes]
    assert signs == ["†", "*", "‡", "§", "¶", "**", "††"]
    assert page.sections[0].entries[0].bullets[0].marks == "††**¶§‡*†"


def test_equal_contribution_is_told_beside_the_authors_in_the_words_of_the_cv() -> None:
    page = build(
        "marks: {equal-contribution: {symbol: '#', text: Shared first place}}\n"
        "sections: [{title: S, publications: [{title: P, authors: [A, B, C], "
        "equal_contribution: 2}]}]"
    )
    assert lines(page.sections[0].entries[0])[1] == "A#, B#, C. (#Shared first place)"
    assert page.sections[0].notes == ()


def test_meanings_stand_once_in_each_section_that_uses_them() -> None:
    page = build(
        "marks: {a: {text: A.}, b: {text: B.}}\n"
        "sections:\n"
        "  - title: One\n"
        "    sections:\n"
        "      - awards: [{title: X, marks: [a]}]\n"
        "      - awards: [{title: Y, marks: [a]}]\n"
        "  - {title: Two, awards: [{title: Z, marks: [b]}]}\n"
        "  - {title: Three, awards: [{title: W}]}\n"
    )
    assert [[note.sign for note in s.notes] for s in page.sections] == [["*"], ["†"], []]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("project: P, title: T", ["O", "T", "Project: P*"]),
        ("title: T", ["O", "T*"]),
        ("department: D", ["D, O*"]),
    ],
)
def test_where_the_sign_of_an_experience_stands(fields: str, said: list[str]) -> None:
    page = build(
        "marks: {a: {text: A.}}\n"
        f"sections: [{{title: S, experience: [{{organization: O, {fields}, marks: [a]}}]}}]"
    )
    assert lines(page.sections[0].entries[0]) == said


def test_numbers_run_through_subsections() -> None:
    page = build(
        "sections:\n"
        "  - title: One\n"
        "    numbering: descending\n"
        "    sections:\n"
        "      - awards: [{title: X}, {title: Y}]\n"
        "      - bullets: [Z]\n"
    )
    numbers = [entry.number for part in parts_of(page) for entry in part.entries]
    assert numbers == ["3.", "2.", "1."]
    assert {part.widest for part in parts_of(page)} == {"3."}


def test_the_head_of_the_page() -> None:
    page = build(
        "person:\n"
        "  name: Ada Example\n"
        "  prefix: Dr.\n"
        "  suffix: MD\n"
        "  headline: Doctor\n"
        "  location: Ghent\n"
        "  email: ada@example.org\n"
        "  phone: [+32 16 (0) 55, '112']\n"
        "  website: https://www.example.org/ada/\n"
        "  orcid: 0000-0002-1825-0097\n"
        "  profiles: [{network: github, username: ada}, {network: Guild, url: https://g.example}]\n"
        "  details: [{label: Nationality, text: Belgian}]\n"
    )
    said = [words.plain for words in page.person.words()]
    assert said == [
        *("Dr.", "Ada Example", "MD", "Doctor", "Ghent", "ada@example.org", "+32 16 (0) 55"),
        *("112", "example.org/ada", "ORCID: 0000-0002-1825-0097", "GitHub: ada", "Guild"),
        *("Nationality:", "Belgian"),
    ]
    assert [url for _, url in page.links()] == [
        *("mailto:ada@example.org", "tel:+3216055", "tel:112", "https://www.example.org/ada/"),
        *("https://orcid.org/0000-0002-1825-0097", "https://github.com/ada", "https://g.example"),
    ]
    assert (page.title, page.author, page.language) == ("Ada Example – CV", "Ada Example", "en")


def test_links() -> None:
    page = build(
        "sections: [{title: S, projects: [{name: 'A [b](https://b.example) c', "
        "url: https://a.example, links: [{label: x, url: https://x.example}, {label: y}, "
        "{label: z, url: '#'}]}]}]"
    )
    assert list(page.links()) == [
        ("/sections/0/projects/0/name", "https://a.example"),
        ("/sections/0/projects/0/name", "https://b.example"),
        ("/sections/0/projects/0/name", "https://a.example"),
        ("/sections/0/projects/0/links/0/label", "https://x.example"),
    ]


def test_the_url_of_a_role_without_a_title_is_its_project_s() -> None:
    page = build(
        "sections: [{title: S, experience: [{organization: O, roles: [{project: P, date: 2020, "
        "url: https://p.example}]}]}]"
    )
    assert list(page.links()) == [("/sections/0/experience/0/roles/0/project", "https://p.example")]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "#", "https://"])
def test_no_other_link_is_made(url: str) -> None:
    page = build(f"sections: [{{title: S, projects: [{{name: A, url: '{url}'}}]}}]")
    assert list(page.links()) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Wei Xu's course", "Wei Xu’s course"),
        ("[Wei Xu](#)'s course", "Wei Xu’s course"),
        ("the students' union", "the students’ union"),
        ("a 'quoted' word", "a 'quoted' word"),
        ("`don't` and don't", "don't and don’t"),
        ("6'2\" tall", "6'2\" tall"),
    ],
)
def test_apostrophes(written: str, said: str) -> None:
    page = build(f"sections:\n  - title: S\n    bullets:\n      - |-\n        {written}\n")
    assert page.sections[0].entries[0].bullets[0].words.plain == said


def test_paragraphs() -> None:
    page = build("sections:\n  - title: S\n    text: |\n      One\n      two.\n\n      *Three.*\n")
    assert [words.plain for words in page.sections[0].text] == ["One two.", "Three."]
    assert page.sections[0].text[1].runs[0].italic


def test_flags() -> None:
    page = build("sections: [{title: S, hide_title: true, new_page: true, text: x}]")
    assert (page.sections[0].hide_title, page.sections[0].new_page) == (True, True)
    assert "S" not in [words.plain for words in page.words()]


@pytest.mark.parametrize(
    "text",
    ["[]", "a: 1", "person: x\nsections: y", "person: {name: [a]}\nsections: [1, {education: 2}]",
     "person: {profiles: [1, {network: {}}]}\nsections: [{publications: [{authors: {}}]}]",
     "design: {font_size: big}\nmarks: [x]\nlabels: {score: [1]}"],
)  # fmt: skip
def test_a_wrong_document_is_laid_out_as_far_as_it_can_be(text: str) -> None:
    document = source.read(text.encode(), "cv.yaml")
    page = view.build(document, Settings(TODAY, TODAY))
    assert all(isinstance(words.plain, str) for words in page.words())


# What steers the page or stands in the place of another field, and prints no letters of its own.
SILENT = re.compile(
    r"/(also_known_as/\d+|id|url|network|numbering|hide_title|new_page|equal_contribution(/\d+)?"
    r"|marks/(\d+|[\w-]+/symbol)|lang|priority|(ignore|tags)/\d+|end|start)$"
    r"|^/(design|checks|locale|version|labels)\b"
)


def test_every_field_of_the_hard_cv_is_printed() -> None:
    """But for the title "Chair", which is hidden, and the status that says nothing."""
    laid = case("hard")
    letter = view.build_letter(laid.document, laid.settings)
    printed = {words.path for page in (laid.view, letter) for words in page.words()}
    links = {url for page in (laid.view, letter) for _, url in page.links()}
    for field in fields.fields(laid.document):
        if field.key == "url":
            assert field.scalar.text in links, field.path
        elif field.scalar.text not in ("published", "Chair") and not SILENT.search(field.path):
            assert field.path in printed, field.path


def test_the_order_of_the_words_is_the_order_of_the_file() -> None:
    """Within a section; but for locations and dates, which stand at the right."""
    titles = [words.path for words in case("hard").view.words() if words.path.endswith("/title")]
    places = [tuple(int(n) for n in re.findall(r"\d+", path)) for path in titles]
    assert all(one <= other for one, other in pairwise(places))
