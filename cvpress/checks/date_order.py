"""What ends, ends after it began, and what expires, expires after it was given.

Two dates that were swapped, or a year with a wrong digit, are the first thing a careful reader
trips over. Dates are compared as far as they are known: 2021 to 2021-03 is possible, and so is a
winter term that ends in the year in which it began.

Bad:
    sections:
      - title: Education
        education: [{institution: KU Leuven, start: 2010-05, end: 2006-10}]
      - title: Licences
        certificates: [{title: Internal Medicine, date: 2015, expires: 2013-12}]
Says:
    3:63 error date-order: This ends before it begins, in 2010-05.
    5:68 error date-order: This expires before it was given, in 2015.
Good:
    sections:
      - title: Education
        education:
          - {institution: KU Leuven, start: 2010-05, end: 2010-05}
          - {institution: KU Leuven, start: 2009-winter, end: 2009}
      - title: Licences
        certificates: [{title: Internal Medicine, date: 2015, expires: 2027-12}]
Silence:
    `checks: {ignore: [date-order]}`, `ignore: [date-order]` on the entry, or
    `# cvpress: ignore date-order` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.dates import surely_before
from cvpress.finding import Problem
from cvpress.schema.fields import entries
from cvpress.schema.periods import believable, periods, read
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar

SEVERITY = "error"
ON = True
FAMILY = "dates"
LANGUAGES = None
HELP = "Swap the two, or put the wrong one right."


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each end that surely lies before its start."""
    for entry in entries(document):
        for period in periods(entry.node, settings.today):
            if period.swapped:
                begun = period.start.text[slice(*period.start_at)]
                message = f"This ends before it begins, in {begun}."
                yield Problem(period.end.path, message, at=period.end_at, help=HELP)
        yield from _expired_before_given(entry.node, settings)


def _expired_before_given(node: Mapping, settings: Settings) -> Iterator[Problem]:
    expires = node.get("expires")
    given = periods(node, settings.today)
    if not isinstance(expires, Scalar) or not given:
        return
    end = read(expires, settings.today)
    if end is None or not believable(end.end, settings.today):
        return
    if all(surely_before(end.end, period.interval.start) for period in given):
        message = f"This expires before it was given, in {given[0].start.text}."
        yield Problem(expires.path, message, help=HELP)
