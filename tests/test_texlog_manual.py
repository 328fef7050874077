"""Every manual page of a TeX message is true: its examples are set by the embedded engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from examples import TODAY, told, whole

from cvpress import render, rules, runner, source, theme, view
from cvpress.engines import embedded
from cvpress.finding import Finding
from cvpress.settings import Wishes, read
from cvpress.texlog import pressing

RULES = {rule.id: rule for rule in rules.load("texlog")}


def findings(example: rules.Example) -> tuple[list[Finding], list[Finding]]:
    """Return what the checks and what the TeX messages say of an example."""
    document = source.read(whole(example.fragment).encode(), "cv.yaml")
    settings = read(document, Wishes(today=TODAY))
    look = theme.find("classic", Path())
    page = view.build(document, settings, look.layout)
    before = pressing.before(document, page, embedded)
    found = runner.run("texlog", document, settings, lambda rule: rule.judge(before))
    if not found:
        stationery = theme.stationery(look)
        added = replace(stationery, preamble=f"{stationery.preamble}\n{example.theme}")
        body = render.body(page, look)
        compiled = embedded.open(added).press(body)
        after = pressing.after(document, page, compiled, lambda line: render.entry_at(body, line))
        found = runner.run("texlog", document, settings, lambda rule: rule.judge(after))
    return runner.checks(document, settings), found


def test_there_are_messages_to_try() -> None:
    assert sorted(RULES) == ["missing-glyph", "overfull-line", "tex-error"]


@pytest.mark.tex
@pytest.mark.parametrize("id", RULES)
def test_examples(id: str) -> None:
    manual = rules.manual(RULES[id])
    assert manual.bad, "no Bad"
    assert manual.good, "no Good"
    assert manual.silence, "no Silence"
    for example in manual.bad:
        _, found = findings(example)
        assert tuple(told(f) for f in found) == example.says, example
    for example in manual.good:
        checked, found = findings(example)
        assert [told(f) for f in (*checked, *found)] == [], example
