"""The printed page: the facts read back from a PDF. Proofs judge these, never the PDF itself.

Positions are in points (1/72 inch) from the page's lower left corner.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them, as a reader's program copies them, and where they stand."""

    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation: its page (from 1), its place and its target."""

    page: int
    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Font:
    """A font that the PDF uses."""

    name: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its text as copied."""

    number: int
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """All that was read back from one PDF."""

    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    links: tuple[Link, ...]
    fonts: tuple[Font, ...]
    metadata: dict[str, str]
