"""Quotation marks in pairs: of which kind they are, and which are no pair.

Inches and seconds (27" monitors), lone marks and code are no quotation; quotation marks inside
others are the inner ones of the language and are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

KINDS = ('""', "“”", "„“", "„”", "””", "«»", "»«")  # straight first: it gives way where even
_BEFORE, _AFTER = r"(?:(?<=[\s(\[{—–/-])|^)", r"(?=$|[\s.,;:!?)\]}—–/’'-])"
_SPACE = "[ \u00a0\u202f]?"  # French has one inside
_PAIR = re.compile(
    rf"{_BEFORE}(?:«{_SPACE}[^\s«»](?:[^«»]*[^\s«»])?{_SPACE}»|“[^\s“”\"](?:[^“”\"]*[^\s“”\"])?[”\"]"
    r"|[„\"”»][^\s\"“”„«»](?:[^\"“”„«»]*[^\s\"“”„«»])?[\"“”«])"
    rf"{_AFTER}"
)


class Quoted(NamedTuple):
    """A pair of quotation marks: where they stand in the text; their kind, "" where no pair."""

    open: int
    close: int
    kind: str


def quoted(letters: str) -> Iterator[Quoted]:
    """Yield the pairs of a text."""
    for found in _PAIR.finditer(letters):
        kind = found.group()[0] + found.group()[-1]
        yield Quoted(found.start(), found.end() - 1, kind if kind in KINDS else "")
