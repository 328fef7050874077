"""A date is written the way the language knows, and is a day of the calendar.

A date that can't be read can't be ordered, compared or printed in the reader's language, and
2021-02-30 makes a reader doubt all others. Only what is surely no date is told, once, with the
right form where it can be known; a term or an “about” is printed with `date_text`. `present` and
`expected` stand where something ends: a start is a fact.

Bad:
    sections:
      - title: Awards
        awards:
          - {title: First Prize, date: 2021-13}
          - {title: Second Prize, date: Sep 2021}
          - {title: Third Prize, date: present}
Says:
    4:36 error date-invalid: There is no month 13.
    5:37 error date-invalid: This is not how a date is written here.
    6:36 error date-invalid: “present” can only be an end.
Good:
    sections:
      - title: Awards
        awards:
          - {title: First Prize, date: 2021-09}
          - {title: Second Prize, date: [2019-fall, 2021/2022]}
          - {title: Third Prize, date: expected 2026-09}
Silence:
    `checks: {ignore: [date-invalid]}`, `ignore: [date-invalid]` on the entry, or
    `# cvpress: ignore date-invalid` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import dates
from cvpress.dates import Interval
from cvpress.finding import Fix, Problem
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "dates"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each date that can't be read, or that can't stand where it does."""
    for field in fields(document):
        if field.type not in ("date", "dates"):
            continue
        try:
            interval = _read(field, field.scalar.text, settings)
        except dates.DateError as error:
            # `start: now` is not cured by `present`: what is meant is judged by its place too.
            right = error.replacement
            meant = _misplaced(field, _read(field, right, settings)) if right else ()
            yield from tuple(meant) or (_problem(field, error),)
        else:
            yield from _misplaced(field, interval)


def _read(field: Field, text: str, settings: Settings) -> Interval:
    if field.type == "dates":
        return dates.parse_interval(text, settings.today)
    one = dates.parse(text, settings.today)
    return Interval(one, one)


def _problem(field: Field, error: dates.DateError) -> Problem:
    text, right = field.scalar.text, error.replacement
    fix = Fix(f"Write {right}", ((0, len(text), right),)) if right else None
    return Problem(field.path, error.message, help=error.help, fix=fix)


def _misplaced(field: Field, interval: Interval) -> Iterator[Problem]:
    begins = interval.start
    if field.path == "/checks/today" and begins.precision != "day":
        yield Problem(field.path, "Today is one day.", help="Write it as 2026-01-15.")
    elif begins.precision == "open" and field.key != "end":
        help = "Write start and end: present, or the day it happened."
        yield Problem(field.path, "“present” can only be an end.", help=help)
    elif begins.expected and (field.key not in ("end", "date") or not field.entry):
        help = "Write the date alone; what is planned says so in its end."
        yield Problem(field.path, "“expected” can only stand before an end or a date.", help=help)
