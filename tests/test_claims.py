"""Claims of the future in prose: found where their time is over, and nowhere else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import rules, source
from cvpress.checks._claims import overtaken
from cvpress.settings import Settings

TODAY = date(2026, 1, 15)
JUDGE = next(rule.judge for rule in rules.load("checks") if rule.id == "claim-overtaken")

# What is said, with the claim between bars.
OVERTAKEN = """
Collected the data. |Submitting to OSDI 2025|
Optimized the set. Paper |in submission to ICLR 2025|
We are |submitting our results to VLDB 2024|.
|Submitted to ICLR 2025|.
Manuscript |submitted to the Journal of Salt, 2023|
|Under review at NeurIPS 2024|, with A. Example
|Under review (CHI 2024|)
|Under review for IEEE S&P 2023|
|to appear in 2023|
|To appear in Proc. of the Salt Conference, 2024|.
|In press, 2023|
|forthcoming 2024|
|forthcoming in Nature, 2024|
|Forthcoming book chapter (Springer, 2021|)
Paper |to be presented at the Salt Conference in May 2024|
Manuscript |to be released in June 2023|
|expected May 2022|
|Expected: May 2022|
PhD (|expected May 2022|)
|May 2022 (expected|)
Ph.D. |expected 2022/23|
BSc Physics, |expected graduation: May 2022|
|Expected to graduate in June 2023|.
Graduation |expected in early 2024|
|Anticipated completion date: Spring 2023|
|will start in September 2023|
|Will join Acme as a software engineer in September 2023|
I |will be starting in September 2023|
|currently applying for 2022|
|Applying to PhD programs for Fall 2022|
|Applying for Fall 2023| admission
|Graduating in May 2022|
|Incoming PhD student at Example University (Fall 2023|)
Work permit |valid until December 2022|
|Expires on 3 March 2021|
|Expected 31 December 2025|
""".strip().splitlines()
SILENT = """
expected 2022 revenue
the 2020 target
Expected 2022–2030 emissions
Sales exceeded the level expected in 2022.
Delivered 20 % more than expected in 2022.
As expected in 2022, the market fell.
Forecast revenue expected to reach 5M by 2022
Expected Marketing 2022
Chaired the session on Expected Utility, 2022
Submitted the final report to the board in 2023.
Submitted to the board in 2023.
Submitted to ICLR 2025, accepted in January.
Reviewed papers under submission to ICLR 2023
Handled manuscripts under review at Nature in 2021
Literature in review, 2019
Book review for Nature, 2020
Peer review for CHI 2024
Under review; earlier work at ICLR 2024
in submission since 2019
The first paper to appear in Nature in 2019
Selected to be presented at VLDB 2020
Wrote “Why I Am Applying for 2022”
Sang "To Appear in 2020" and «Forthcoming 2021»
Built the model that will start in 2023
Will be teaching in 2027
Free Will, 2020
Will Smith, 2020
Will present a survey on data collected in 2019
to appear in 2026
to appear in January 2026
Submitting to OSDI 2026
Expected May 2026
Expected winter 2025
to appear in arXiv:2012.01234
Paper in submission to ICLR 2025–2027
Graduating class of 2020
Incoming student orientation leader, 2019
Welcomed incoming students in 2023
Applying machine learning to 2020 census data
Under the supervision of A. Example, 2020
Prepared the forthcoming 2020 exhibition
""".strip().splitlines()


def said(text: str, today: date = TODAY) -> list[str]:
    """Return the claims of a text that are overtaken on a day."""
    return [text[claim.start : claim.end] for claim in overtaken(text, today)]


@pytest.mark.parametrize("line", OVERTAKEN)
def test_a_claim_whose_time_is_over(line: str) -> None:
    text = line.replace("|", "")
    assert said(text) == [line.split("|")[1]]
    assert said(text, date(2020, 6, 1)) == []


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_claim(text: str) -> None:
    assert said(text) == []


def test_each_claim_of_a_text_is_told() -> None:
    text = "Expected May 2022. To appear at CHI 2024; forthcoming in Salt, 2027."
    assert said(text) == ["Expected May 2022", "To appear at CHI 2024"]


@pytest.mark.parametrize(
    ("when", "last"),
    [
        ("2022", date(2022, 12, 31)),
        ("May 2022", date(2022, 5, 31)),
        ("Sept. 2022", date(2022, 9, 30)),
        ("3 May 2022", date(2022, 5, 31)),
        ("May 3, 2022", date(2022, 5, 31)),
        ("early 2022", date(2022, 12, 31)),
        ("2022/23", date(2023, 12, 31)),
        ("2022–2024", date(2024, 12, 31)),
        ("Fall 2022", date(2023, 1, 31)),
        ("Winter 2022", date(2023, 3, 31)),
    ],
)
def test_it_is_over_only_after_its_last_day(when: str, last: date) -> None:
    text = f"Graduation expected {when}"
    assert said(text, last) == []
    assert said(text, last + timedelta(days=1)) == [f"expected {when}"]


WORDS = [
    *("submitting", "to", "ICLR", "under review", "expected", "2020", "May 2021", "will be"),
    *("(", ",", ".", "“", "starting", "applying for", "the", "to appear", "valid until", "A"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=40))
def test_any_text_is_read_and_claims_stand_in_order(text: str) -> None:
    found = list(overtaken(text, TODAY))
    ends = [edge for claim in found for edge in (claim.start, claim.end)]
    assert ends == sorted(ends)
    assert all(claim.when in text[claim.start : claim.end] for claim in found)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.dates(TODAY))
def test_what_is_over_stays_over(text: str, later: date) -> None:
    assert len(said(text, later)) >= len(said(text, TODAY))


def judged(yaml: str) -> list[str]:
    document = source.read(f"person: {{name: Ada}}\n{yaml}".encode(), "cv.yaml")
    settings = Settings(today=TODAY, real_today=TODAY)
    return [problem.path for problem in JUDGE(document, settings)]


def test_titles_and_other_languages_are_not_read() -> None:
    bullets = (
        "sections: [{title: Expected May 2022, bullets: [{text: expected May 2022, lang: %s}]}]"
    )
    assert judged(bullets % "en-GB") == ["/sections/0/bullets/0/text"]
    assert judged(bullets % "fr") == []
    assert judged("locale: de\n" + bullets.replace(", lang: %s", "")) == []
    entry = "sections: [{title: A, publications: [{title: %s, note: %s}]}]"
    assert judged(entry % ("Forthcoming 2021", "Talk")) == []
    assert judged(entry % ("Talk", "Forthcoming 2021")) == ["/sections/0/publications/0/note"]


def test_the_place_is_in_the_text_as_written() -> None:
    yaml = 'sections: [{title: A, bullets: ["**To appear** in [Salt](https://s.example) 2021."]}]'
    document = source.read(yaml.encode(), "cv.yaml")
    (problem,) = JUDGE(document, Settings(today=TODAY, real_today=TODAY))
    node = document.node(problem.path)
    assert isinstance(node, source.document.Scalar)
    assert problem.at
    assert node.text[slice(*problem.at)] == "To appear** in [Salt](https://s.example) 2021"
