"""SARIF and JUnit: their shapes, and that nothing of a CV breaks them; the page of all checks."""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from calls import ROOT, Caller, process
from examples import findings
from hypothesis import given
from hypothesis import strategies as st
from need import posix
from sarif_shape import LOG

from cvpress import rules
from cvpress.finding import FileEdit, FileFix, Finding
from cvpress.reports import junit, manual_page, sarif
from cvpress.source.document import Span

ONE = Finding(
    "missing-space", "warning", "A space is missing.", "Write “a b”.", "cv.yaml",
    Span(2, 9, 2, 12), "/person/name", FileFix("Put it in", (FileEdit(Span(2, 9, 2, 9), " "),)),
)  # fmt: skip


def log(*some: Finding) -> Any:
    """Return the SARIF log of findings; it has the shape."""
    read = json.loads(sarif.report(some))
    faults = list(jsonschema.Draft202012Validator(LOG).iter_errors(read))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []
    return read["runs"][0]


# --- SARIF ----------------------------------------------------------------------------------------


def test_a_result_is_the_finding() -> None:
    run = log(ONE)
    region = {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 12}
    assert run["results"] == [
        {
            "ruleId": "missing-space",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "A space is missing. Write “a b”."},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": {"uri": "cv.yaml"}, "region": region},
                    "logicalLocations": [{"fullyQualifiedName": "/person/name"}],
                }
            ],
            "fixes": [
                {
                    "description": {"text": "Put it in"},
                    "artifactChanges": [
                        {
                            "artifactLocation": {"uri": "cv.yaml"},
                            "replacements": [
                                {
                                    "deletedRegion": {**region, "endColumn": 9},
                                    "insertedContent": {"text": " "},
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_levels(severity: str, level: str) -> None:
    assert log(replace(ONE, severity=severity))["results"][0]["level"] == level  # type: ignore[arg-type]


def test_without_findings_or_without_a_place() -> None:
    assert log()["results"] == []
    (result,) = log(replace(ONE, span=None, path="", fix=None))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "cv.yaml"}}}]
    assert "fixes" not in result


def test_the_rules_are_those_that_found_something() -> None:
    others = [
        replace(ONE, id=id, file="b.yaml") for id in ("text-lost", "unknown-name", "missing-space")
    ]
    run = log(*others, ONE)
    named = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in named] == ["missing-space", "text-lost", "unknown-name"]
    assert [named[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    assert [rule["defaultConfiguration"] for rule in named] == [
        {"enabled": True, "level": "warning"},
        {"enabled": True, "level": "error"},
        {"enabled": False, "level": "note"},
    ]
    assert [rule["properties"]["tags"] for rule in named] == [
        ["punctuation"],
        ["proofs"],
        ["words"],
    ]


def test_every_rule_and_every_finding_of_the_manual_pages_has_the_shape() -> None:
    every = [replace(ONE, id=rule.id) for rule in rules.every()]
    shown = [
        finding
        for rule in rules.load("checks")
        for example in rules.manual(rule).bad
        for finding in findings(rule, example.fragment, example.answers)
    ]
    run = log(*every, *shown)
    assert len(run["tool"]["driver"]["rules"]) == len(rules.every())
    assert len(run["results"]) == len(every) + len(shown)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("cv.yaml", "cv.yaml"),
        ("my cv/näme#1?.yaml", "my%20cv/n%C3%A4me%231%3F.yaml"),
        ("./sub/../cv.yaml", "cv.yaml"),
    ],
)
def test_a_file_below_the_folder_is_relative(file: str, uri: str) -> None:
    assert sarif._uri(file) == uri
    assert sarif._uri(str(Path.cwd() / file)) == uri


def test_a_file_elsewhere_has_its_whole_uri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert sarif._uri("../b c.yaml") == (tmp_path / "b c.yaml").as_uri()
    log(replace(ONE, file="../b c.yaml"))


def test_a_message_is_no_link_and_has_no_placeholder() -> None:
    one = replace(ONE, message="See [text](url), {0} and {network: …}.", help="a[1] (b)")
    assert log(one)["results"][0]["message"]["text"] == (
        r"See \[text\](url), {{0}} and {network: …}. a[1] (b)"
    )


# --- JUnit ----------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(), max_size=20)


def suites(some: list[Finding], files: tuple[str, ...] = (), strict: bool = False) -> Any:
    """Return the XML, read; it has the shape that Jenkins and Surefire take, and counts right."""
    root = ElementTree.fromstring(junit.report(some, files, strict).encode())
    assert root.tag == "testsuites"
    assert {suite.tag for suite in root} <= {"testsuite"}
    for suite in root:
        cases = list(suite)
        assert set(suite.keys()) == {"name", "tests", "failures", "errors", "skipped", "time"}
        assert {case.tag for case in cases} == {"testcase"}
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        for case in cases:
            assert set(case.keys()) == {"name", "classname", "time"}
            assert {part.tag for part in case} <= {"failure", "system-out"}
            assert all(set(part.keys()) == {"type", "message"} for part in case.findall("failure"))
    for count in ("tests", "failures"):
        assert int(root.attrib[count]) == sum(int(suite.attrib[count]) for suite in root)
    return root


@pytest.mark.parametrize(
    ("severity", "strict", "fails"),
    [
        ("error", False, True),
        ("error", True, True),
        ("warning", False, False),
        ("warning", True, True),
        ("info", True, False),
    ],
)
def test_what_fails_the_command_is_a_failure(severity: str, strict: bool, fails: bool) -> None:
    one = replace(ONE, severity=severity)  # type: ignore[arg-type]
    root = suites([one], ("cv.yaml",), strict)
    (case,) = root.iter("testcase")
    assert case.attrib == {"name": "missing-space at 2:9", "classname": "cv.yaml", "time": "0"}
    (said,) = case
    assert said.text == (f"cv.yaml:2:9 {severity} missing-space: A space is missing. Write “a b”.")
    assert said.tag == ("failure" if fails else "system-out")
    if fails:
        assert said.attrib == {"type": severity, "message": "A space is missing."}


def test_each_file_is_a_suite() -> None:
    some = [ONE, replace(ONE, file="b.yaml"), replace(ONE, span=None)]
    root = suites(some, ("cv.yaml", "clean.yaml"))
    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [
        ("b.yaml", "1"), ("clean.yaml", "1"), ("cv.yaml", "2"),
    ]  # fmt: skip
    names = [case.get("name") for case in root.iter("testcase")]
    assert names == ["missing-space at 2:9", "no findings", "missing-space", "missing-space at 2:9"]
    assert len(suites([])) == 0


@given(TEXTS, TEXTS, TEXTS, st.booleans())
def test_no_letter_breaks_the_xml(message: str, help: str, file: str, strict: bool) -> None:
    one = replace(ONE, message=message + "\x00\x1b\ufffe\ud800]]>&<'\"", help=help, file=file)
    (case,) = suites([one], (), strict).iter("testcase")
    assert "]]>&<'\"" in "".join(case.itertext())


@given(TEXTS, TEXTS, TEXTS)
def test_no_letter_breaks_the_log(message: str, help: str, path: str) -> None:
    log(replace(ONE, message="x" + message, help=help, path=path))


# --- the commands ---------------------------------------------------------------------------------

FAULTY = "person: {name: Ada Example}\nsections: [{title: About, text: A frist line.}]\n"


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Caller:
    monkeypatch.chdir(tmp_path)
    Path("cv.yaml").write_text(FAULTY, "utf-8")
    Path("good.yaml").write_text(FAULTY.replace("frist", "first"), "utf-8")
    return Caller(capsys)


@pytest.mark.parametrize("command", ["check", "build"])
def test_check_and_build_write_both(call: Caller, command: str) -> None:
    done = call(command, "--format", "sarif", "cv.yaml")
    assert done.code == 1
    assert json.loads(done.out)["runs"][0]["results"][0]["ruleId"] == "misspelling"
    done = call(command, "--format", "junit", "cv.yaml")
    assert done.code == 1
    assert ElementTree.fromstring(done.out).attrib["failures"] == "1"


@pytest.mark.tex
def test_build_and_prove_write_both(call: Caller) -> None:
    built = call("build", "--format", "junit", "good.yaml")
    assert built.code == 0
    assert [s.get("name") for s in ElementTree.fromstring(built.out)] == ["good.yaml"]
    Path("other.yaml").write_text(
        FAULTY.replace("A frist line.", "Salt roads and barges of the old town."), "utf-8"
    )
    prove = ("prove", "build/good.pdf", "--source", "other.yaml", "--format")
    lost = call(*prove, "sarif")
    assert lost.code == 4
    run = json.loads(lost.out)["runs"][0]
    assert {result["ruleId"] for result in run["results"]} <= {"text-lost", "text-garbled"}
    assert run["results"]
    assert ElementTree.fromstring(call(*prove, "junit").out)[0].get("name") == "other.yaml"


def test_clean_files_have_their_suites(call: Caller) -> None:
    done = call("check", "--format", "junit", "good.yaml", "cv.yaml")
    assert [s.get("name") for s in ElementTree.fromstring(done.out)] == ["cv.yaml", "good.yaml"]


@pytest.mark.usefixtures("call")
def test_any_locale_takes_them(tmp_path: Path) -> None:
    Path("cv.yaml").write_text(
        FAULTY.replace("line", "line of the text for Zoë 中 \U0001f469"), "utf-8"
    )
    for locale in ("C", "C.UTF-8"):
        env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        done = process("check", "--format", "junit", "cv.yaml", cwd=tmp_path, env=env)
        assert done.out.isascii()
        (failure,) = ElementTree.fromstring(done.out).iter("failure")
        assert "“first”" in (failure.text or "")
        assert process("check", "--format", "sarif", cwd=tmp_path, env=env).out.isascii()


@posix
@pytest.mark.usefixtures("call")
@pytest.mark.parametrize("format", ["sarif", "junit", "json", "github", "text"])
def test_a_name_that_is_no_text(tmp_path: Path, format: str) -> None:
    (tmp_path / os.fsdecode(b"n\xe4me.yaml")).write_text(FAULTY, "utf-8")
    done = process("check", "--format", format, os.fsdecode(b"n\xe4me.yaml"), cwd=tmp_path)
    assert done.code == 1
    assert done.err == ""
    if format == "sarif":
        (result,) = json.loads(done.out)["runs"][0]["results"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert where == {"uri": "n%E4me.yaml"}


# --- the page of all checks -----------------------------------------------------------------------

sys.path.insert(0, str(ROOT / "tools"))
build_docs = importlib.import_module("build_docs")
PAGE = (ROOT / "docs" / "checks.md").read_text("utf-8")


def test_the_page_of_all_checks_is_up_to_date() -> None:
    assert build_docs.page() == PAGE, "run python tools/build_docs.py"


def test_every_check_is_linked_and_has_its_page() -> None:
    ids = {rule.id for rule in rules.every()}
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) == ids
    assert set(re.findall(r"^### (.+)$", PAGE, re.MULTILINE)) == ids


def test_every_family_is_told() -> None:
    assert {rule.family for rule in rules.every()} <= set(build_docs.FAMILIES)


def test_what_the_page_says_of_fixes() -> None:
    fixed = set((ROOT / "tests" / "fixes.txt").read_text("utf-8").split())
    told = dict(re.findall(r"^\| \[`([\w-]+)`\]\S+ \| \w+ \| \S+ \| (\w+)", PAGE, re.MULTILINE))
    assert {id for id, fix in told.items() if fix != "no"} == fixed


def test_fences_of_a_page_hold_whatever_stands_in_them() -> None:
    assert manual_page._fenced("yaml", "a\n```\nb") == "````yaml\na\n```\nb\n````"


def test_the_pages_of_the_docs_lead_somewhere() -> None:
    pages = [path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")]
    links = {link for text in pages for link in re.findall(r"\]\(([\w./-]+)\)", text)}
    assert len(links) > 3
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []
