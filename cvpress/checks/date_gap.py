"""No year lies between two entries of which nothing is told.

Some readers ask about such a year, and it is better to know it before they do. It is no fault: a
break is nobody's business, so this is off unless asked for. It looks at posts, studies and all
else that lasts; a study that gives its end alone may reach back any time, and one entry without a
date makes everything unsure.

Bad:
    sections:
      - title: Experience
        experience:
          - {organization: Bolt, title: Engineer, start: 2019-02, end: 2023-05}
          - {organization: Acme, title: Analyst, start: 2014-03, end: 2016-11}
Says:
    4:54 info date-gap: Nothing is told of the 26 months before this.
Good:
    checks: {severity: {date-gap: info}}
    sections:
      - title: Experience
        experience:
          - {organization: Bolt, title: Engineer, start: 2019-02, end: 2023-05}
          - {organization: Home, title: Parental leave, start: 2017, end: 2018}
          - {organization: Cord, title: Analyst, start: 2015-02, end: 2015-07}
          - {organization: Acme, title: Director, start: 2014-03, end: 2016-11}
      - title: Education
        education: [{institution: KU Leuven, degree: MSc, date: 2013}]
Silence:
    It is off unless `--select date-gap` or `checks: {severity: {date-gap: info}}` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries
from cvpress.schema.periods import Period, periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = False
FAMILY = "dates"
LANGUAGES = None
LIFE = ("education", "experience")
LEAST = 365  # days
MONTH = 30.44


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each post or study before which more than a year surely lies empty."""
    covered: list[tuple[date, date, Period | None]] = []
    for entry in entries(document):
        found = periods(entry.node, settings.today)
        if entry.kind in LIFE and not found and "roles" not in entry.node.items:
            return
        covered += [_covered(entry, period) for period in found]
    until = date.max
    for first, last, period in sorted(covered, key=lambda item: item[:2]):
        days = (first - until).days
        if period and days > LEAST:
            message = f"Nothing is told of the {int(days / MONTH)} months before this."
            help = "Say what filled them, if you like to."
            yield Problem(period.start.path, message, at=period.start_at, help=help)
        until = last if until == date.max else max(until, last)


def _covered(entry: Entry, period: Period) -> tuple[date, date, Period | None]:
    """Return the days that an entry may fill, and its period if it is a post or a study."""
    interval = period.interval
    life = entry.kind in LIFE
    alone = entry.kind == "education" and interval.start == interval.end
    return date.min if alone else interval.start.first, interval.end.last, period if life else None
