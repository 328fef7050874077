"""Partial dates as intervals of days with a precision (LANGUAGE 1, DESIGN 6).

`2021` is all of 2021; `2023-winter` reaches from 2022-12 to 2024-03, since countries differ. A
judgement on dates holds only where it holds for every day that they may mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "season", "year", "open"]


@dataclass(frozen=True, slots=True)
class Date:
    """One date: the first and last day it may mean. `open`: "present", from today to no end."""

    first: date
    last: date
    precision: Precision
    expected: bool = False
    season: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """`start` to `end`; a single date has its own as both."""

    start: Date
    end: Date


class DateError(ValueError):
    """A text that is no date of the language: the sentence, and what to write instead."""

    def __init__(self, message: str, help: str = "", replacement: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.replacement = replacement


def parse(text: str, today: date) -> Date:
    """Read one date: `2021`, `2021-09`, `2021-09-15`, `2023-fall`, `present`, `expected 2027-06`.

    Raises DateError for anything else, with the right form where it can be guessed.
    """
    raise NotImplementedError


def parse_interval(text: str, today: date) -> Interval:
    """Read a date, or two with a slash between them: `2021-09/present`."""
    raise NotImplementedError
