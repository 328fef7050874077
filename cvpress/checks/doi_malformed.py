"""A DOI that no register can have: it begins with 10, a number, and a slash.

The link behind the paper then leads to an error page. Written is the DOI alone
(`10.1038/s41586-020-2649-2`); `doi:` or `https://doi.org/` before it does no harm.

Bad:
    sections:
      - title: Publications
        publications:
          - {title: One, authors: [Ada Example], doi: "https://doi.org/https://doi.org/10.1000/x"}
          - {title: Two, authors: [Ada Example], doi: s41586-020-2649-2}
          - {title: Three, authors: [Ada Example], doi: "10.1000/x 1"}
          - {title: Four, authors: [Ada Example], doi: 10.1000/x.}
          - {title: Five, authors: [Ada Example], doi: "http://dx.doi.org/10.1000/x"}
Says:
    4:68 error doi-malformed: There is too much before this DOI.
    5:51 error doi-malformed: This is no DOI: one begins with 10., a number and a slash.
    6:63 error doi-malformed: There is a space in this DOI.
    7:61 error doi-malformed: This sign is no part of the DOI.
    8:53 error doi-malformed: There is too much before this DOI.
Good:
    sections:
      - title: Publications
        publications:
          - {title: One, authors: [Ada Example], doi: 10.1016/S0140-6736(20)30183-5}
          - {title: Two, authors: [Ada Example], doi: "https://doi.org/10.1000.10/<x>[1]"}
          - {title: Three, authors: [Ada Example], doi: "doi:10.1002/(SICI)1097-4679;2-Q"}
Silence:
    `checks: {ignore: [doi-malformed]}`, `ignore: [doi-malformed]` on the entry, or
    `# cvpress: ignore doi-malformed` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None

_BEFORE = ("https://doi.org/", "doi:")
# DOI Handbook 3.4: prefix "10." and the registrant's number, with parts; a suffix of any letters.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+", re.ASCII)
_PREFIX = re.compile(r"10\.\d{4,9}(?:\.\d+)*/?", re.ASCII)
_NO_DOI = "This is no DOI: one begins with 10., a number and a slash."
_GAP = "Take it out, and what is no part of the DOI."
_CLOSING = re.compile(r"[.,;]+$")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each DOI that can't exist."""
    for field in fields(document):
        if field.key == "doi":
            yield from _judge(field)


def _judge(field: Field) -> Iterator[Problem]:
    text = field.scalar.text.rstrip()
    start = len(text) - len(text.lstrip())
    start += next((len(one) for one in _BEFORE if text[start:].startswith(one)), 0)
    found = _DOI.search(text, start)
    if not found:
        message = _NO_DOI
        if _PREFIX.fullmatch(text, start):
            message = "Only the first half of a DOI stands here: nothing comes after its slash."
        at = (start, len(text)) if start < len(text) else None
        yield Problem(field.path, message, at=at, help="Compare it with doi.org.")
        return
    if found.start() > start:
        yield _out(field, start, found.start(), "There is too much before this DOI.")
    if found.end() < len(text):
        gap = re.search(r"\s+", text[found.end() :])
        width = len(gap[0]) if gap else 1
        at = (found.end(), found.end() + width)
        yield Problem(field.path, "There is a space in this DOI.", at=at, help=_GAP)
    elif closing := _CLOSING.search(text):
        yield _out(field, *closing.span(), "This sign is no part of the DOI.")


def _out(field: Field, start: int, end: int, message: str) -> Problem:
    fix = Fix("Take it out", ((start, end, ""),))
    return Problem(field.path, message, at=(start, end), help="Take it out.", fix=fix)
