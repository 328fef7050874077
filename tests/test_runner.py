"""The runner: what is on, what is silenced, how bad it is, and fixes as changes of the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from examples import whole
from hypothesis import given
from hypothesis import strategies as st

from cvpress import rules, runner, source
from cvpress.finding import FileFix, Finding, Problem
from cvpress.settings import Wishes, read

CASES = Path(__file__).parent / "cases"
HEAD = "person: {name: Ada Example}\n"
WRONG = (
    HEAD
    + """sections:
  - title: Education
    education:
      - institution: KU Leuven
        end: 2006
        start: 2010
"""
)
AT = "end: 2006"


def found(text: str, **wishes: tuple[str, ...]) -> list[Finding]:
    document = source.read(text.encode(), "cv.yaml")
    return runner.checks(document, read(document, Wishes(today="2026-01-15", **wishes)))


def ids(text: str, **wishes: tuple[str, ...]) -> list[str]:
    return [finding.id for finding in found(text, **wishes)]


def test_the_fault_itself() -> None:
    assert ids(WRONG) == ["date-order"]


@pytest.mark.parametrize(
    "text",
    [
        WRONG + "checks: {ignore: [date-order]}\n",
        WRONG + "checks: {ignore: ['date-*']}\n",
        WRONG.replace("KU Leuven\n", "KU Leuven\n        ignore: [date-order]\n"),
        WRONG.replace("Education\n", "Education\n    ignore: [date-order]\n"),
        WRONG.replace(AT, f"{AT}  # cvpress: ignore date-order"),
        WRONG.replace(AT, f"{AT}  #cvpress:ignore date-order (they told me so)"),
        WRONG.replace(AT, f"{AT}  # cvpress: ignore"),
        WRONG.replace(f"        {AT}", f"# cvpress: ignore date-order\n        {AT}"),
        WRONG.replace(f"        {AT}", f"  # cvpress: ignore date-order\n  # why\n        {AT}"),
        WRONG.replace(AT, f"{AT}  # cvpress: ignore date-*"),
    ],
)
def test_an_ignore_of_each_form_silences_and_is_used(text: str) -> None:
    assert ids(text) == []


def test_an_ignore_of_a_role_holds_for_the_role_alone() -> None:
    text = HEAD + (
        "sections:\n"
        "  - title: Posts\n"
        "    experience:\n"
        "      - organization: Acme\n"
        "        roles:\n"
        "          - {title: Clerk, start: 2010, end: 2006, ignore: [date-order]}\n"
        "          - {title: Page, start: 2009, end: 2005}\n"
    )
    assert [(f.id, f.path) for f in found(text)] == [
        ("date-order", "/sections/0/experience/0/roles/1/end")
    ]


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("kind", ["bullets: [", "awards: [{title: Prize, highlights: ["])
def test_an_ignore_of_a_bullet_holds_for_the_bullet_alone(kind: str, depth: int) -> None:
    ignored = "{text: The the end., ignore: [repeated-word]}"
    for _ in range(depth - 1):
        ignored = f"{{text: Of them, highlights: [{ignored}]}}"
    closing = "]}]" if "{" in kind else "]"
    text = HEAD + f"sections: [{{title: A, {kind}{ignored}, All of of it.{closing}}}]\n"
    (finding,) = found(text)
    assert finding.id == "repeated-word"
    assert finding.path.endswith("/1")


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# cvpress: ignore date-order, date-future", ["unused-ignore"]),
        ("# cvpress: ignore date-future date-order", ["unused-ignore"]),
        ("# cvpress: ignore date-order,date-order", []),
        ("# cvpress: ignore date-future", ["date-order", "unused-ignore"]),
        ("# cvpress ignores date-order", ["date-order"]),
    ],
)
def test_each_id_of_a_comment_counts_by_itself(comment: str, left: list[str]) -> None:
    assert ids(WRONG.replace(AT, f"{AT}  {comment}")) == left


def test_a_comment_on_another_line_silences_nothing() -> None:
    text = WRONG.replace("KU Leuven", "KU Leuven  # cvpress: ignore date-order")
    assert ids(text) == ["unused-ignore", "date-order"]


@pytest.mark.parametrize("style", ["|", ">", "", "|-  ", "'"])
def test_a_comment_holds_for_all_lines_of_the_text_that_begins_there(style: str) -> None:
    """Within a text of several lines no comment can stand."""
    comment = "# cvpress: ignore repeated-word"
    quote = style if style == "'" else ""
    opening = "" if quote else style
    text = (
        f"{HEAD}sections:\n  - title: About\n    text: {opening} @\n"
        f"      {quote}A first line.\n      And the the last.{quote}\n"
    )
    assert ids(text.replace("@", "")) == ["repeated-word"]
    assert ids(text.replace("@", comment)) == []
    above = text.replace("@", "").replace("    text", f"    {comment}\n    text")
    assert ids(above) == []
    after = text.replace("@", comment) + "  - title: Works\n    text: The the end.\n"
    assert [finding.path for finding in found(after)] == ["/sections/1/text"]


def test_an_unused_ignore_has_its_place_and_an_unknown_one_a_suggestion() -> None:
    text = HEAD + "sections: [{title: About, text: A first line.}]\nchecks: {ignore: [date-ordr]}\n"
    (finding,) = found(text)
    assert finding.id == "unused-ignore"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (3, 19)
    assert "date-order" in finding.help


@pytest.mark.parametrize("id", ["text-lost", "overfull-line", "missing-glyph"])
def test_an_ignore_for_what_only_the_page_can_tell_is_not_judged(id: str) -> None:
    assert ids(f"{HEAD}sections: [{{title: A, text: B.}}]\nchecks: {{ignore: [{id}]}}\n") == []


def test_the_check_of_ignores_can_be_ignored_like_any_other() -> None:
    text = HEAD + "sections: [{title: About, text: A first line.}]\n"
    assert ids(text + "checks: {ignore: [date-order, unused-ignore]}\n") == []
    assert ids(text + "checks: {ignore: [date-order]}\n", ignore=("unused-ignore",)) == []


def test_many_ignores_are_read_in_time_that_grows_evenly() -> None:
    text = WRONG + "# cvpress: ignore date-order\n" * 1000
    assert ids(text).count("unused-ignore") == 1000


def test_severity_of_the_file() -> None:
    (finding,) = found(WRONG + "checks: {severity: {date-order: info}}\n")
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("{dates: info}", "info"),
        ('{"date-*": info}', "info"),
        ('{"*": info}', "info"),
        ("{date-order: error, dates: info}", "error"),
        ('{dates: error, "date-*": info}', "info"),
        ('{"date-*": info, dates: error}', "error"),
        ("{words: info}", "error"),
    ],
)
def test_severity_of_a_family_or_a_glob_and_what_is_closest_wins(said: str, level: str) -> None:
    findings = found(f"{WRONG}checks: {{severity: {said}}}\n")
    assert [(one.id, one.severity) for one in findings] == [("date-order", level)]


def test_a_family_turns_nothing_on() -> None:
    text = f"{HEAD}sections: [{{title: A, text: Zorblax came.}}]\n"
    assert ids(text, select=("unknown-name",)) == ["unknown-name"]
    assert ids(text + "checks: {severity: {words: info}}\n") == []
    assert ids(text + "checks: {severity: {unknown-name: info}}\n") == ["unknown-name"]


@pytest.mark.parametrize("name", ["date-ordr", "datez", '"zzz-*"', "all"])
def test_a_severity_for_nothing_is_told(name: str) -> None:
    text = f"{HEAD}sections: [{{title: A, text: B.}}]\nchecks: {{severity: {{{name}: info}}}}\n"
    assert ids(text) == ["unused-ignore"]


@pytest.mark.parametrize("name", ["dates", '"date-*"', '"*"'])
def test_ignores_of_a_family_or_a_glob(name: str) -> None:
    assert ids(f"{WRONG}checks: {{ignore: [{name}]}}\n") == []


def test_thousands_of_ignores_and_findings_take_time_that_grows_evenly() -> None:
    def seconds(many: int) -> float:
        entries = "".join(f"      - {{organization: A{n}, date: 2021-13}}\n" for n in range(many))
        names = ", ".join(f"{chr(97 + n % 26)}x{'y' * (n % 40)}-z" for n in range(many))
        text = f"{HEAD}sections:\n  - title: A\n    experience:\n{entries}"
        begun = time.process_time()
        assert len(found(f"{text}checks: {{ignore: [{names}]}}\n")) == 2 * many
        return time.process_time() - begun

    seconds(10)
    assert seconds(2000) < 12 * seconds(400) + 0.5


def test_a_check_that_is_off_is_on_where_the_file_gives_it_a_severity() -> None:
    gap = (
        f"{HEAD}sections:\n  - title: Posts\n    experience:\n"
        "      - {organization: Acme, title: Clerk, start: 2018, end: present}\n"
        "      - {organization: Bolt, title: Page, start: 2010, end: 2012}\n"
    )
    assert ids(gap) == []
    assert ids(gap + "checks: {severity: {date-gap: info}}\n") == ["date-gap"]
    assert ids(gap, select=("date-gap",)) == ["date-gap"]
    assert "date-gap" in ids(gap, select=("all",))


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        (("dates",), (), True),
        (("date-*",), (), True),
        (("words", "date-order"), (), True),
        (("words",), (), False),
        (("dates",), ("date-order",), False),
        ((), ("dates",), False),
        ((), ("all",), False),
        ((), ("words", "score-*"), True),
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], on: bool) -> None:
    assert ids(WRONG, select=select, ignore=ignore) == ["date-order"] * on


@pytest.mark.parametrize(
    "text", [b"a: [", b"[", b"a: ]", b"\xff\xfe\xfa", b"# " + b"x" * 9_000_000]
)
def test_a_file_that_cant_be_read_says_so_whatever_is_selected(text: bytes) -> None:
    document = source.read(text, "cv.yaml")
    settings = read(document, Wishes(select=("dates",)))
    assert runner.checks(document, settings)[0].id in runner.UNREAD


def test_a_check_speaks_only_of_its_languages() -> None:
    text = HEAD + "sections: [{title: About, text: The the end.}]\n"
    assert ids(text) == ["repeated-word"]
    spoken = {rule.id for rule in rules.load("checks") if rule.languages == {"en"}}
    assert not spoken & set(ids(text + "locale: fr\n"))


def apply(text: str, fix: FileFix) -> str:
    """Apply a fix as an editor does, by line and column alone."""
    starts = [0]
    for line in text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    bom = text.startswith("\ufeff")
    changes = []
    for edit in fix.edits:
        first, last = (
            starts[line - 1] + column - 1 + (bom and line == 1)
            for line, column in (edit.span[:2], edit.span[2:])
        )
        changes.append((first, last, edit.replacement))
    for first, last, replacement in sorted(changes, reverse=True):
        text = text[:first] + replacement + text[last:]
    return text


EXAMPLES = {
    f"{rule.id}-{number}": whole(example.fragment)
    for rule in rules.load("checks")
    for number, example in enumerate(rules.manual(rule).bad)
}


@pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_every_fix_of_every_example_heals_what_it_is_offered_for(text: str) -> None:
    for turned in (text, text.replace("\n", "\r\n"), "\ufeff" + text):
        before = found(turned)
        for finding in before:
            if finding.fix:
                after = found(apply(turned, finding.fix))
                key = finding.id, finding.message
                assert _count(after, key) < _count(before, key), (turned, finding)


def _count(findings: list[Finding], key: tuple[str, str]) -> int:
    return sum((finding.id, finding.message) == key for finding in findings)


@pytest.mark.parametrize("seed", ["seed-000", "seed-001"])
def test_fixes_of_the_seeds_leave_fewer_findings_and_no_new_kind(seed: str) -> None:
    text = (CASES / f"{seed}.yaml").read_text("utf-8")
    before = found(text)
    fixes = [finding for finding in before if finding.fix]
    assert len(fixes) > 3
    for finding in fixes:
        assert finding.fix
        after = found(apply(text, finding.fix))
        assert len(after) < len(before), finding


@given(st.lists(st.sampled_from(["date-order", "dates", "date-*", "all", "words", "x"])))
def test_a_rule_is_never_both_wanted_and_deselected(names: list[str]) -> None:
    rule = next(rule for rule in rules.load("checks") if rule.id == "date-order")
    document = source.read(WRONG.encode(), "cv.yaml")
    settings = read(document, Wishes(ignore=tuple(names)))
    assert runner.wanted(rule, settings) is not runner.matches(rule, names)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("third", (4, 7, 4, 12)),
        ("first", (3, 9, 4, 22)),  # stands there twice: the whole text
        ("ir", (3, 9, 4, 22)),  # a part of a word is none
        ("", (3, 9, 4, 22)),
    ],
)
def test_a_problem_points_at_its_word(word: str, place: tuple[int, ...]) -> None:
    text = 'sections:\n- title: About\n  text: "the first\n      third, a first"\n'
    document = source.read(text.encode(), "cv.yaml")
    problem = Problem("/sections/0/text", "Wrong.", word=word)
    judge = lambda rule: iter([problem] if rule.id == "text-lost" else [])  # noqa: E731
    (finding,) = runner.run("proofs", document, read(document, Wishes()), judge)
    assert finding.span
    assert (finding.span.line, finding.span.column) == place[:2]
    assert (finding.span.end_line, finding.span.end_column) == place[2:]
