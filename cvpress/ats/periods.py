"""Dates in running text, found by their shapes: “Sep 2021 – present”, “09/2021”, “2019–2021”.

A program that takes in CVs knows no field; it looks for what looks like a date. What stands between
two dates decides whether they are a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cvpress.locales import DEFAULT, Locale, load

PRESENT = "present"
_PRESENT = ("present", "current", "now", "today", "ongoing")
_YEAR = r"(?:19|20)\d\d"
_RANGE = r"\s*(?:–|—|−|-|to|until|till|bis|au|à|al?|～|~|至)\s*"


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a range, and where it stands in the text: offsets [at, end).

    `first`, `last`: (year, month), the month 0 where none is told; `last` is PRESENT for a range
    that goes on, and `first` again for a single date.
    """

    first: tuple[int, int]
    last: tuple[int, int] | str
    at: int
    end: int

    @property
    def what(self) -> tuple[tuple[int, int], tuple[int, int] | str]:
        """What it says, wherever it stands."""
        return self.first, self.last


def periods(text: str, words: Locale) -> Iterator[Period]:
    """Yield the dates of a text in the words of a language, or in English. Case does not count."""
    pattern, months = _pattern(words.tag)
    for match in pattern.finditer(text):
        first = _point(match, "1", months)
        last: tuple[int, int] | str = first
        if match["present"]:
            last = PRESENT
        elif any(match[f"{shape}2"] for shape in ("year", "digits", "iso")):
            last = _point(match, "2", months)
            if match["alone"]:  # “February – June 2024”
                first = last[0], months[match["alone"].casefold()]
        yield Period(first, last, match.start(), match.end())


def _point(match: re.Match[str], which: str, months: dict[str, int]) -> tuple[int, int]:
    """Return the year and the month, 0 for what is not told."""
    if match[f"iso{which}"]:
        year, *month = re.findall(r"\d+", match[f"iso{which}"])
        return int(year), int(month[0])
    if match[f"digits{which}"]:
        digits, year = re.findall(r"\d+", match[f"digits{which}"])
        return int(year), int(digits)
    named = (match[f"month{which}"] or "").casefold()
    return int(match[f"year{which}"] or 0), months.get(named, 0)


@cache
def _pattern(tag: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what dates look like in a language, and its names of months."""
    months, present = {"sept": 9}, set(_PRESENT)
    for words in (load(DEFAULT), load(tag)):
        alone = (words.months_alone, words.months_alone_short)
        for names in (words.months, words.months_short, *alone):
            months |= {name.casefold().rstrip("."): at for at, name in enumerate(names, 1)}
        present.add(words.labels["present"].casefold())
    named, on = _either(months), _either(present)
    later = rf"{_one(named, '2', '')}|(?P<present>{on})"
    alone_first = rf"|(?P<alone>{named})\.?(?={_RANGE}(?:{named})\.?,?\s+{_YEAR})"
    whole = rf"(?<!\w){_one(named, '1', alone_first)}(?:{_RANGE}(?:{later}))?(?!\d)"
    return re.compile(whole, re.IGNORECASE), months


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _one(named: str, which: str, more: str) -> str:
    """Return what a single date looks like: by numbers, or a year with its month and day."""
    iso = rf"(?P<iso{which}>{_YEAR}(?:-(?:0[1-9]|1[0-2])(?!\d)|年\s?(?:1[0-2]|[1-9])月))"
    digits = rf"(?P<digits{which}>(?:0?[1-9]|1[0-2])[/.]{_YEAR})"
    month = rf"(?:(?P<month{which}>{named})\.?(?:\s+\d\d?)?,?\s+)?"
    return rf"(?:{iso}|{digits}|{month}(?P<year{which}>{_YEAR}){more})"
