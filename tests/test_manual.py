"""Every manual page is true: its examples run, and it has the parts that readers expect."""

from __future__ import annotations

import pytest
from examples import faults

from cvpress import rules

CHECKS = {rule.id: rule for rule in rules.load("checks")}
EVERY = {rule.id: rule for rule in rules.every()}


def test_there_are_checks_to_try() -> None:
    assert len(CHECKS) > 40


@pytest.mark.parametrize("id", CHECKS)
def test_examples(id: str) -> None:
    assert list(faults(CHECKS[id])) == []


@pytest.mark.parametrize("id", EVERY)
def test_page(id: str) -> None:
    page = rules.manual(EVERY[id])
    assert page.rule.endswith(".")
    assert page.rule.count(". ") == 0, "the rule is one sentence"
    assert page.why
    assert len(page.bad) >= 1
    assert EVERY[id].severity in ("error", "warning", "info")
    assert EVERY[id].on or EVERY[id].severity == "info", "what is off is taste"
