"""What was once to come is not told as still to come when its day is over.

“Submitted to ICLR 2025” in a CV of 2026 tells the reader that the paper was refused, or that the
CV is old. Told of a status whose venue names a year that is over, of an `expected` date that is
past, and of a licence that has run out. A journal without a year may take as long as it likes.

Bad:
    sections:
      - title: Publications
        publications:
          - {title: Salt Roads, authors: [Ada Example], status: submitted, venue: EMNLP 2024}
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2018, end: expected 2022-05}]
Says:
    4:61 warning claim-overtaken: 2024 is over, and this is still submitted.
    6:73 warning claim-overtaken: What was expected for 2022-05 is past.
Good:
    sections:
      - title: Publications
        publications:
          - {title: Salt Roads, authors: [Ada Example], status: submitted, venue: EMNLP 2026}
          - {title: Salt Ships, authors: [Ada Example], status: under-review, venue: Nature}
          - {title: Salt Carts, authors: [Ada Example], status: published, venue: EMNLP 2024}
      - title: Education
        education: [{institution: KU Leuven, degree: PhD, start: 2022, end: expected 2026}]
Silence:
    `checks: {ignore: [claim-overtaken]}`, `ignore: [claim-overtaken]` on the entry, or
    `# cvpress: ignore claim-overtaken` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries
from cvpress.schema.periods import believable, dated
from cvpress.settings import Settings
from cvpress.source.document import Document, Scalar

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


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each status, expected date and expiry whose time is surely over."""
    for entry in entries(document):
        yield from _status(entry, settings)
    for field, interval in dated(document, settings.today):
        text, end = field.scalar.text, interval.end
        if end.last >= settings.today or not believable(end, settings.today):
            continue
        if end.expected:
            at = (max(text.rfind("/"), text.rfind("expected") - 1) + 1, len(text))
            told = text[slice(*at)].removeprefix("expected ")
            message = f"What was expected for {told} is past."
            yield Problem(field.path, message, at=at, help="Say what came: the date alone, if so.")
        elif field.key == "expires":
            message = f"This ran out: it expired in {text}."
            help = "Give the new date, or take the entry out."
            yield Problem(field.path, message, help=help)


def _status(entry: Entry, settings: Settings) -> Iterator[Problem]:
    status = entry.node.get("status")
    years = _years(entry.node.text("venue"))
    if not isinstance(status, Scalar) or status.text not in OPEN or not years:
        return
    if max(years) < settings.today.year:
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
