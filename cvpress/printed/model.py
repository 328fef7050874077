"""The printed page: the facts read back from a PDF. Proofs judge these, never the PDF itself.

Positions are in points (1/72 inch) from the page's lower left corner.
"""

from __future__ import annotations

from collections.abc import Callable
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
    """Letters without a space between them, as a reader's program copies them, and their place.

    The box reaches from the first letter's origin to the end of the last one's width, and from the
    font's descent to its ascent, so words of one line share its bottom and top.
    """

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
    """A font that the PDF uses. `type3`: its letters are drawings, mostly bitmaps, with no name."""

    name: str
    embedded: bool
    type3: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its text as copied."""

    number: int
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its title, the page (0: none) and the height there that it leads to, its depth.

    `depth` is 0 for the outermost; `top` None where the PDF names no height.
    """

    title: str
    page: int
    top: float | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A text that stands in a PDF where no page shows it, and where that is, in words."""

    where: str
    text: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Printed:
    """All that was read back from one PDF. `words` come in the order in which they are copied.

    `metadata` has Title, Author, Subject, Keywords, Creator, Producer, Language and CvpressSource
    (cvpress.origin), "" where the PDF doesn't say. Two of them are equal only where they are the
    same object, so that a judgement can be kept with the page it was made of. `unseen` tells what
    else the PDF says (`cvpress.printed.unseen`); it is looked for when it is asked for.
    """

    pages: tuple[Page, ...]
    words: tuple[Word, ...]
    links: tuple[Link, ...]
    fonts: tuple[Font, ...]
    metadata: dict[str, str]
    bookmarks: tuple[Bookmark, ...] = ()
    unseen: Callable[[], tuple[Said, ...]] = tuple
