"""The sections of a page: entries, bullets, notes, laid out in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress.view.words import Line, Words, said


@dataclass(frozen=True, slots=True)
class Bullet:
    """A highlight: its words, signs of its marks, bullets below it, the language of all of them.

    `lang` "": that of what they stand in.
    """

    words: Words
    marks: str = ""
    bullets: tuple[Bullet, ...] = ()
    lang: str = ""

    def walk(self) -> Iterator[Words]:
        """Yield its texts: its own, its signs, those of the bullets below it."""
        yield self.words
        if self.marks:
            yield said(self.marks)
        for bullet in self.bullets:
            yield from bullet.walk()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, laid out: head lines, own lines, paragraphs, bullets; and roles, laid out alike.

    `number` is printed first ("12."), `closing` after the bullets, the roles last. `lang`: the
    language of all of it, "" for that of the page.
    """

    path: str
    kind: str
    number: str = ""
    lines: tuple[Line, ...] = ()
    summary: tuple[Words, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    closing: tuple[Line, ...] = ()
    roles: tuple[Entry, ...] = ()
    lang: str = ""

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        if self.number:
            yield said(self.number)
        for line in self.lines:
            yield from line.words()
        yield from self.summary
        for bullet in self.bullets:
            yield from bullet.walk()
        for line in self.closing:
            yield from line.words()
        for role in self.roles:
            yield from role.words()


@dataclass(frozen=True, slots=True)
class Note:
    """The meaning of a mark, printed once at the end of a section: its sign and its words."""

    sign: str
    words: Words


@dataclass(frozen=True, slots=True)
class Section:
    """A section: title, paragraphs, entries, subsections, and the meanings of the marks it used.

    A hidden title is kept for the bookmarks. `widest` is the longest number of its entries.
    """

    path: str
    title: Words | None
    kind: str = ""
    hide_title: bool = False
    new_page: bool = False
    text: tuple[Words, ...] = ()
    entries: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    widest: str = ""

    def words(self) -> Iterator[Words]:
        """Yield its texts in the order of the page."""
        if self.title and not self.hide_title:
            yield self.title
        yield from self.text
        for entry in self.entries:
            yield from entry.words()
        for section in self.sections:
            yield from section.words()
        for note in self.notes:
            yield said(note.sign)
            yield note.words
