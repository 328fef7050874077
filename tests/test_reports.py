"""The three reports: the caret under the word whatever the letters, and no letter obeyed."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import __version__
from cvpress.finding import FileEdit, FileFix, Finding, Severity
from cvpress.reports import github, json_report, text
from cvpress.reports.display import columns, visible, wrap
from cvpress.reports.excerpt import excerpt
from cvpress.source.document import Span

FIRST = Span(1, 1, 1, 2)
EVIL = "\x1b[2J\x1b]0;title\x07\x9b31m\u202eevil\u2066\x7f"


def finding(span: Span | None = FIRST, severity: Severity = "warning", **others: object) -> Finding:
    values: dict[str, object] = {
        "id": "missing-space", "message": "A space is missing.", "help": "Write “a b”.",
        "file": "cv.yaml", "path": "/person/name", **others,
    }  # fmt: skip
    return Finding(span=span, severity=severity, **values)  # type: ignore[arg-type]


# --- text --------------------------------------------------------------------------------------


def test_text_shows_place_line_caret_sentence_help_and_a_summary() -> None:
    source = "person:\n  name: Prof.Ada\n"
    findings = [
        finding(Span(2, 9, 2, 17), help=""),
        finding(Span(1, 1, 1, 7), "error", id="unknown-key"),
        finding(None, "info", file="a.pdf", path="", message="No title."),
    ]
    assert text.report(findings, {"cv.yaml": source}) == (
        "a.pdf info missing-space\n"
        "  No title.\n"
        "  help: Write “a b”.\n"
        "\n"
        "cv.yaml:1:1 error unknown-key\n"
        "    1 | person:\n"
        "      | ^^^^^^\n"
        "  A space is missing.\n"
        "  help: Write “a b”.\n"
        "\n"
        "cv.yaml:2:9 warning missing-space\n"
        "    2 |   name: Prof.Ada\n"
        "      |         ^^^^^^^^\n"
        "  A space is missing.\n"
        "\n"
        "1 error, 1 warning, 1 info\n"
    )


def test_text_without_findings_or_without_the_source() -> None:
    assert text.report([], {}) == "no findings\n"
    assert "|" not in text.report([finding()], {})
    assert "|" not in text.report([finding(Span(9, 1, 9, 2))], {"cv.yaml": "one line"})


def test_summary_counts() -> None:
    many = [finding(severity=s) for s in ("error", "error", "info")]
    assert text.summary(many) == "2 errors, 1 info"


def test_colour_only_when_asked_and_it_changes_no_letter() -> None:
    source = {"cv.yaml": "person:\n"}
    plain, bright = (text.report([finding()], source, color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;33m^\x1b[0m" in bright
    assert re.sub(r"\x1b\[[\d;]*m", "", bright) == plain


def caret(report: str) -> tuple[str, str]:
    """Return the source line and the caret line, as a terminal's columns."""
    shown = [line[8:] for line in report.split("\n") if line[6:8] == "| "]
    return shown[0], shown[1]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "plain ",
        "中文 ",
        "e\u0301e\u0301",
        "\t",
        "a\tb",
        "\x1b[31m",
        "👩 ",
        "\u202e",
        "ﾊﾝ",
        "क्षि ",
        "\ufeff",
    ],
)
def test_the_caret_stands_under_its_word(before: str) -> None:
    line = f"{before}WORD after"
    at = len(before) + 1 - line.startswith("\ufeff")
    shown, carets = caret(text.report([finding(Span(1, at, 1, at + 4))], {"cv.yaml": line}))
    start = shown.index("WORD")
    assert carets == " " * columns(shown[:start]) + "^^^^"


def test_wide_letters_have_wide_carets() -> None:
    assert caret(text.report([finding(Span(1, 2, 1, 4))], {"cv.yaml": "a中文b"}))[1] == "  ^^^^"[1:]


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    shown = caret(text.report([finding(Span(1, 3, 3, 1))], {"cv.yaml": "ab cd\r\nef\r\n"}))
    assert shown == ("ab cd", "  ^^^")


def test_an_empty_span_has_one_caret() -> None:
    assert caret(text.report([finding(Span(1, 3, 1, 3))], {"cv.yaml": "ab"})) == ("ab", "  ^")


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "x" * 300 + " WORD " + "y" * 300
    report = text.report([finding(Span(1, 302, 1, 306))], {"cv.yaml": line})
    shown, carets = caret(report)
    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "WORD"
    assert max(map(columns, report.split("\n"))) <= 80


LETTERS = st.text(st.sampled_from("ab \tWé中文\u0301\u200d👩\x1b\u202e"), max_size=60)


