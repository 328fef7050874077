"""What was once to come is not told as still to come when its day is over.

“Submitted to ICLR 2025” in a CV of 2026 tells the reader that the paper was refused, or that the
CV is old. Told of a status whose venue names a year that is over, of an `expected` date that is
past, of a licence that has run out, and of English prose that says the same in words (“to appear in
2023”, “expected May 2022”, “will join Acme in 2024”). A journal without a year may take as long as
it likes. Silent on what was told of the past (“expected 2022 revenue”, “more than was expected in
2022”), between quotation marks, in titles, and where a later word says what became of it.

Bad:
    sections:
      - title: Publications
        publications:
          - {title: Salt Roads, authors: [Ada Example], status: submitted, venue: EMNLP 2024}
          - {title: Salt Ships, authors: [Ada Example], note: "Oral, to appear in May 2025"}
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2018, end: expected 2022-05}]
Says:
    4:61 warning claim-overtaken: 2024 is over, and this is still submitted.
    5:66 warning claim-overtaken: May 2025 is over, and this is told as still to come.
    7:73 warning claim-overtaken: What was expected for 2022-05 is past.
Good:
    sections:
      - title: Publications
        publications:
          - {title: Salt Roads, authors: [Ada Example], status: submitted, venue: EMNLP 2026}
          - {title: Salt Ships, authors: [Ada Example], status: under-review, venue: Nature}
          - {title: Salt Carts, authors: [Ada Example], status: published, venue: EMNLP 2024}
          - {title: Forthcoming in 2024, authors: [Ada Example], note: to appear in May 2026}
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2022, end: expected 2026}]
      - title: Experience
        experience:
          - organization: Acme
            highlights: [Sold more than was expected in 2022, Met the 2020 target]
Silence:
    `checks: {ignore: [claim-overtaken]}`, `ignore: [claim-overtaken]` on the entry, or
    `# cvpress: ignore claim-overtaken` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.checks._claims import overtaken
from cvpress.dates import surely_before
from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import Entry, Field, entries, fields
from cvpress.schema.periods import believable, periods, read
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
OPEN = {
    "submitted": "submitted",
    "under-review": "under review",
    "revise-and-resubmit": "being revised",
    "accepted": "accepted",
    "in-press": "in press",
    "in-preparation": "in preparation",
}
# What says the same as the status or the date of its entry: one fault is told once.
SAME = ("venue", "note", "date_text")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each status, date, expiry and sentence whose time is surely over."""
    told, swapped = set(), set()
    for entry in entries(document):
        swapped |= {one.end.path for one in periods(entry.node, settings.today) if one.swapped}
        for problem in (*_status(entry, settings), *_expired(entry.node, settings)):
            told.add(entry.path)
            yield problem
    for field in fields(document):
        if field.key in ("date", "end") and field.path not in swapped:
            for problem in _expected(field, settings):
                told.add(field.entry)
                yield problem
    for field in fields(document):
        if _prose(field) and not (field.key in SAME and field.entry in told):
            yield from _sentences(field, settings)


def _status(entry: Entry, settings: Settings) -> Iterator[Problem]:
    status = entry.node.get("status")
    if not isinstance(status, Scalar) or status.text not in OPEN:
        return
    years = _years(entry.node.text("venue"))
    if years and max(years) < settings.today.year:
        message = f"{max(years)} is over, and this is still {OPEN[status.text]}."
        help = "Say what became of it, or where it goes now."
        yield Problem(status.path, message, help=help)


def _years(venue: str) -> list[int]:
    """Return the years that a venue names: `ICLR 2025`, `ICLR ’25`."""
    full = [
        int(year)
        for year in re.findall(r"(?<!\d)(?<!\d[.:–-])((?:19|20)\d\d)(?!\d|[.:–-]\d)", venue)
    ]
    return full + [2000 + int(year) for year in re.findall(r"['’](\d\d)\b", venue)]


def _expired(node: Mapping, settings: Settings) -> Iterator[Problem]:
    """What expired before it was given is told by date-order."""
    expires = node.get("expires")
    end = read(expires, settings.today) if isinstance(expires, Scalar) else None
    if not isinstance(expires, Scalar) or not end or end.end.last >= settings.today:
        return
    given = periods(node, settings.today)
    swapped = given and all(surely_before(end.end, one.interval.start) for one in given)
    if believable(end.end, settings.today) and not swapped:
        message = f"This ran out: it expired in {expires.text}."
        yield Problem(expires.path, message, help="Give the new date, or take the entry out.")


def _expected(field: Field, settings: Settings) -> Iterator[Problem]:
    interval = read(field.scalar, settings.today) if field.type in ("date", "dates") else None
    if interval is None or not (interval.start.expected or interval.end.expected):
        return
    if interval.end.last < settings.today and believable(interval.end, settings.today):
        text = field.scalar.text
        at = (max(text.rfind("/"), text.rfind("expected") - 1) + 1, len(text))
        when = text[slice(*at)].removeprefix("expected ")
        message = f"What was expected for {when} is past."
        yield Problem(field.path, message, at=at, help="Say what came: the date alone, if so.")


def _prose(field: Field) -> bool:
    """Return whether a field is English and may hold a claim; titles are names."""
    if field.type not in ("text", "long") or field.language.partition("-")[0].lower() != "en":
        return False
    return field.role in ("prose", "venue") or field.key == "degree"


def _sentences(field: Field, settings: Settings) -> Iterator[Problem]:
    marked = parse(field.scalar.text)
    for claim in overtaken(marked.prose, settings.today):
        message = f"{claim.when} is over, and this is told as still to come."
        at = marked.stretch(claim.start, claim.end)
        yield Problem(field.path, message, at=at, help="Say what came of it, or take it out.")
