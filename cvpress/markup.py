"""Inline Markdown (LANGUAGE 1): `**bold**`, `*italic*`, `` `code` ``, `[text](url)`, and `\\` escapes.

`parse` never fails: what is not well formed is literal text. Each run knows which letters of the
written text it was made from, so a finding in the letters for reading points at the file.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters of one style. `places[i]` is the offset of letter i in the written text."""

    text: str
    places: tuple[int, ...]
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: `[start, end)` from its `[` to its `)`, its label's letters, its target."""

    start: int
    end: int
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A parsed text: its runs, its links, and the offsets of asterisks that found no partner."""

    runs: tuple[Run, ...]
    links: tuple[Link, ...]
    lone: tuple[int, ...]

    @property
    def reading(self) -> str:
        """The letters for reading: those without mark-up."""
        return "".join(run.text for run in self.runs)

    @property
    def places(self) -> tuple[int, ...]:
        """For each letter of `reading`, its offset in the written text."""
        return tuple(place for run in self.runs for place in run.places)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Turn a stretch of `reading` into one of the written text (both ends as offsets)."""
        places = self.places
        return places[start], places[end - 1] + 1


def parse(text: str) -> Marked:
    """Parse a text of the language. Cached: checks and the view ask for the same texts."""
    raise NotImplementedError
