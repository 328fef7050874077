"""What has not happened yet is marked as expected.

A future date without a word is either a slip (2027 for 2017) or a plan told as a fact. Plans are
written `expected 2027-06`; a post that begins later says so in its end. A range that has begun,
such as a grant's, may run on; only a degree is not yet one. A paper that is accepted or in press
may carry the date of its issue.

Bad:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2022-10, end: 2026-10}]
      - title: Talks
        talks: [{title: Salt Roads, event: Annual Meeting, date: 2026-08}]
Says:
    3:76 warning date-future: This lies after today, 2026-01-15.
    5:62 warning date-future: This lies after today, 2026-01-15.
Good:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2022-10, end: expected 2026-10}]
      - title: Grants
        grants: [{title: Salt Roads, funder: City Fund, start: 2024-01, end: 2028-12}]
      - title: Talks
        talks:
          - {title: Salt Roads, event: Annual Meeting, date: expected 2026-08}
          - {title: Salt and Ships, event: Winter Meeting, date: 2026}
Silence:
    `checks: {ignore: [date-future]}`, `ignore: [date-future]` on the entry, or
    `# cvpress: ignore date-future` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.dates import Date
from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries
from cvpress.schema.periods import Period, periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
HELP = "Put the year right; what is planned says so in its date or end, as expected 2030-06."
AHEAD = ("accepted", "in-press")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each start, date or end of a degree that surely lies ahead and does not say so."""
    for entry in entries(document):
        if entry.node.text("status") not in AHEAD:
            for period in periods(entry.node, settings.today):
                yield from _ahead(entry, period, settings)


def _ahead(entry: Entry, period: Period, settings: Settings) -> Iterator[Problem]:
    start, end = period.interval.start, period.interval.end
    if start.expected or end.expected or period.swapped:
        return
    if start.first > settings.today:
        yield _problem(period.start.path, period.start_at, start, settings)
    elif entry.kind == "education" and end.precision != "open" and end.first > settings.today:
        yield _problem(period.end.path, period.end_at, end, settings)


def _problem(path: str, at: tuple[int, int], ahead: Date, settings: Settings) -> Problem:
    if settings.clock == "file" and ahead.first <= settings.real_today:
        message = f"This lies after checks.today, {settings.today}, which is old."
        return Problem(path, message, at=at, help="Bring checks.today up to date, or take it out.")
    message = f"This lies after today, {settings.today}."
    return Problem(path, message, at=at, help=HELP)
