"""One fault is one finding: pieces of CVs as people write them, and all that is said of each."""

from __future__ import annotations

import pytest

from cvpress import runner, source
from cvpress.settings import Wishes, read

HEAD = "person: {name: Ada Example}\nsections:\n  - title: Work\n    experience:\n"


def told(text: str) -> list[tuple[str, str]]:
    """Return the id and the underlined words of each finding of a CV."""
    document = source.read(text.encode(), "cv.yaml")
    rows, found = text.split("\n"), []
    for one in runner.checks(document, read(document, Wishes(today="2026-01-15"))):
        assert one.span is not None
        end = one.span.end_column - 1 if one.span.end_line == one.span.line else None
        found.append((one.id, rows[one.span.line - 1][one.span.column - 1 : end]))
    return found


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{organization: Acme, location: {Beijing, China}}", [("cut-by-comma", "China")]),
        (
            "{organization: Acme, location: {Beijing, Hebei, China}}",
            [("cut-by-comma", "Hebei, China")],
        ),
        ("{organization: Acme, highlights: [{Led a team, won}]}", [("cut-by-comma", "won")]),
        ("{organization: Acme, location: [Columbus, OH]}", [("wrong-type", "[Columbus, OH]")]),
        ("{organization: Acme, project: The The Wool Trade}", [("repeated-word", "The")]),
        ("{organization: Acme, highlights: [Played bass with The The.]}", []),
        ("{organization: Acme, project: Flanders 1300-1400}", [("range-hyphen", "1300-1400")]),
        ("{organization: Acme, summary: Milled a 1300-1400 bracket.}", []),
        ("{organization: Acme, summary: Saw 10-15 patients.}", [("range-hyphen", "10-15")]),
        (
            "{organization: Acme, lang: zh, summary: 使用Pytorch实现。}",
            [("name-casing", "Pytorch")],
        ),
        ("{organization: Acme, lang: zh, summary: 使用PyTorch实现。}", []),
    ],
)
def test_of_an_entry(entry: str, said: list[tuple[str, str]]) -> None:
    assert told(f"{HEAD}      - {entry}\n") == said


def test_a_post_whose_end_is_missing_is_not_over() -> None:
    over = "{organization: Acme, start: 2019, end: 2020, highlights: [Led a shop.]}"
    text = f"""{HEAD}      - {over}
      - organization: Bolt
        start: 2021
        highlights: [Manages a shop., Led a team.]
"""
    assert told(text) == [("missing-key", "organization: Bolt")]


def test_a_variant_of_a_section_that_is_not_there() -> None:
    text = f"{HEAD}      - organization: Acme\nvariants: {{a: {{sections: [Wrok]}}, b: {{}}}}\n"
    assert told(text) == [("tag-unknown", "Wrok")]
