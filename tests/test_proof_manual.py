"""Every proof's manual page is true: its examples run on printed facts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from examples import TODAY, told, whole
from printed_page import page, page_of

from cvpress import rules, runner, source, variants, view
from cvpress.finding import Finding
from cvpress.settings import Wishes, read

PROOFS = {rule.id: rule for rule in rules.load("proofs")}


def findings(example: rules.Example) -> tuple[list[Finding], list[Finding]]:
    """Return what the checks and what the proofs say of an example."""
    document = source.read(whole(example.fragment).encode(), "cv.yaml")
    settings = read(document, Wishes(today=TODAY))
    variant = "".join(variants.names(document)[:1])
    laid = view.build(variants.select(document, variant), settings)
    laid = replace(laid, private=variants.private(document, variant))
    left_out = tuple(re.findall(r"(?m)^ *\[left out: (\S+)\]", example.printed or ""))
    laid = replace(laid, left_out=left_out)
    printed = page(laid, example.printed) if example.printed else page_of(laid)
    proved = runner.run("proofs", document, settings, lambda rule: rule.judge(printed, laid))
    return runner.checks(document, settings), proved


def test_there_are_proofs_to_try() -> None:
    assert len(PROOFS) >= 8


@pytest.mark.parametrize("id", PROOFS)
def test_examples(id: str) -> None:
    manual = rules.manual(PROOFS[id])
    assert manual.bad, "no Bad"
    assert manual.good, "no Good"
    assert manual.silence, "no Silence"
    for example in manual.bad:
        _, proved = findings(example)
        assert tuple(told(f) for f in proved) == example.says, example
    for example in manual.good:
        checked, proved = findings(example)
        assert [told(f) for f in (*checked, *proved)] == [], example
