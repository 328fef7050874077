"""Partial dates are judged as intervals: what is found holds for every day that they may mean.

Each test writes a CV with coarse dates, and again with one day of each. A finding of the coarse CV
must stand in the exact one, whatever days were picked: so none is told where some choice of days
makes the CV right, and none is lost when its dates are told more closely.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import rules, source
from cvpress.dates import SEASONS, parse
from cvpress.settings import Settings

TODAY = date(2026, 1, 15)
SETTINGS = Settings(today=TODAY, real_today=TODAY)
# Not those that count entries or letters: a sorted list, two precisions, a gap.
JUDGES = {
    rule.id: rule.judge
    for rule in rules.load("checks")
    if rule.family == "dates"
    and rule.id not in ("date-out-of-sequence", "date-precision-mixed", "date-gap")
}
# Two dates that are known more closely may turn out to be swapped, which is then all that is told.
LEADS = {id: {id, "date-order"} for id in ("date-future", "claim-overtaken")}

years = st.integers(2008, 2030)
coarse = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{}".format, years, st.sampled_from(sorted(SEASONS))),
)
ends = st.one_of(coarse, coarse.map("expected {}".format), st.just("present"))
shares = st.floats(0, 1)
Write = Callable[..., str]


def narrow(text: str, share: float) -> str:
    """Return one day of a date, as it is written: the first for 0, the last for 1."""
    read = parse(text, TODAY)
    if read.precision == "open":
        return text
    day = read.first + timedelta(days=round((read.last - read.first).days * share))
    return f"{'expected ' if read.expected else ''}{day}"


def found(yaml: str) -> set[tuple[str, str]]:
    """Return the id and the entry of each finding; which of two posts overlaps is no matter."""
    document = source.read(f"sections: [{{title: A, {yaml}}}]".encode(), "cv.yaml")
    assert document.faults == ()
    return {
        (id, "" if id == "date-overlap" else problem.path.rpartition("/")[0])
        for id, judge in JUDGES.items()
        for problem in judge(document, SETTINGS)
    }


def post(organization: str, start: str, end: str) -> str:
    return f"{{organization: {organization}, title: Engineer, start: {start}, end: {end}}}"


SHAPES: dict[str, Write] = {
    "a post": lambda a, b, *_: f"experience: [{post('Acme', a, b)}]",
    "an internship": lambda a, b, *_: (
        f"experience: [{{organization: A, title: Intern, start: {a}, end: {b}}}]"
    ),
    "two posts": lambda a, b, c, d: f"experience: [{post('Acme', a, b)}, {post('Bolt', c, d)}]",
    "a degree": lambda a, b, *_: (
        f"education: [{{institution: KU, degree: BSc, start: {a}, end: {b}}}]"
    ),
    "an award": lambda a, b, *_: f"awards: [{{title: Freshman Prize, start: {a}, end: {b}}}]",
    "a licence": lambda a, _, c, *_rest: (
        f"certificates: [{{title: Sailing, date: {a}, expires: {c}}}, {{title: B, expires: {c}}}]"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@given(texts=st.tuples(coarse, ends, coarse, ends), share=st.tuples(*[shares] * 4))
def test_what_is_found_is_true_of_every_day(
    shape: str, texts: tuple[str, ...], share: tuple[float, ...]
) -> None:
    exact = [narrow(text, part) for text, part in zip(texts, share, strict=True)]
    still = found(SHAPES[shape](*exact))
    for id, path in found(SHAPES[shape](*texts)):
        told = LEADS.get(id, {id})
        assert any((one, path) in still for one in told), (id, exact)


@pytest.mark.parametrize("shape", SHAPES)
@given(texts=st.tuples(coarse, ends, coarse, ends))
def test_one_entry_gets_one_finding_of_order(shape: str, texts: tuple[str, ...]) -> None:
    """A swapped, a future and an overtaken date never tell of one place."""
    document = source.read(f"sections: [{{title: A, {SHAPES[shape](*texts)}}}]".encode(), "cv.yaml")
    places = [problem.path for judge in JUDGES.values() for problem in judge(document, SETTINGS)]
    assert len(places) == len(set(places)), places


@given(st.lists(coarse, min_size=5, max_size=7), st.lists(shares, min_size=7, max_size=7))
def test_a_list_that_can_be_sorted_is_not_out_of_sequence(
    texts: list[str], share: list[float]
) -> None:
    """Where some choice of days goes straight down or up the years, nothing is said."""
    days = [
        parse(narrow(text, part), TODAY).first for text, part in zip(texts, share, strict=False)
    ]
    judge = next(r.judge for r in rules.load("checks") if r.id == "date-out-of-sequence")
    if days in (sorted(days), sorted(days, reverse=True)):
        items = ", ".join(f"{{title: T, date: {text}}}" for text in texts)
        document = source.read(f"sections: [{{title: A, talks: [{items}]}}]".encode(), "cv.yaml")
        assert list(judge(document, SETTINGS)) == []
