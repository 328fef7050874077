"""The date of an entry as a date of the CV: from `date`, or from `year`, `month` and `day`."""

from __future__ import annotations

import re

from cvpress.bibliography.latex import plain
from cvpress.bibliography.model import Value

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_YEAR = re.compile(r"\d{4}")
# biblatex marks what is uncertain or approximate: 1984?, 1984~, 1984%
_UNCERTAIN = re.compile(r"(?<=\d)[?~%]")


def date(fields: dict[str, Value]) -> tuple[str, Value] | None:
    """Return the date and the value it comes from; as written where it can't be read."""
    whole = fields.get("date")
    if whole and whole.text.strip():
        return _UNCERTAIN.sub("", plain(whole.text).text).rstrip("/"), whole
    year = fields.get("year")
    if not year or not year.text.strip():
        return None
    written = plain(year.text).text
    month = fields.get("month")
    if not month or not _YEAR.fullmatch(written):
        return written, year
    day = fields.get("day")
    return _with_month(written, plain(month.text).text, plain(day.text).text if day else ""), year


def _with_month(year: str, month: str, day: str) -> str:
    """Return a date with a month, or two, and a day where one stands beside it."""
    if month.lower() in _SEASONS:
        return f"{year}-{month.lower()}"
    parts = [part for part in re.split(r"\s*(?:[-–—/]|\bto\b|\band\b)+\s*", month) if part]
    found = [_month(part) for part in parts]
    if not found or None in found:
        return year
    numbers = [f"{year}-{one:02}" for one in found if one]
    given = re.search(r"\d{1,2}", month if len(parts) == 1 else "")
    own = "" if month.isdecimal() or not given else given[0]
    day = day or own
    if len(numbers) == 1:
        return f"{numbers[0]}-{int(day):02}" if day.isdecimal() else numbers[0]
    return f"{numbers[0]}/{numbers[-1]}"


def _month(text: str) -> int | None:
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    word = re.search(r"[^\W\d_]{3,}", text)
    head = word[0][:3].lower() if word else ""
    return _MONTHS.index(head) + 1 if head in _MONTHS else None
