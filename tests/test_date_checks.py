"""The dates family on whole CVs: silent on lives that only look odd, exact on those that are wrong.

What each check says of its own examples is in its manual page (tests/test_manual.py).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cvpress import rules, source
from cvpress.settings import Settings

TODAY = date(2026, 1, 15)
FAMILY = [rule for rule in rules.load("checks") if rule.family == "dates"]


def said(fragment: str, *, off: bool = False, settings: Settings | None = None) -> list[str]:
    """Return "id: the words meant" for each finding of the family; `off`: also of taste."""
    document = source.read(f"person: {{name: Ada Example}}\n{fragment}".encode(), "cv.yaml")
    assert document.faults == ()
    given = settings or Settings(today=TODAY, real_today=TODAY)
    found = []
    for rule in FAMILY:
        for problem in rule.judge(document, given) if rule.on or off else ():
            node = document.node(problem.path)
            assert isinstance(node, source.document.Scalar)
            found.append(f"{rule.id}: {node.text[slice(*(problem.at or (None,)))]}")
    return found


def entries(kind: str, *items: str) -> str:
    return f"sections:\n  - title: Life\n    {kind}:\n" + "".join(f"      - {i}\n" for i in items)


def test_the_family_is_whole() -> None:
    assert len(FAMILY) == 11
    assert [rule.id for rule in FAMILY if not rule.on] == ["date-gap"]


RIGHT = {
    "sabbatical beside a post": entries(
        "experience",
        "{organization: Bolt, title: Engineer, start: 2019-01, end: 2024-12}",
        "{organization: Home, title: Sabbatical, start: 2020-01, end: 2021-12}",
        "{organization: Acme, title: Engineer, start: 2012-01, end: 2018-12}",
    ),
    "two part-time posts": entries(
        "experience",
        "{organization: Bolt, title: Designer, note: 50 %, start: 2019-01, end: 2024-12}",
        "{organization: Acme, title: Designer (half-time), start: 2018-01, end: 2023-12}",
    ),
    "a post and a professorship": entries(
        "experience",
        "{organization: KU Leuven, title: Professor, start: 2015-01, end: present}",
        "{organization: Acme, title: Software Engineer, start: 2012-01, end: present}",
    ),
    "freelance for years": entries(
        "experience",
        "{organization: Bolt, title: Engineer, start: 2019-01, end: present}",
        "{organization: Own, title: Developer, summary: Freelance., start: 2015-01, end: present}",
    ),
    "one employer, two names": entries(
        "experience",
        "{organization: Acme, title: Engineer, start: 2016-01, end: 2020-12}",
        "{organization: Acme Labs, title: Project Manager, start: 2018-01, end: 2022-12}",
    ),
    "posts by year that touch": entries(
        "experience",
        "{organization: Bolt, title: Engineer, start: 2019, end: 2024}",
        "{organization: Acme, title: Engineer, start: 2015, end: 2019}",
    ),
    "dual degrees": entries(
        "education",
        "{institution: KU Leuven, degree: BSc, start: 2014-09, end: 2018-06}",
        "{institution: KU Leuven, degree: BA, start: 2014-09, end: 2018-06}",
        "{institution: KU Leuven, degree: MSc, start: 2017-09, end: 2019-06}",
    ),
    "integrated BSc/MSc going on": entries(
        "education",
        "{institution: KU Leuven, degree: BSc/MSc, start: 2019-09, end: present}",
    ),
    "PhD of seven years going on": entries(
        "education", "{institution: KU Leuven, degree: Ph.D., start: 2018-09, end: present}"
    ),
    "PhD told by its master's summary": entries(
        "education",
        "{institution: KU, degree: Doktor, summary: After my Master., start: 2019, end: present}",
    ),
    "military service": entries(
        "experience",
        "{organization: Acme, title: Engineer, start: 2021-03, end: present}",
        "{organization: Army, title: Corporal, start: 2018-09, end: 2019-08}",
        "{organization: Army, title: Reserve Engineer, start: 2019-09, end: present}",
    ),
    "a post of thirty years": entries(
        "experience", "{organization: Acme, title: Manager, start: 1995-03, end: present}"
    ),
    "who cares for interns": entries(
        "experience",
        "{organization: Acme, title: Internship Coordinator, start: 2015-03, end: present}",
        "{organization: Globe, title: Stage Manager, start: 2012-03, end: present}",
    ),
    "teaching by semester": entries(
        "teaching",
        "{course: Logic, institution: KU, date: [2023-fall, 2024-spring, 2025-fall]}",
        "{course: Sets, institution: KU, date: 2025-winter}",
        "{course: Proofs, institution: KU, date: [2021-fall, 2022-fall]}",
        "{course: Models, institution: KU, date: 2026-spring}",
    ),
    "teaching again and again": entries(
        "teaching",
        *(f"{{course: C{y}, date: {y}}}" for y in (2024, 2022, 2020)),
        "{course: C, date: [2012, 2023]}",
        *(f"{{course: C{y}, date: {y}}}" for y in (2018, 2016, 2014)),
    ),
    "a bachelor's of four years, an apprentice of three": entries(
        "education", "{institution: KU, degree: BFA, start: 2021-09, end: present}"
    )
    + "  - title: B\n    experience:\n"
    "      - {organization: A, title: Apprentice, start: 2022-09, end: present}\n"
    "      - {organization: B, title: Head of Apprentices, start: 2002-09, end: present}\n",
    "a slow degree": entries(
        "education",
        "{institution: KU, degree: MSc, note: part-time, start: 2016, end: present}",
    ),
    "an academic year": entries("awards", "{title: Prize, date: 2025/2026}"),
    "a grant that runs on": entries(
        "grants", "{title: Salt, funder: City, start: 2025-01, end: 2029-12}"
    ),
    "a licence for life": entries(
        "certificates", "{title: Sailing, date: 1975, expires: 2099-12-31}"
    ),
    "begun and ended in one winter": entries(
        "experience", "{organization: Acme, title: Engineer, start: 2022-12, end: 2022-winter}"
    ),
    "one month": entries(
        "experience", "{organization: Acme, title: Engineer, start: 2022-12, end: 2022-12}"
    ),
    "a year that is not over": entries("talks", "{title: Salt, event: Fair, date: 2026}"),
    "a paper to come": entries(
        "publications",
        "{title: Salt, authors: [A. Example], status: in-press, venue: Nature, date: 2026-03}",
        "{title: Carts, authors: [A. Example], status: submitted, venue: ICLR 2026}",
        "{title: Ships, authors: [A. Example], status: submitted, venue: Nature}",
        "{title: Roads, authors: [A. Example], status: submitted, venue: 'arXiv:2012.01234'}",
        "{title: Boats, authors: [A. Example], status: published, venue: ICLR 2022}",
        "{title: Wells, authors: [A. Example], status: accepted, venue: 'Acta 3, 1999–2010'}",
    ),
    "sorted by weight": entries(
        "awards", *(f"{{title: Prize {y}, date: {y}}}" for y in (2023, 2019, 2022, 2015, 2011))
    ),
    "sorted by end": entries(
        "experience",
        "{organization: A, title: Director, start: 2009, end: 2025}",
        "{organization: B, title: Engineer, start: 2019-02, end: 2022-03}",
        "{organization: C, title: Chair, start: 2001, end: 2020}",
        "{organization: D, title: Engineer, start: 2013-02, end: 2014-03}",
    ),
    "side posts below": entries(
        "experience",
        "{organization: A, title: Engineer, start: 2020, end: 2024}",
        "{organization: B, title: Clerk, start: 2015, end: 2019}",
        "{organization: C, title: Clerk, start: 2010, end: 2014}",
        "{organization: D, title: Trainer, start: 2021, end: present}",
    ),
    "ends alone": entries(
        "education",
        "{institution: KU Leuven, degree: MSc, end: 2012-06}",
        "{institution: KU Leuven, degree: BSc, end: 2010-06}",
    ),
    "coarse in the past, expected in the future": entries(
        "education",
        "{institution: KU Leuven, degree: PhD, start: 2022-09, end: expected 2027}",
        "{institution: KU Leuven, degree: BSc, start: 1998, end: 2001}",
    ),
    "what is planned says so": entries(
        "experience",
        "{organization: Acme, title: Engineer, start: 2026-09, end: expected 2027-09}",
    ),
    "awards of one year, and of more": entries(
        "awards",
        "{title: Freshman Scholarship, date: 2021/2022}",
        "{title: First-Year Prize, date: 2021-09/2022-10}",
        "{title: Annual Merit Scholarship, date: 2021/2023}",
        "{title: Four-year Scholarship for Freshmen, date: 2021/2025}",
        "{title: Scholarship for Incoming Freshmen, date: 2021/2025}",
        "{title: Teacher of the Year, note: three times, date: 2018/2022}",
        "{title: Scholarship, date: 2018/2022}",
        "{title: 年度奖学金, date: [2018, 2020, 2022]}",
    ),
    "an engineer abroad": entries(
        "experience",
        "{organization: Bolt, title: Manager, lang: de, start: 2019-01, end: present}",
        "{organization: Acme, title: Engineer, lang: de, start: 2012-01, end: present}",
    ),
    "nothing dated": entries("experience", "{organization: Acme, title: Engineer}"),
}


@pytest.mark.parametrize("life", RIGHT)
def test_silent_on_a_right_cv(life: str) -> None:
    assert said(RIGHT[life]) == []


WRONG = {
    "date-invalid: Sep 2021": entries("awards", "{title: Prize, date: [2020, Sep 2021]}"),
    "date-invalid: present": entries("awards", "{title: Prize, date: present}"),
    "date-invalid: present  # as a start": entries(
        "experience", "{organization: A, title: Clerk, start: present, end: 2020}"
    ),
    "date-invalid: expected 2026-02": entries(
        "experience",
        "{organization: A, title: Clerk, start: expected 2026-02, end: expected 2027}",
    ),
    "date-invalid: 2021/2022": entries(
        "experience", "{organization: A, title: Clerk, start: 2020, end: 2021/2022}"
    ),
    "date-invalid: 2026-01": f"{entries('awards', '{title: A, date: 2020}')}checks: "
    "{today: 2026-01}",
    "date-order: 2019": entries("awards", "{title: Prize, date: 2021/2019}"),
    "date-order: 2018-04": entries(
        "experience",
        "{organization: A, roles: [{title: Clerk, start: 2018-05, end: 2018-04}]}",
    ),
    "date-future: 2028": entries("awards", "{title: Prize, date: 2028/2029}"),
    "date-future: 2026-09": entries(
        "experience", "{organization: A, title: Clerk, start: 2026-09, end: present}"
    ),
    "date-implausible: 0021": entries("awards", "{title: Prize, date: 0021/2021}"),
    "date-implausible: 2121-03": entries(
        "experience", "{organization: A, title: Clerk, start: 2021-03, end: 2121-03}"
    ),
    "date-implausible: 1890": entries(
        "languages", "{language: English, test: {name: TOEFL, date: 1890}}"
    ),
    "date-out-of-sequence: 2023": entries(
        "publications",
        *(
            f"{{title: T{y}, authors: [A], date: {y}}}"
            for y in (2025, 2020, 2023, 2018, 2016, 2011)
        ),
    ),
    "date-out-of-sequence: 2024": entries(
        "education",
        *(f"{{institution: KU, degree: D, end: {y}}}" for y in (2001, 2024, 2003, 2005)),
    ),
    "date-overlap: 2019": entries(
        "experience",
        "{organization: Bolt, title: Engineer, start: 2019, end: present}",
        "{organization: Acme, roles: [{title: Analyst, start: 2012, end: present}]}",
    ),
    "date-precision-mixed: 2021": entries("service", "{title: Chair, start: 2021, end: 2024-02}"),
    "date-precision-mixed: 2024": entries("service", "{title: Chair, date: 2021-03/2024}"),
    "open-end-stale: present": entries(
        "experience", "{organization: Acme, title: Summer Intern, start: 2019-06, end: present}"
    ),
    "date-order: 2025": entries(
        "experience", "{organization: A, title: Clerk, start: 2030-04, end: 2025}"
    ),
    "date-order: 2010": entries("certificates", "{title: Sailing, date: 2015, expires: 2010}"),
    "date-invalid: expected 2010": entries(
        "experience", "{organization: A, title: Clerk, start: expected 2010, end: present}"
    ),
    "date-future: 2031": entries(
        "publications",
        *(
            f"{{title: T{y}, authors: [A], date: {y}}}"
            for y in (2025, 2023, 2021, 2031, 2018, 2016, 2011)
        ),
    ),
    "date-order: 2006": entries(
        "experience",
        *(
            f"{{organization: O{y}, title: Clerk, start: {y}, end: {end}}}"
            for y, end in ((2020, 2021), (2017, 2018), (2015, 2006), (2011, 2012), (2008, 2009))
        ),
    ),
    "award-too-long: 2021/2025": entries("awards", "{title: Prize for Freshmen, date: 2021/2025}"),
    "award-too-long: 2023-06": entries(
        "awards", "{title: Bourse de première année, start: 2021-09, end: 2023-06}"
    ),
    "award-too-long: 2019/2022": entries("awards", "{title: 新生奖学金, date: 2019/2022}"),
    "open-end-stale: present  # in Chinese": entries(
        "education", "{institution: KU, degree: 计算机本科学位, start: 2019-09, end: present}"
    ),
    "open-end-stale: present  # an apprentice": entries(
        "experience", "{organization: A, title: Apprentice Baker, start: 2019-09, end: present}"
    ),
    "open-end-stale: present  # a guest": entries(
        "experience", "{organization: A, title: Visiting Student, start: 2021-09, end: present}"
    ),
    "open-end-stale: present  # of the arts": entries(
        "education", "{institution: KU, degree: M.F.A., start: 2020-09, end: present}"
    ),
    "claim-overtaken: 2021": entries("talks", "{title: T, date: expected 2020/2021}"),
    "claim-overtaken: expected 2024-05": entries(
        "education",
        "{institution: KU, degree: MSc, start: 2020, end: expected 2024-05, "
        "note: expected May 2024}",
    ),
    "claim-overtaken: submitted": entries(
        "publications",
        "{title: T, authors: [A], status: submitted, venue: in submission to CHI 2024}",
    ),
    "claim-overtaken: expected 2025-06": entries(
        "education", "{institution: KU, degree: PhD, date: 2021-09/expected 2025-06}"
    ),
    "claim-overtaken: 2024": entries("certificates", "{title: Sailing, date: 2014, expires: 2024}"),
    "claim-overtaken: under-review": entries(
        "publications", "{title: T, authors: [A], status: under-review, venue: CHI ’24}"
    ),
}


@pytest.mark.parametrize("told", WRONG)
def test_one_finding_for_one_fault(told: str) -> None:
    assert said(WRONG[told]) == [told.partition("  #")[0]]


def test_a_numbered_list_needs_less_to_be_sorted() -> None:
    items = [f"{{title: T{y}, authors: [A], date: {y}}}" for y in (2024, 2020, 2023)]
    listed = entries("publications", *items)
    assert said(listed) == []
    numbered = listed.replace("title: Life\n", "title: Life\n    numbering: descending\n")
    assert said(numbered) == ["date-out-of-sequence: 2023"]


def test_gaps_are_told_only_where_asked_and_sure() -> None:
    gap = entries(
        "experience",
        "{organization: B, title: Clerk, start: 2020, end: 2024}",
        "{organization: A, title: Clerk, start: 2012, end: 2016}",
    )
    assert said(gap) == []
    assert said(gap, off=True) == ["date-gap: 2020"]
    assert said(gap + "      - {organization: C, title: Clerk}\n", off=True) == []
    filled = gap + "  - title: S\n    service: [{title: Care, start: 2016, end: 2020}]\n"
    assert said(filled, off=True) == []


def test_an_old_checks_today_is_named() -> None:
    old = Settings(today=date(2024, 10, 1), real_today=TODAY, clock="file")
    text = entries("awards", "{title: Prize, date: 2025-06}")
    document = source.read(f"person: {{name: Ada}}\n{text}".encode(), "cv.yaml")
    judge = next(rule.judge for rule in FAMILY if rule.id == "date-future")
    assert [p.message for p in judge(document, old)] == [
        "This lies after checks.today, 2024-10-01, which is old."
    ]
    for other in (replace(old, clock="flag"), replace(old, real_today=date(2024, 10, 2))):
        assert [p.message for p in judge(document, other)] == ["This lies after today, 2024-10-01."]


@pytest.mark.parametrize(
    ("text", "cures"),
    [("Sep 2021", [((0, 8, "2021-09"),)]), ("Jume 2021", []), ("now", []), ("2020-02-30", [])],
)
def test_a_cure_is_a_fix_only_where_it_is_sure_and_cures(text: str, cures: list[object]) -> None:
    written = f"sections: [{{awards: [{{title: A, date: {text}}}]}}]"
    document = source.read(written.encode(), "cv.yaml")
    judge = next(rule.judge for rule in FAMILY if rule.id == "date-invalid")
    (problem,) = judge(document, Settings(today=TODAY, real_today=TODAY))
    assert [fix.replacements for fix in (problem.fix,) if fix] == cures
