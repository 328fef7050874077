"""Every rule has a mutant, and each finds its place in the code; CI plays them (play.py)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cvpress import rules

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "mutants"))

import play  # noqa: E402

MUTANTS = play.mutants()


def test_every_rule_has_a_mutant_and_every_mutant_a_rule() -> None:
    assert set(MUTANTS) == {rule.id for rule in rules.every()}


@pytest.mark.parametrize("id", MUTANTS)
def test_it_changes_one_place(id: str) -> None:
    mutant = MUTANTS[id]
    assert set(mutant) == {"file", "find", "put"}
    assert (ROOT / mutant["file"]).read_text("utf-8").count(mutant["find"]) == 1
    assert mutant["find"] != mutant["put"]
