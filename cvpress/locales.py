"""The words that the tool prints, by language: months, seasons, "present", labels, status words.

The tables in data/locales/ are generated from CLDR by tools/build_locales.py; the labels of
LANGUAGE 7 are our own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """The words of one language. Months and seasons by style; labels and status words by their id."""

    tag: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    seasons: dict[str, str]
    labels: dict[str, str]
    status: dict[str, str]
    patterns: dict[str, str]


def load(tag: str) -> Locale:
    """Return the words for a BCP 47 tag; region falls back to language, language to English."""
    raise NotImplementedError


def known(tag: str) -> bool:
    """True where there is a table for the tag's language."""
    raise NotImplementedError
