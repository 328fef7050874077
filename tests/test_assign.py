"""`--set`: values for one run, told of at their own place; the file is not touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import Caller
from test_cli import call  # noqa: F401

from cvpress import assign, checking, source
from cvpress.errors import UsageError
from cvpress.settings import Wishes

CV = """person:
  name: Ada Example
  email: [a@example.org, b@example.org]
  phone: []
sections:
  - title: Skills
    skills: [{label: Tools, text: "Python, "}]
design: {paper: letter, margins: 2}
"""


def read(*settings: str) -> dict[str, str]:
    """Return the texts of the CV by their paths, with some of them set."""
    document = assign.put(source.read(CV.encode(), "cv.yaml"), settings)
    return {scalar.path: scalar.text for scalar in document.scalars()}


@pytest.mark.parametrize(
    ("said", "path", "text"),
    [
        ("design.theme=modern", "/design/theme", "modern"),
        ("design.paper=a4", "/design/paper", "a4"),
        ("design.margins.left=3", "/design/margins/left", "3"),
        ("person.headline=A=B: c", "/person/headline", "A=B: c"),
        ("person.email=c@example.org", "/person/email", "c@example.org"),
        ("person.email.1=c@example.org", "/person/email/1", "c@example.org"),
        ("sections.0.skills.0.label=Known", "/sections/0/skills/0/label", "Known"),
        ("variants.short.max_pages=1", "/variants/short/max_pages", "1"),
        ("labels.supervisor=Advisor", "/labels/supervisor", "Advisor"),
    ],
)
def test_a_value_takes_its_place(said: str, path: str, text: str) -> None:
    assert read(said)[path] == text
    kept = {p: t for p, t in read().items() if not path.startswith(p) and not p.startswith(path)}
    assert kept.items() <= read(said).items()


def test_several_are_put_in_their_order_and_a_value_is_what_yaml_reads() -> None:
    said = (
        "checks.ignore=date-gap",
        "design.font_size=9",
        "design.font_size=11",
        "design.fit=true",
    )
    document = assign.put(source.read(CV.encode(), "cv.yaml"), said)
    values = [document.node(f"/design/{key}").value for key in ("font_size", "fit")]  # type: ignore[union-attr]
    assert values == [11, True]


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("person.email=[c@example.org]", {"/person/email/0": "c@example.org"}),
        ("person.email= [ c@d.org , 'e@f.org' ] ", {"/person/email/1": "e@f.org"}),
        ("design.margins={top: 2, left: 3}", {"/design/margins/left": "3"}),
        (
            "sections.0.skills=[{label: Known, items: [C, D]}]",
            {"/sections/0/skills/0/label": "Known", "/sections/0/skills/0/items/1": "D"},
        ),
        ("person.headline={en: Engineer, de: Ingenieur}", {"/person/headline/de": "Ingenieur"}),
        ("person.headline=[draft] Engineer", {"/person/headline": "[draft] Engineer"}),
        ("person.headline=[draft]", {"/person/headline": "[draft]"}),
        ("person.headline={draft} Engineer", {"/person/headline": "{draft} Engineer"}),
        ("checks.ignore=[]", {}),
    ],
)
def test_a_list_or_a_map_is_written_in_brackets(said: str, texts: dict[str, str]) -> None:
    path = f"/{said.partition('=')[0].replace('.', '/')}"
    found = {p: t for p, t in read(said).items() if p.startswith(path)}
    assert texts.items() <= found.items()
    assert len(found) <= len(texts) + 2  # nothing is left of what stood there
    assert {p: t for p, t in read().items() if not p.startswith(path)}.items() <= read(said).items()


@pytest.mark.parametrize(
    ("said", "message", "help"),
    [
        ("person.email=[a, b", "--set person.email: This bracket is not closed.", "Close it"),
        ("checks.ignore=[date-gap]]", "--set checks.ignore: ", ""),
        ("design.margins={top: 2, top: 3}", "--set design.margins: This key stands", ""),
    ],
)
def test_brackets_that_can_t_be_read(said: str, message: str, help: str) -> None:
    with pytest.raises(UsageError) as told:
        read(said)
    assert message in told.value.message
    assert help in told.value.help


def test_each_value_of_a_list_has_its_place(call: Caller) -> None:  # noqa: F811
    Path("cv.yaml").write_text(CV, "utf-8")
    given = ("--set", "sections.0.skills=[{label: Tools, text: frist things}, {label: B}]")
    ended = call("check", *given, "--set", "design={theme: clasic}")
    places = [line for line in ended.out.splitlines() if ": " not in line and " error " in line]
    assert places == [
        "--set:1:41 error misspelling",
        "--set:1:56 error missing-key",
        "--set:2:16 error theme-missing",
    ]


@pytest.mark.parametrize(
    ("said", "message", "help"),
    [
        ("design.them=x", "There is no field design.them to set.", "Did you mean design.theme?"),
        ("design.page_size=a4", "no field design.page_size", "Did you mean design.paper?"),
        ("peson.name=x", "There is no field peson to set.", "Did you mean person?"),
        ("theme=modern", "There is no field theme to set.", "Did you mean design.theme?"),
        ("headline=x", "There is no field headline to set.", "Did you mean person.headline?"),
        ("=x", "--set =x names no field.", "Write --set FIELD=x."),
        ("design", "--set design has no value.", "Write --set design=VALUE."),
        ("person.email.2=x", "There is no person.email.2", "a list of 2; count from 0 to 1."),
        ("sections.1.title=x", "There is no sections.1", "sections is a list of one, sections.0."),
        ("sections.x.title=x", "There is no sections.x", "a list of one"),
        ("person.phone.0=x", "There is no person.phone.0", "person.phone is an empty list."),
        ("person.name.en=x", "person.name is no map", "Set it whole: person.name=VALUE."),
        ("person.headline.en=x", "person.headline is no map", "Set it whole"),
        ("zzz=x", "There is no field", "There are: person, sections"),
        ("design.theme.x=y", "design.theme is no map", "Set it whole"),
    ],
)
def test_a_path_that_leads_nowhere(said: str, message: str, help: str) -> None:
    with pytest.raises(UsageError) as told:
        read(said)
    assert message in told.value.message
    assert help in told.value.help


def test_findings_are_told_at_their_own_place(call: Caller) -> None:  # noqa: F811
    Path("cv.yaml").write_text(CV, "utf-8")
    set_ = ("--set", "design.font_size=40", "--set", "person.headline=A frist enginer")
    ended = call("check", *set_)
    assert ended.code == 1
    places = [line for line in ended.out.splitlines() if ": " not in line and " error " in line]
    assert places == [
        "--set:1:18 error wrong-value",
        "--set:2:19 error misspelling",
        "--set:2:25 error misspelling",
    ]
    assert "    2 | person.headline=A frist enginer\n      |                   ^^^^^" in ended.out
    assert Path("cv.yaml").read_text("utf-8") == CV
    plain = [line for line in call("check", "--strict").out.splitlines() if "cv.yaml:" in line]
    assert all(line in ended.out for line in plain)


def test_words_of_a_bib_are_quoted_and_words_of_the_command_line_are_not(tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text(
        "@article{a, title={The frist salt}, year=2020, journal={J}}"
    )
    path = tmp_path / "cv.yaml"
    path.write_text(
        "person: {name: Ada Example}\n"
        "sections: [{title: Works, publications: {bibliography: papers.bib}}]\n"
    )
    wishes = Wishes(today="2026-01-15", given=("sections.0.title=My frist works",))
    found = checking.check(str(path), wishes).findings
    assert [(f.file, f.id) for f in found if f.id == "misspelling"] == [("--set", "misspelling")]


def test_it_goes_with_no_fix(call: Caller) -> None:  # noqa: F811
    for flag in ("--fix", "--diff"):
        ended = call("check", flag, "--set", "design.theme=modern")
        assert (ended.code, "neither --fix nor --diff" in ended.err) == (2, True)
    assert call("build", "--set", "design.them=modern").code == 2


@pytest.mark.tex
def test_a_build_obeys_it(call: Caller) -> None:  # noqa: F811
    ended = call("build", "--to", "tex", "--set", "design.theme=modern", "--set", "person.name=Eve")
    assert ended.code == 0
    tex = Path("build/cv.tex").read_text("utf-8")
    assert "cvtheme-modern" in tex
    assert r"\cvname{}{Eve}{}" in tex
    ended = call("build", "--variant", "all", "--set", "variants.x.design.theme=compact")
    assert (ended.code, Path("build/cv.x.pdf").exists()) == (0, True)
    said = call("prove", "build/cv.x.pdf", "--variant", "x", "--set", "variants.x.fit=false")
    assert said.code == 0
