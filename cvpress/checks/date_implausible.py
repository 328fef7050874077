"""A date lies within a lifetime, and what it dates lasts no longer than such things do.

The year 0021, 1890 or 2121 is a slip of a finger, and so is a degree of forty years; the calendar
knows them all, so no other check would tell. Silent for a hundred years back and thirty ahead, for
a certificate that never expires, and for a post or membership of a whole life. More than three are
one finding, at the first.

Bad:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 1978-10, end: 2018-05}]
      - title: Awards
        awards: [{title: First Prize, date: 0021}]
Says:
    3:76 warning date-implausible: Did this take 39 years?
    5:41 warning date-implausible: No date of a CV lies this far back.
Good:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 1958-10, end: 1978-05}]
      - title: Memberships
        service: [{title: Member, organization: Guild of Salters, start: 1959, end: present}]
      - title: Licences
        certificates: [{title: Sailing Licence, date: 1961, expires: 2099-12-31}]
Silence:
    `checks: {ignore: [date-implausible]}`, `ignore: [date-implausible]` on the entry, or
    `# cvpress: ignore date-implausible` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import entries
from cvpress.schema.periods import Period, believable, dated, periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
SEVERAL = "{count} dates of this CV can't be right."
LONGEST = {"education": 25}
LIFE = 80
YEAR = 365.25


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each date far outside a lifetime, and each range that is surely too long."""
    for field, interval in dated(document, settings.today):
        both = Period(interval, field.scalar, field.scalar)
        ends = (interval.start, both.start_at), (interval.end, both.end_at)
        for one, at in dict.fromkeys(ends):
            past = one.last < settings.today
            if not believable(one, settings.today) and (past or field.key != "expires"):
                message = f"No date of a CV lies this far {'back' if past else 'ahead'}."
                yield Problem(field.path, message, at=at, help="Put the year right.")
    for entry in entries(document):
        for period in periods(entry.node, settings.today):
            years = int(period.interval.shortest / YEAR)
            if period.interval.end.precision != "open" and years > LONGEST.get(entry.kind, LIFE):
                message = f"Did this take {years} years?"
                help = "Put the wrong year right."
                yield Problem(period.end.path, message, at=period.end_at, help=help)
