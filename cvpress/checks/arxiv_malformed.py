"""An arXiv number that no paper can have.

The link behind it leads to an error page. Since April 2007 a number is year, month, a full stop and
four digits, five since 2015 (`2408.12757`); before, it was an archive, a slash, year, month and
three digits (`hep-th/9901001`). A version (`v2`) may follow. Written is the number alone; `arXiv:`
or `https://arxiv.org/abs/` before it does no harm.

Bad:
    sections:
      - title: Publications
        publications:
          - {title: One, authors: [Ada Example], arxiv: "https://arxiv.org/pdf/2408.12757v2.pdf"}
          - {title: Two, authors: [Ada Example], arxiv: 2413.00001}
          - {title: Three, authors: [Ada Example], arxiv: 2408.1275}
          - {title: Four, authors: [Ada Example], arxiv: hep-tx/9901001}
          - {title: Five, authors: [Ada Example], arxiv: "9912.00001"}
          - {title: Six, authors: [Ada Example], arxiv: "arXiv:2408.12757 [cs.DC]"}
          - {title: Seven, authors: [Ada Example], arxiv: NanoFlow}
Says:
    4:54 error arxiv-malformed: There is more here than the arXiv number.
    5:53 error arxiv-malformed: A month is wrong in this arXiv number: 13.
    6:55 error arxiv-malformed: Four digits stand after the full stop, and five are due.
    7:54 error arxiv-malformed: There is no archive of this name.
    8:55 error arxiv-malformed: This arXiv number is of a month that has not come yet.
    9:60 error arxiv-malformed: There is more here than the arXiv number.
    10:55 error arxiv-malformed: This is no arXiv number.
Good:
    sections:
      - title: Publications
        publications:
          - {title: One, authors: [Ada Example], arxiv: 2408.12750v2}
          - {title: Two, authors: [Ada Example], arxiv: "arXiv:0704.0001"}
          - {title: Three, authors: [Ada Example], arxiv: math.GT/0309136}
          - {title: Four, authors: [Ada Example], arxiv: "https://arxiv.org/abs/hep-th/9901001v1"}
Silence:
    `checks: {ignore: [arxiv-malformed]}`, `ignore: [arxiv-malformed]` on the entry, or
    `# cvpress: ignore arxiv-malformed` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from cvpress.finding import Fix, Problem
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None

_BEFORE = ("https://arxiv.org/abs/", "arXiv:")  # in this order: the page takes them away
_OPENED, _CHANGED, _LONGER = (1991, 8), (2007, 4), (2015, 1)


class _Patterns:
    """Both kinds of numbers (info.arxiv.org/help/arxiv_identifier.html); compiled when needed."""

    def __init__(self) -> None:
        new = r"(\d\d)(\d\d)\.(\d{4,5})(?:v[1-9]\d?)?"
        old = r"([a-z-]+)(?:\.[A-Za-z-]{2,6})?/(\d\d)(\d\d)\d{3}(?:v[1-9]\d?)?"
        self.new = re.compile(new, re.ASCII)
        self.old = re.compile(old, re.ASCII)
        self.either = re.compile(rf"(?<![\w.])(?:{new}|{old})(?!\d)", re.ASCII)
        self.archive = re.compile(
            "astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|nlin"
            "|nucl-(?:ex|th)|physics|q-(?:bio|fin|alg)|quant-ph|stat|acc-phys|adap-org|alg-geom"
            "|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th"
            "|patt-sol|plasm-ph|solv-int|supr-con"
        )


_patterns = cache(_Patterns)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each arXiv number that can't exist."""
    last = max(settings.today, settings.real_today)
    for field in fields(document):
        if field.key == "arxiv":
            yield from _judge(field, last)


def _judge(field: Field, last: date) -> Iterator[Problem]:
    text = field.scalar.text
    start = len(text) - len(text.lstrip())
    for one in _BEFORE:
        start += len(one) if text.startswith(one, start) else 0
    number = text[start:].rstrip()
    at = (start, start + len(number)) if number else None
    found = [match.group() for match in _patterns().either.finditer(number)]
    if len(found) != 1:
        help = "One looks like 2408.12757 or hep-th/9901001."
        yield Problem(field.path, "This is no arXiv number.", at=at, help=help)
        return
    bare = found[0]
    message, help = _wrong(bare, last)
    if message:
        yield Problem(field.path, message, at=at, help=help or "Compare it with arxiv.org.")
    elif bare != number:
        fix = Fix(f"Write {bare}", ((0, len(text), bare),))
        message = "There is more here than the arXiv number."
        yield Problem(field.path, message, at=at, help=f"Write {bare}.", fix=fix)


def _wrong(number: str, last: date) -> tuple[str, str]:
    """Return what is wrong with a number alone, and what to do; "" where nothing is."""
    if match := _patterns().new.fullmatch(number):
        return _wrong_new(match[1], match[2], match[3], last), ""
    match = _patterns().old.fullmatch(number)
    return _wrong_old(match[1], match[2], match[3]) if match else ("", "")


def _wrong_new(year: str, month: str, number: str, last: date) -> str:
    """Return what is wrong with a number as they are since 2007, "" where nothing is."""
    when = 2000 + int(year), int(month)
    if not 1 <= when[1] <= 12:
        return f"A month is wrong in this arXiv number: {month}."
    if when < _CHANGED:
        return "In that month arXiv still had numbers such as hep-th/9901001."
    if when > (last.year, last.month):
        return "This arXiv number is of a month that has not come yet."
    if len(number) == 4 and when >= _LONGER:
        return "Four digits stand after the full stop, and five are due."
    if len(number) == 5 and when < _LONGER:
        return "Five digits stand after the full stop, and four are due."
    return ""


def _wrong_old(archive: str, year: str, month: str) -> tuple[str, str]:
    """Return what is wrong with a number as they were until 2007, and what to do."""
    when = (1900 if int(year) > 90 else 2000) + int(year), int(month)
    if not _patterns().archive.fullmatch(archive):
        return "There is no archive of this name.", "Compare it with arxiv.org/archive."
    if not 1 <= when[1] <= 12:
        return f"A month is wrong in this arXiv number: {month}.", ""
    if not _OPENED <= when < _CHANGED:
        return "In that month arXiv had no numbers of this form.", ""
    return "", ""
