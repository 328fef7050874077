"""The one loader: what a folder holds is what there is; manual pages read part by part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cvpress import rules
from cvpress.rules import Example

PACKAGE = Path(rules.__file__).parent


@pytest.mark.parametrize("stage", rules.STAGES)
def test_every_module_with_a_severity_is_a_rule(stage: rules.Stage) -> None:
    files = (PACKAGE / stage).glob("*.py")
    wanted = [f.stem.replace("_", "-") for f in files if "\nSEVERITY = " in f.read_text("utf-8")]
    assert [rule.id for rule in rules.load(stage)] == sorted(wanted)
    assert all(rule.stage == stage for rule in rules.load(stage))
    assert wanted


def test_what_several_findings_become_counts_them() -> None:
    several = [rule.several for rule in rules.every() if rule.several]
    assert several
    for told in several:
        assert "7 " in told.format(first="One.", count=7)


def test_ids_are_told_apart_from_families_and_each_other() -> None:
    ids = [rule.id for rule in rules.every()]
    assert ids == sorted(set(ids))
    families = "yaml schema dates words punctuation content identifiers bibliography variants"
    wanted = {*families.split(), "tex", "proofs"}
    assert {rule.family for rule in rules.every()} == wanted
    assert not set(ids) & {rule.family for rule in rules.every()}


@pytest.mark.parametrize(("stage", "family"), [("texlog", "tex"), ("proofs", "proofs")])
def test_a_stage_after_the_checks_is_one_family(stage: rules.Stage, family: str) -> None:
    """But for what is private in a variant: it is told with variants, and proved on the page."""
    families = {rule.id: rule.family for rule in rules.load(stage)}
    assert families.pop("private-field-leaks", "variants") == "variants"
    assert set(families.values()) == {family}
    assert family not in {rule.family for rule in rules.load("checks")}


def page(doc: str) -> rules.Manual:
    return rules.manual(replace(rules.every()[0], doc=doc))


DOC = """A rule in
one sentence.

Why it matters.

More of it: with a colon.

Bad:
    person: {name: Ada}

    sections: []
Says:
    1:1 error x: One.
    - error x: Two.
Bad:
    a: b
Printed:
    Ada
    [pages: 3]
Says:
    - error x: Three.
Good:
    c: d
Good:
    e: f
Printed:
    e
Silence:
    Take it out, or
    leave it.
"""


def test_a_manual_page_in_its_parts() -> None:
    found = page(DOC)
    assert found.rule == "A rule in one sentence."
    assert found.why == "Why it matters.\n\nMore of it: with a colon."
    assert found.bad == (
        Example("person: {name: Ada}\n\nsections: []", ("1:1 error x: One.", "- error x: Two.")),
        Example("a: b", ("- error x: Three.",), "Ada\n[pages: 3]"),
    )
    assert found.good == (Example("c: d"), Example("e: f", printed="e"))
    assert found.silence == "Take it out, or\nleave it."


def test_a_page_without_examples() -> None:
    assert page("One sentence.") == rules.Manual("One sentence.", "", (), (), "")


def test_a_rule_is_loaded_once() -> None:
    assert rules.load("checks") is rules.load("checks")