@given(LETTERS, LETTERS, LETTERS, st.integers(10, 60))
def test_an_excerpt_fits_and_marks_what_it_shows(a: str, b: str, c: str, width: int) -> None:
    line = a + b + c
    cut = excerpt(line, Span(1, len(a) + 1, 1, len(a + b) + 1), width)
    assert columns(cut.text) <= width
    assert 0 <= cut.start < cut.end
    assert cut.end <= max(columns(cut.text), cut.start + 1)
    if "…" not in cut.text:
        assert cut.start == columns("".join(map(shown, a)))


def shown(letter: str) -> str:
    return "    " if letter == "\t" else visible(letter)


def test_a_line_of_a_million_letters_costs_no_more_than_a_screen() -> None:
    cut = excerpt("x" * 1_000_000, Span(1, 500_000, 1, 900_000), 60)
    assert columns(cut.text) == 60
    assert cut.text[0] == cut.text[-1] == "…"


def test_sentences_are_wrapped_between_words() -> None:
    report = text.report([finding(message="word " * 40, help="中文 " * 40)], {}, width=40)
    lines = report.split("\n")
    assert max(map(columns, lines)) <= 40
    wide = [line for line in lines if "中文" in line]
    assert len(wide) > 2
    assert wide[0].startswith("  help: 中文")
    assert all(line.startswith("        中文") for line in wide[1:])


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert wrap("see " + "x" * 30 + " end", 20, "  ", "  ") == f"  see\n  {'x' * 30}\n  end"


# --- json --------------------------------------------------------------------------------------


def test_json_is_the_contract() -> None:
    fix = FileFix("Put a space in.", (FileEdit(Span(2, 3, 2, 4), ". "),))
    findings = [finding(Span(2, 3, 2, 9), fix=fix, message="Ä"), finding(None, "error", path="")]
    report = json_report.report(findings)
    assert report.isascii()
    assert json.loads(report) == {
        "version": 1,
        "tool": {"name": "cvpress", "version": __version__},
        "findings": [
            {
                "id": "missing-space", "severity": "error", "message": "A space is missing.",
                "help": "Write “a b”.", "file": "cv.yaml", "line": None, "column": None,
                "end_line": None, "end_column": None, "path": "", "fix": None,
            },
            {
                "id": "missing-space", "severity": "warning", "message": "Ä",
                "help": "Write “a b”.", "file": "cv.yaml", "line": 2, "column": 3,
                "end_line": 2, "end_column": 9, "path": "/person/name",
                "fix": {
                    "description": "Put a space in.",
                    "edits": [
                        {"line": 2, "column": 3, "end_line": 2, "end_column": 4,
                         "replacement": ". "}
                    ],
                },
            },
        ],
        "summary": {"error": 1, "warning": 1, "info": 0},
    }  # fmt: skip


# --- github ------------------------------------------------------------------------------------


def test_github_writes_one_command_a_finding() -> None:
    findings = [
        finding(Span(2, 3, 2, 9), "error", file="a,b:c%.yaml", message="100%\nsure."),
        finding(Span(2, 3, 4, 1), "info", help=""),
        finding(None, path=""),
    ]
    assert github.report(findings) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=3,endColumn=9,title=missing-space"
        "::100%25 sure. Write “a b”.\n"
        "::warning file=cv.yaml,title=missing-space::A space is missing. Write “a b”.\n"
        "::notice file=cv.yaml,line=2,endLine=4,title=missing-space::A space is missing.\n"
        "1 error, 1 warning, 1 info\n"
    )


def test_github_says_that_it_shows_ten() -> None:
    ten = [finding(severity=severity) for severity in ("error", "warning") for _ in range(10)]
    assert github.report(ten).endswith("\n10 errors, 10 warnings\n")
    report = github.report([*ten, finding()])
    assert report.count("::warning ") == 11
    assert report.endswith(
        "11 warnings (GitHub shows 10 of each kind as annotations; here are all)\n"
    )
    assert github.report([]) == "no findings\n"


# --- all ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "where"),
    [*product(("text", "json", "github"), ("message", "help", "file")), ("text", "source")],
)
def test_no_letter_of_the_user_is_obeyed(report: str, where: str) -> None:
    others = {where: EVIL + "\n::error::forged"} if where != "source" else {}
    one = finding(Span(1, 3, 1, 4), **others)
    out = {
        "text": text.report([one], {one.file: EVIL}),
        "json": json_report.report([one]),
        "github": github.report([one]),
    }[report]
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", out
    )
    assert not any(line.startswith("::error::") for line in out.split("\n"))


def test_a_report_is_sorted_however_the_findings_came() -> None:
    some = [finding(Span(n, 1, n, 2)) for n in (3, 1, 2)] + [finding(None)]
    for write in (json_report.report, github.report):
        assert write(some) == write(some[::-1])
    assert text.report(some, {}) == text.report(some[::-1], {})
