"""An ORCID whose last sign does not fit the fifteen before it: there is no such number.

A slip in one digit, or two that changed places, leads a reader to nobody or, worse, to somebody
else. The last sign (0 to 9, or X) is computed from the others (ISO 7064, mod 11-2).

Bad:
    person: {name: Ada Example, orcid: 0000-0002-1825-0079}
Says:
    1:36 error orcid-checksum: There is no such ORCID: its last sign does not fit the others.
Bad:
    person: {name: Ada Example, orcid: 0000-0002-1825-009}
Says:
    1:36 error orcid-checksum: This is no ORCID: it has four groups of four.
Bad:
    person: {name: Ada Example, orcid: "http://orcid.org/0000000218250097"}
Says:
    1:37 error orcid-checksum: This ORCID is not written in its four groups.
Good:
    person: {name: Ada Example, orcid: 0000-0002-1694-233X}
Good:
    person: {name: Ada Example, orcid: "https://orcid.org/0000-0002-1825-0097"}
Silence:
    `checks: {ignore: [orcid-checksum]}`, or `# cvpress: ignore orcid-checksum` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.settings import Settings
from cvpress.source.document import Document, Scalar

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None

SITE = "https://orcid.org/"
_FORM = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)
_BARE = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/)?([\dXx -]+)/?", re.ASCII | re.IGNORECASE
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for an ORCID that can't exist."""
    scalar = document.node("/person/orcid")
    if not isinstance(scalar, Scalar) or scalar.empty:
        return
    text = scalar.text
    number = text.strip().removeprefix(SITE)
    at = (text.index(number), text.index(number) + len(number))
    if not _FORM.fullmatch(number):
        yield _form(scalar, number, at)
    elif checksum(number[:-1]) != number[-1]:
        message = "There is no such ORCID: its last sign does not fit the others."
        yield Problem(scalar.path, message, at=at, help="Compare it with orcid.org.")


def checksum(digits: str) -> str:
    """Return the last sign for the first fifteen digits (ISO 7064, mod 11-2)."""
    total = 0
    for digit in digits.replace("-", ""):
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def _form(scalar: Scalar, number: str, at: tuple[int, int]) -> Problem:
    right = _grouped(number)
    if not right:
        message = "This is no ORCID: it has four groups of four."
        return Problem(scalar.path, message, at=at, help="Write it as in 0000-0002-1825-0097.")
    message = "This ORCID is not written in its four groups."
    fix = Fix(f"Write {right}", ((*at, right),))
    return Problem(scalar.path, message, at=at, help=f"Write {right}.", fix=fix)


def _grouped(written: str) -> str:
    """Return a right number that has another form: `http://orcid.org/…`, no hyphens, a small x."""
    match = _BARE.fullmatch(written)
    signs = re.sub(r"[ -]", "", match[1]).upper() if match else ""
    right = "-".join(signs[i : i + 4] for i in range(0, 16, 4))
    if len(signs) != 16 or not _FORM.fullmatch(right) or checksum(right[:-1]) != right[-1]:
        return ""
    return right
