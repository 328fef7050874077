"""Partial dates as intervals of days with a precision (LANGUAGE 1, DESIGN 6).

`2021` is all of 2021; `2023-winter` reaches from 2022-12 to 2024-03, since countries differ. A
judgement on dates holds only where it holds for every day that they may mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "open"]

# The first and last month that a season of a year may mean, as (years later, month): north and
# south of the equator, and as the name of a term. Spring: from January's "spring term" to the
# southern December. Fall: from the southern term in February to a northern one that ends in
# January. Summer and winter are split by the new year, on one side of the equator or the other.
SEASONS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "spring": ((0, 1), (0, 12)),
    "summer": ((-1, 12), (1, 3)),
    "fall": ((0, 2), (1, 1)),
    "winter": ((-1, 12), (1, 3)),
}
_DATE = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|-(spring|summer|fall|autumn|winter))?"
)
_MONTHS = "January February March April May June July August September October November December"


@dataclass(frozen=True, slots=True)
class Date:
    """One date: the first and last day it may mean. `open`: "present", from today to no end."""

    first: date
    last: date
    precision: Precision
    expected: bool = False
    season: str = ""

    @property
    def year(self) -> int:
        """The year as it was written (a winter's days lie in three years)."""
        if self.season:
            return self.first.year - SEASONS[self.season][0][0]
        return self.first.year


@dataclass(frozen=True, slots=True)
class Interval:
    """`start` to `end`; a single date has its own as both."""

    start: Date
    end: Date

    @property
    def shortest(self) -> int:
        """The days that surely lie between start and end; 0 or less where it may be no time."""
        return (self.end.first - self.start.last).days


class DateError(ValueError):
    """A text that is no date of the language: the sentence, and what to write instead."""

    def __init__(self, message: str, help: str = "", replacement: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.replacement = replacement


def surely_before(one: Date, other: Date) -> bool:
    """True where every day that `one` may mean lies before every day of `other`."""
    return one.last < other.first


def overlap(one: Interval, other: Interval) -> int:
    """Return how many days two intervals surely share (0 where they may share none)."""
    first = max(one.start.last, other.start.last)
    last = min(one.end.first, other.end.first)
    return max(0, (last - first).days)


def parse(text: str, today: date) -> Date:
    """Read one date: `2021`, `2021-09`, `2021-09-15`, `2023-fall`, `present`, `expected 2027-06`.

    Raises DateError for anything else, with the right form where it can be guessed.
    """
    try:
        return _read(text, today)
    except DateError as error:
        raise _with_help(text, today, error, interval=False) from None


def parse_interval(text: str, today: date) -> Interval:
    """Read a date, or two with a slash between them: `2021-09/present`.

    Raises DateError like `parse`.
    """
    try:
        return _read_interval(text, today)
    except DateError as error:
        raise _with_help(text, today, error, interval=True) from None


@lru_cache(maxsize=4096)
def _read_interval(text: str, today: date) -> Interval:
    """Read an interval. Cached: each check of dates asks for the same ones."""
    start, slash, end = text.partition("/")
    first = _read(start, today)
    if not slash:
        return Interval(first, first)
    if first.precision == "open":
        raise DateError("A range can't begin with “present”.", "Begin it with a date.")
    return Interval(first, _read(end, today))


def _read(text: str, today: date) -> Date:
    if text == "present":
        return Date(today, date.max, "open")
    match = _DATE.fullmatch(text.removeprefix("expected "))
    if match is None:
        raise DateError("This is not how a date is written here.")
    year, month, day, season = match.groups()
    if int(year) == 0:
        raise DateError("There is no year 0000.", "Write the year with four digits: 2021.")
    if season:
        found = _season(int(year), "fall" if season == "autumn" else season)
    elif day:
        found = _day(int(year), int(month), int(day))
    elif month:
        found = Date(_month(int(year), int(month)), _month_end(int(year), int(month)), "month")
    else:
        found = Date(date(int(year), 1, 1), date(int(year), 12, 31), "year")
    return replace(found, expected=True) if text.startswith("expected ") else found


def _season(year: int, season: str) -> Date:
    if year in (date.min.year, date.max.year):
        raise DateError(f"There is no {season} {year:04} in the calendar.", "Put the year right.")
    (before, first), (after, last) = SEASONS[season]
    start, end = date(year + before, first, 1), _month_end(year + after, last)
    return Date(start, end, "season", season=season)


def _month(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise DateError(f"There is no month {month:02}.", "Months run from 01 to 12.")
    return date(year, month, 1)


def _month_end(year: int, month: int) -> date:
    if (year, month) == (date.max.year, 12):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> Date:
    _month(year, month)
    last = _month_end(year, month).day
    if day == 0:
        raise DateError("There is no day 00.", f"Write {year:04}-{month:02} if no day is meant.")
    if day > last:
        raise DateError(
            f"{_MONTHS.split()[month - 1]} {year} has only {last} days.", "Put the day right."
        )
    found = date(year, month, day)
    return Date(found, found, "day")


def _with_help(text: str, today: date, error: DateError, *, interval: bool) -> DateError:
    """Return the error with what to write instead, where that can be guessed and is a date."""
    from cvpress import date_hints  # only a wrong date pays for its patterns

    for hint in date_hints.hints(text):
        if not _reads(hint.text, today):
            continue
        if not interval and "/" in hint.text:
            return DateError(error.message, "One date is due here: write a range as start and end.")
        help = hint.help or f"Write {hint.text}."
        return DateError(error.message, help, hint.text if hint.sure else "")
    return DateError(error.message, error.help or date_hints.forms(text))


def _reads(text: str, today: date) -> bool:
    try:
        _read_interval(text, today)
    except DateError:
        return False
    return True
