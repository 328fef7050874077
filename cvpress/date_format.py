"""How a date is printed: "September 2021 – present", "August 23–24, 2020".

The words and their order come from the locale. A range says a shared month or year once; an en
dash stands closed between bare numbers ("2021–2022") and between spaces elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from cvpress.dates import Date, Interval
from cvpress.locales import Locale

# "long": September 2021. "short": Sep 2021. "numeric": 2021-09.
STYLES = ("long", "short", "numeric")


def format_date(date: Date, style: str, locale: Locale) -> str:
    """Return a date in words. `style` is one of STYLES."""
    if date.precision == "open":
        return locale.labels["present"]
    if date.expected:
        said = format_date(replace(date, expected=False), style, locale)
        return _fill(locale, "expected", expected=locale.labels["expected"], date=said)
    if style == "numeric" and date.precision in ("day", "month"):
        return _digits(date.first.isoformat()[: 10 if date.precision == "day" else 7], locale)
    key = date.precision if date.precision in ("year", "season") else f"{style}-{date.precision}"
    return _fill(locale, key, **_holes(date, style, locale))


def format_interval(interval: Interval, style: str, locale: Locale) -> str:
    """Return an interval in words; one whose ends are the same date prints as that date."""
    start, end = interval.start, interval.end
    if start == end:
        return format_date(start, style, locale)
    if end.precision == "open":
        said = format_date(start, style, locale)
        return _fill(locale, "open", start=said, present=locale.labels["present"])
    key = _shared(start, end, style)
    if key:
        first, second = _holes(start, style, locale), _holes(end, style, locale)
        later = {f"{name}2": value for name, value in second.items()}
        return _fill(locale, key, **first, **later)
    said = format_date(start, style, locale)
    return _fill(locale, "range", start=said, end=format_date(end, style, locale))


def _shared(start: Date, end: Date, style: str) -> str:
    """Return the pattern for two dates of one kind that share something, "" for all others."""
    if start.precision != end.precision or start.expected or end.expected:
        return ""
    if start.precision == "year":
        return "years"
    if start.year != end.year:
        return ""
    if start.precision == "season":
        return "seasons"
    if style == "numeric":
        return ""
    if start.precision == "month":
        return f"{style}-months"
    return f"{style}-days" if start.first.month == end.first.month else f"{style}-day-months"


def _holes(date: Date, style: str, locale: Locale) -> dict[str, str]:
    months = locale.months if style == "long" else locale.months_short
    day, first = str(date.first.day), locale.patterns.get("first-day")
    return {
        "year": str(date.year),
        "month": months[date.first.month - 1],
        **_alone(date, locale),
        "number": str(date.first.month),
        "season": locale.seasons.get(date.season, ""),
        "day": first if first and day == "1" else day,
    }


def _alone(date: Date, locale: Locale) -> dict[str, str]:
    """Return the month's name as it is without a day, where the language has a form for that."""
    tables = {"alone": locale.months_alone, "alone_short": locale.months_alone_short}
    return {hole: names[date.first.month - 1] for hole, names in tables.items() if names}


def _fill(locale: Locale, key: str, **holes: str) -> str:
    return _digits(locale.patterns[key].format(**holes), locale)


def _digits(text: str, locale: Locale) -> str:
    return text.translate(dict(zip(range(48, 58), locale.digits, strict=False)))
