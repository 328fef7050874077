"""What is said of a document that is wrong by the schema: one finding for each fault, in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from examples import whole

from cvpress import runner, settings, source
from cvpress.schema.suggest import closest
from cvpress.schema.validation import problems
from cvpress.source.document import Document
from cvpress.source.positions import place_of


def read(fragment: str) -> Document:
    return source.read(whole(fragment).encode(), "cv.yaml")


def told(fragment: str) -> list[str]:
    """Return what is said as `line:column id: message help`."""
    document = read(fragment)
    found = []
    for id, problem in ((one.id, one.problem) for one in problems(document)):
        span = place_of(document, problem.path, problem.at, problem.key)
        sentences = f"{problem.message} {problem.help}".rstrip()
        found.append(f"{span.line}:{span.column} {id}: {sentences}")
    return sorted(found)


DETAILS = "What has no field of its own goes under details: [{label: …, text: …}]."


def meant(fragment: str) -> str:
    """Return the key that is proposed for the one unknown key of a fragment."""
    (only,) = problems(read(fragment))
    assert only.id == "unknown-key"
    return only.problem.help.removeprefix("Did you mean “").removesuffix("”?")


def entry(kind: str, fields: str) -> str:
    return f"sections: [{{title: A, {kind}: [{{{fields}}}]}}]"


@pytest.mark.parametrize(
    ("kind", "fields", "key"),
    [
        ("education", "school: X", "institution"),
        ("education", "University: X", "institution"),
        ("education", "instituton: X", "institution"),
        ("education", "institution: X, studyType: PhD", "degree"),
        ("education", "institution: X, gpa: {value: 1}", "score"),
        ("education", "institution: X, end: 2020, startDate: 2019", "start"),
        ("experience", "company: X", "organization"),
        ("experience", "employer: X, title: Y", "organization"),
        ("experience", "organization: X, position: Y", "title"),
        ("experience", "organization: X, end_date: 2020", "end"),
        ("experience", "organization: X, bullets: [y]", "highlights"),
        ("experience", "organization: X, sumary: y", "summary"),
        ("publications", "title: X, journal: Y", "venue"),
        ("publications", "title: X, author: [Y]", "authors"),
        ("publications", "title: X, year: 2020", "date"),
        ("awards", "title: X, awarder: Y", "issuer"),
        ("patents", "title: X, inventors: [Y]", "authors"),
        ("projects", "title: X", "name"),
        ("skills", "label: X, keywords: [Y]", "items"),
        ("skills", "name: X, items: [Y]", "label"),
        ("languages", "language: X, level: Y", "fluency"),
        ("certificates", "title: X, Expires-: 2020", "expires"),
    ],
)
def test_did_you_mean(kind: str, fields: str, key: str) -> None:
    assert meant(entry(kind, fields)) == key


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ("name: X, position: Y", {"name": "organization", "position": "title"}),
        ("company: X, name: Y", {"company": "organization", "name": "title"}),
        ("name: Y, company: X", {"company": "organization", "name": "title"}),
        ("name: Y, organization: X", {"name": "title"}),
        ("name: X", {"name": "organization"}),
        ("organization: X, startDate: 2020, from: 2020, end: 2021", {"startDate": "start"}),
    ],
)
def test_no_field_is_put_in_the_place_of_two_keys(fields: str, keys: dict[str, str]) -> None:
    document = source.read(whole(entry("experience", fields)).encode(), "cv.yaml")
    fixes = {
        one.problem.path.rpartition("/")[2]: one.problem.fix.replacements[0][2]
        for one in problems(document)
        if one.id == "unknown-key" and one.problem.fix
    }
    assert fixes == keys


@pytest.mark.parametrize(
    ("fragment", "key"),
    [
        ("person: {name: A, fone: 1}", "phone"),
        ("person: {name: A, tel: 1}", "phone"),
        ("person: {name: A, social_networks: []}", "profiles"),
        ("sections: [{title: A, work: [{organization: X}]}]", "experience"),
        ("sections: [{title: A, educaton: [{institution: X}]}]", "education"),
        ("design: {template: classic}", "theme"),
        ("checks: {dictionary: [a]}", "words"),
    ],
)
def test_did_you_mean_at_the_top(fragment: str, key: str) -> None:
    document = source.read(whole(fragment).encode(), "cv.yaml")
    keys = [one.problem.help for one in problems(document) if one.id == "unknown-key"]
    assert keys == [f"Did you mean “{key}”?"]


def test_a_misspelt_key_silences_that_it_is_missing() -> None:
    document = source.read(b"basics: {name: A}\ncontents: [{title: A, text: b}]\n", "cv.yaml")
    found = [(one.id, one.problem.help) for one in problems(document)]
    assert sorted(found) == [
        ("unknown-key", "Did you mean “person”?"),
        ("unknown-key", "Did you mean “sections”?"),
    ]


def test_what_the_root_lacks_is_told_at_its_first_key() -> None:
    document = source.read(b"# CV\nversion: 1\nperson: {name: A}\n", "cv.yaml")
    (only,) = problems(document)
    assert (only.id, only.problem.message) == ("missing-key", "“sections” is missing.")
    assert only.problem.place == (5, 12)


def test_other_words_are_not_mistaken_for_slips() -> None:
    assert told("person: {name: A, zodiac: me.jpg}") == [
        f"1:19 unknown-key: There is no field of this name here. {DETAILS}"
    ]
    assert closest("photo", ["phone", "prefix"]) == ""
    assert closest("Start-Date", ["end_date", "start_date"]) == "start_date"
    assert closest("classik", ["classic", "compact"]) == "classic"
    assert closest("linsk", ["link", "links"]) == "links"


def test_a_key_that_is_there_is_not_proposed() -> None:
    assert meant(entry("projects", "name: X, title: Y")) == "role"
    assert meant(entry("awards", "title: X, name: Y")) == DETAILS


@pytest.mark.parametrize(("key", "name"), [("linkedin", "LinkedIn"), ("github", "GitHub")])
def test_a_network_of_a_person_is_shown_its_place(key: str, name: str) -> None:
    said = f"It belongs here: profiles: [{{network: {name}, username: …}}]."
    found = problems(read(f"person: {{name: Ada, {key}: ada}}"))
    assert [(one.id, one.problem.path, one.problem.help) for one in found] == [
        ("unknown-key", f"/person/{key}", said)
    ]


def test_authors_in_one_text_are_told_once() -> None:
    text = whole(
        "sections: [{title: Papers, publications: [{title: On tides, authors: B. Other}]}]"
    )
    document = source.read(text.encode(), "cv.yaml")
    found = runner.checks(document, settings.read(document, settings.Wishes()))
    assert [one.id for one in found] == ["wrong-type"]


def test_a_kind_at_the_top_is_shown_its_place() -> None:
    said = "2:1 unknown-key: There is no field of this name here. It belongs in a section: "
    assert told("version: 1\nwork: [{organization: X}]") == [
        said + "sections: [{title: …, experience: […]}]."
    ]


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("theme: modern", "design: {theme: …}"),
        ("layout: modern", "design: {theme: …}"),
        ("font: charter", "design: {font: …}"),
        ("font_size: 11", "design: {font_size: …}"),
        ("page_size: a4", "design: {paper: …}"),
        ("paper: a4", "design: {paper: …}"),
        ("margins: 2", "design: {margins: …}"),
        ("margin: {top: 2}", "design: {margins: …}"),
        ("color: {accent: 1F4E79}", "design: {colors: …}"),
        ("bullets: square", "design: {bullets: …}"),
        ("max_pages: 2", "design: {max_pages: …}"),
        ("icons: true", "design: {icons: …}"),
        ("name: Ada", "person: {name: …}"),
        ("profiles: [{network: GitHub, username: a}]", "person: {profiles: …}"),
        ("links: [{network: GitHub, username: a}]", "person: {profiles: …}"),
        ("words: [a]", "checks: {words: …}"),
        ("ignore: [date-gap]", "checks: {ignore: …}"),
        ("sort: newest", "bibliography: {sort: …}"),
    ],
)
def test_a_field_at_the_top_is_shown_its_place(field: str, place: str) -> None:
    (only,) = problems(read(f"{field}\nperson: {{name: A}}"))
    assert (only.id, only.problem.fix) == ("unknown-key", None)
    assert only.problem.help == f"It belongs under {place.partition(':')[0]}: {place}."


@pytest.mark.parametrize(
    ("field", "help"),
    [
        ("style: {paper: a4}", "Did you mean “design”?"),
        ("theme: {paper: a4}", "Did you mean “design”?"),
        ("lang: de", "Did you mean “locale”?"),
        ("bullets: [a]", "It belongs in a section: sections: [{title: …, bullets: […]}]."),
        ("summary: I am.", "It belongs in a section: sections: [{title: …, text: …}]."),
        ("skills: {a: b}", "It belongs in a section: sections: [{title: …, skills: […]}]."),
        ("github: a", "It belongs under person: profiles: [{network: GitHub, username: …}]."),
    ],
)
def test_a_field_at_the_top_may_mean_one_of_the_top(field: str, help: str) -> None:
    (only,) = problems(read(f"{field}\nperson: {{name: A}}"))
    assert only.problem.help == help


@pytest.mark.parametrize(
    ("field", "help"),
    [
        ("summary: I am.", "It belongs in a section: sections: [{title: …, text: …}]."),
        ("awards: [a]", "It belongs in a section: sections: [{title: …, awards: […]}]."),
        ("sections: [a]", "It belongs at the top of the file, beside person."),
    ],
)
def test_a_field_of_the_person_is_shown_its_place(field: str, help: str) -> None:
    (only,) = problems(read(f"person: {{name: A, {field}}}"))
    assert only.problem.help == help


def test_a_fix_only_where_it_is_sure() -> None:
    (sure,) = problems(read("person: {name: A, fone: 1}"))
    assert sure.problem.fix is None
    (known,) = problems(read("person: {name: A, telephone: 1}"))
    assert known.problem.fix is not None
    assert known.problem.fix.replacements == ((0, 9, "phone"),)


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        (
            entry("experience", "organization: X, start: 2020"),
            ["1:36 missing-key: This start has no end. Add end: present if it goes on."],
        ),
        (
            entry("experience", "organization: X, date: 2020, start: 2019"),
            [
                "1:54 wrong-value: A date stands beside start and end. Keep one of the two.",
            ],
        ),
        (
            entry("experience", "organization: X, roles: [{title: A}], title: B"),
            ["1:75 wrong-value: This stands beside roles. Move it into one of them."],
        ),
        (
            entry("experience", "organization: X, roles: [{title: A}], start: 2020"),
            ["1:75 wrong-value: This stands beside roles. Move it into one of them."],
        ),
        (
            entry("experience", "organization: X, roles: [{start: 2020, end: 2021}]"),
            [
                "1:62 missing-key: This role has neither a title nor a project. "
                "Add title: Partner, say."
            ],
        ),
        (
            "sections: {Education: [x]}",
            [
                "1:11 wrong-type: The sections are no list with a section in it. "
                "Begin each with a dash and its title."
            ],
        ),
        (
            "sections: [{title: A, education: Harvard}]",
            [
                "1:34 wrong-type: A list is due here. "
                "Begin each study with a dash on a line of its own."
            ],
        ),
        (
            "checks: {ignore: date-gap}",
            ["1:18 wrong-type: A list is due here. Write [date-gap]."],
        ),
        (
            "checks: x",
            [
                "1:9 wrong-type: Fields are due here, each with its name and a colon. "
                "There are: words, ignore, severity, today, spelling."
            ],
        ),
        (
            "design: {theme: {a: b, c: d}}",
            ["1:17 wrong-type: One text is due here, not fields. Put quotes around all of it."],
        ),
        (
            "design: {theme: [a, {b: c}]}",
            ["1:17 wrong-type: One text is due here, not a list. Take the brackets out."],
        ),
        (
            "sections: [{title: A, education: [Harvard]}]",
            [
                "1:35 wrong-type: Fields are due here, each with its name and a colon. "
                "Write “institution: Harvard”."
            ],
        ),
        (
            "sections: [{title: A, bullets: [b], awards: [{title: C}]}]",
            [
                "1:23 wrong-value: This section has two kinds of entries. "
                "Part them into sections of their own."
            ],
        ),
        (
            "person: {name: A, profiles: [{network: Mastodon, username: a}]}",
            [
                "1:60 wrong-value: This name lacks its server. "
                "Write it whole, as in ada@social.example."
            ],
        ),
        (
            "person: {name: A, profiles: [{network: Guild, username: a}]}",
            ["1:40 wrong-value: This network is not on the list. Add its url."],
        ),
        (
            "design: {paper: us-letter}",
            ["1:17 wrong-value: This is not one of a4, letter. Did you mean “letter”?"],
        ),
        (
            "design: {theme: 5}",
            ["1:17 wrong-type: One text is due here, not a number or a flag. Put it in quotes."],
        ),
        ("person: {name: }", ["1:1 missing-key: “name” is empty. Write “name: Ada Example”."]),
        ("person: {}", ["1:1 missing-key: “name” is missing. Add “name: Ada Example”."]),
        ("person:", ["1:1 missing-key: “person” is empty. Write what belongs under it."]),
        (
            "person: {name: A, location: [Columbus, OH]}",
            ['1:29 wrong-type: One text is due here, not a list. Write "Columbus, OH".'],
        ),
        (
            "person: {name: A, headline: [a, {b: c}]}",
            ["1:29 wrong-type: One text is due here, not a list. Take the brackets out."],
        ),
        (
            "sections: [{title: A, bullets: [{text: b, higlights: [{text: c, ignore: {}}]}]}]",
            ["1:43 unknown-key: There is no field of this name here. Did you mean “highlights”?"],
        ),
        (
            "checks: {severity: {Date Gap: error}}",
            [
                "1:21 wrong-value: This is no id of a check. "
                "Ids look like date-order; cvpress checks lists them."
            ],
        ),
    ],
)
def test_what_is_said(fragment: str, said: list[str]) -> None:
    assert told(fragment) == said


@pytest.mark.parametrize(
    "fragment",
    [
        entry("education", "institution: X, date: 2021-13"),
        entry("education", "institution: X, date: [2021, maybe]"),
        entry("education", "institution: X, start: 2021/2022, end: true"),
        "checks: {today: tomorrow}",
    ],
)
def test_what_is_no_date_is_the_date_modules(fragment: str) -> None:
    assert told(fragment) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "sections:\n  - title: Tool: the story\n    text: a",
        "sections:\n  - title: A\n    bullets:\n      - Led a team: five people",
        "sections: [{title: A, experience: [{organization: X, location: Beijing, China}]}]",
        "sections: [{title: A, publications: [{title: X, authors: [{A: B}]}]}]",
        "sections:\n  - title: A\n    awards: [{title: #1}]",
    ],
)
def test_a_trap_of_yaml_is_told_once(fragment: str) -> None:
    assert told(fragment) == []


def test_no_text_is_no_problem_of_the_schema() -> None:
    assert problems(source.read(b"", "cv.yaml")) == ()
    assert problems(source.read(b"[a]", "cv.yaml")) == ()


def test_a_right_document_needs_no_jsonschema() -> None:
    code = (
        "import sys\nfrom cvpress import source\nfrom cvpress.schema.validation import problems\n"
        "text = b'person: {name: A}\\nsections: [{title: B, text: C}]'\n"
        "assert problems(source.read(text, 'cv.yaml')) == ()\n"
        "assert 'jsonschema' not in sys.modules and 'difflib' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_check_that_finds_nothing_loads_what_it_needs_alone(tmp_path: Path) -> None:
    cv = tmp_path / "cv.yaml"
    cv.write_text("person: {name: A}\nsections: [{title: B, text: C}]\ndesign: {theme: compact}\n")
    code = (
        "import sys\nfrom cvpress import cli\n"
        f"assert cli.main(['check', {str(cv)!r}]) == 0\n"
        "late = {'difflib', 'jsonschema', 'jinja2', 'pypdfium2_raw', 'cvpress.pipeline'}\n"
        "assert not late & set(sys.modules), late & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
