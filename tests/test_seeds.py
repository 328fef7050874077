"""The seeds' findings, written by hand before the checks: each is found, and nothing more."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cvpress import runner, source
from cvpress.settings import Wishes, read

CASES = Path(__file__).parent / "cases"


def found(name: str, today: str) -> list[tuple[str, ...]]:
    document = source.read((CASES / name).read_bytes(), name)
    findings = runner.checks(document, read(document, Wishes(today=today)))
    return [
        (str(f.span.line), str(f.span.column), f.id, f.severity) if f.span else ("-", "-", f.id)
        for f in findings
    ]


@pytest.mark.parametrize("seed", ["seed-000", "seed-001"])
def test_every_finding_of_the_table_and_no_other(seed: str) -> None:
    with (CASES / f"{seed}.expected.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    now = [row for row in rows if row["stage"] == "now"]
    assert len(now) > 20
    expected = [(r["line"], r["column"], r["id"], r["severity"]) for r in now]
    assert sorted(found(f"{seed}.yaml", "2026-11-22")) == sorted(expected)


@pytest.mark.parametrize("name", ["seed-clean", "long"])
def test_a_clean_cv_gets_no_finding(name: str) -> None:
    assert found(f"{name}.yaml", "") == []


def test_a_clean_cv_in_french_is_told_that_it_is_not_spelled() -> None:
    assert found("nurse-fr.yaml", "") == [("52", "9", "locale-without-words", "info")]
