"""The view: what a theme sees, frozen and ready to print. Nothing in it is left to compute.

Every printed text is a `Words`: its runs, and the path of the value it came from ("" for words that
the tool itself prints). The order of `View.words()` is the order on the page: proofs compare it
with what is read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters of one style; `url` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One printed text and the path of the value it came from."""

    runs: tuple[Run, ...]
    path: str = ""

    @property
    def plain(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a line. `role` names its look (head, title, date, label …: a theme's macro);

    `before` is the separator that parts it from the piece before it (", ", " | ", " (" or "").
    `after` closes what `before` opened (")" or "").
    """

    role: str
    words: Words
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: pieces at the left, pieces at the right margin. Either may be ()."""

    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    role: str = "line"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A highlight: its words, signs of its marks, bullets below it."""

    words: Words
    marks: str = ""
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, laid out: head lines, own lines, paragraphs, bullets; and roles, laid out alike."""

    path: str
    kind: str
    number: str = ""
    lines: tuple[Line, ...] = ()
    summary: tuple[Words, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    closing: tuple[Line, ...] = ()
    roles: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """The meaning of a mark, printed once at the end of a section: its sign and its words."""

    sign: str
    words: Words


@dataclass(frozen=True, slots=True)
class Section:
    """A section: title, paragraphs, entries, subsections, and the meanings of the marks it used."""

    path: str
    title: Words | None
    kind: str = ""
    hide_title: bool = False
    new_page: bool = False
    text: tuple[Words, ...] = ()
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """The head of the page. `name` holds prefix and suffix; `contacts` are in printed order."""

    name: Words
    headline: Words | None = None
    contacts: tuple[Part, ...] = ()
    details: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Design:
    """The look asked for, with defaults filled in. `font_size` in points, `max_pages` 0: no limit."""

    theme: str = "classic"
    paper: str = "a4"
    font_size: float = 10.0
    date_style: str = ""
    max_pages: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """The whole page, and what the PDF says of itself (title, author, language)."""

    person: Person
    sections: tuple[Section, ...]
    design: Design
    title: str
    author: str
    language: str

    def words(self) -> Iterator[Words]:
        """Yield every printed text in the order of the page, each with its path."""
        raise NotImplementedError

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield (path, url) for every link of the page."""
        raise NotImplementedError
