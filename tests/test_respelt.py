"""Misspelt keys: what stands under them is judged at once, at its place, as if they were right."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from calls import ROOT, Caller

from cvpress import checking, source
from cvpress.schema.respelt import as_meant
from cvpress.schema.suggest import SURE, closest
from cvpress.settings import Wishes

WRITTEN = (ROOT / "tests" / "cases" / "seed-000.yaml").read_text("utf-8")
SEED = re.sub(r"^#.*", "#", WRITTEN, flags=re.MULTILINE)
_KEY = re.compile(r"(?<=[\s{,])([a-z_]{5,})(?=:(?: |$))", re.MULTILINE)

Row = tuple[int, int, str, str]


@pytest.fixture
def check(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """Return a function that checks a text by the command and returns what is told."""
    monkeypatch.chdir(tmp_path)
    call = Caller(capsys)

    def told(text: str, *arguments: str) -> list[dict[str, Any]]:
        Path("cv.yaml").write_text(text, "utf-8")
        more = ("--today", "2026-11-22", "--format", "json", *arguments)
        found: list[dict[str, Any]] = json.loads(call("check", "cv.yaml", *more).out)["findings"]
        return found

    return told


def rows(found: list[dict[str, Any]]) -> list[Row]:
    """Return place, id and sentence of all but the misspelt keys themselves."""
    kept = [one for one in found if one["id"] != "unknown-key"]
    return [(one["line"], one["column"], one["id"], one["message"]) for one in kept]


def slipped(key: str) -> str:
    """Return a key of as many letters that is surely meant to be this one; else the key itself."""
    wrong = key[:-2] + key[-1] + key[-2]
    return wrong if wrong != key and closest(wrong, [key], alike=SURE) else key


def test_with_every_key_wrong_all_that_is_below_is_told_at_its_place(check: Any) -> None:
    wrong = _KEY.sub(lambda found: slipped(found[1]), SEED)
    keys = sum(a != b for a, b in zip(_KEY.findall(SEED), _KEY.findall(wrong), strict=True))
    told = check(wrong)
    assert keys > 80
    assert sum(one["id"] == "unknown-key" for one in told) == keys
    assert rows(told) == rows(check(SEED))


def test_a_finding_below_has_the_path_that_the_file_has(check: Any) -> None:
    told = check("persn: {name: Ada}\nsectoins: [{title: About, txt: Led teh lab.}]\n")
    assert [(one["id"], one["path"]) for one in told] == [
        ("unknown-key", "/persn"),
        ("unknown-key", "/sectoins"),
        ("unknown-key", "/sectoins/0/txt"),
        ("misspelling", "/sectoins/0/txt"),
    ]


def test_settings_under_a_misspelt_key_hold_for_the_check(check: Any) -> None:
    text = "person: {name: Ada}\nsections: [{title: Profil, text: Led teh lab.}]\n"
    assert "misspelling" not in [one["id"] for one in check(f"{text}locle: fr\n")]
    assert "misspelling" in [one["id"] for one in check(text)]


def test_an_ignore_below_a_misspelt_key_silences(check: Any) -> None:
    entry = "{organization: Acme, highlights: [Led teh lab.], ignore: [misspelling]}"
    text = f"person: {{name: Ada}}\nsectoins: [{{title: Work, experience: [{entry}]}}]\n"
    assert [one["id"] for one in check(text)] == ["unknown-key"]


def test_what_is_under_a_key_that_may_be_anything_is_left_alone(check: Any) -> None:
    told = check("person: {name: Ada, zodiac: Led teh lab.}\nsections: [{title: A, text: Line.}]\n")
    assert [one["id"] for one in told] == ["unknown-key"]


def test_a_name_that_stands_there_empty_is_given_to_no_other_key() -> None:
    text = "person: {name: Ada}\nsections: [{title: A, awards: [{title: , tilte: Prize}]}]\n"
    document = source.read(text.encode(), "cv.yaml")
    assert as_meant(document) is document


def test_a_right_document_stays_the_same_one() -> None:
    document = source.read(SEED.encode(), "cv.yaml")
    assert as_meant(document) is document


def test_what_is_put_up_with_is_checked_and_still_not_printed(check: Any) -> None:
    text = "person: {name: Ada, headlin: Technican}\nsections: [{title: About, text: A line.}]\n"
    text += "checks: {ignore: [unknown-key]}\n"
    assert [one["id"] for one in check(text)] == ["misspelling"]
    document = checking.check("cv.yaml", Wishes()).document
    assert document.root is not None
    assert document.node("/person/headline") is None
