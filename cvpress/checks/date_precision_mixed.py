"""The two ends of a range are told equally closely.

“2021 – September 2021” looks like a month that was forgotten, and no reader can tell how long it
was. Silent where the end is present or expected, and between entries: the months of a post twenty
years ago are rightly left out.

Bad:
    sections:
      - title: Experience
        experience: [{organization: Acme, title: Engineer, start: 2021, end: 2022-09}]
Says:
    3:63 warning date-precision-mixed: The start is a year alone, the end has a month.
Good:
    sections:
      - title: Experience
        experience:
          - {organization: Acme, title: Engineer, start: 2021-02, end: 2022-09}
          - {organization: Bolt, title: Engineer, start: 2001, end: 2003}
      - title: Education
        education: [{institution: KU Leuven, degree: MSc, start: 2024-09, end: expected 2027}]
Silence:
    `checks: {ignore: [date-precision-mixed]}`, `ignore: [date-precision-mixed]` on the entry, or
    `# cvpress: ignore date-precision-mixed` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import entries
from cvpress.schema.periods import periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
FINE = ("month", "day")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield the end of a range that is told as a year beside one with a month."""
    for entry in entries(document):
        for period in periods(entry.node, settings.today):
            start, end = period.interval.start, period.interval.end
            if end.expected or entry.node.text("date_text") or period.swapped:
                continue
            if start.precision == "year" and end.precision in FINE:
                message = "The start is a year alone, the end has a month."
                yield Problem(period.start.path, message, at=period.start_at, help=HELP)
            if end.precision == "year" and start.precision in FINE:
                message = "The end is a year alone, the start has a month."
                yield Problem(period.end.path, message, at=period.end_at, help=HELP)


HELP = "Add the month, or leave it out on both sides."
