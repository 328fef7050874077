"""The parts of the page, from top to bottom: headings, paragraphs, entries, and their texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from cvpress.proofs.tokens import texts
from cvpress.view.body import Entry, Section
from cvpress.view.model import View
from cvpress.view.words import Words, said

Kind = Literal["heading", "text", "entry", "role", "note"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that has anything to see.

    `name`: what it is called, of an entry its first words; `path`: where these stand in the CV.
    `texts`: the numbers of its texts (`Comparison.places`), of which `head` numbers its head.
    `section`: which top-level section it is of; `forced`: the CV asks for a page break before it.
    """

    kind: Kind
    path: str
    name: str
    texts: range
    head: range
    section: int
    forced: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: Kind
    words: tuple[Words, ...]
    head: tuple[Words, ...] = ()
    forced: bool = False


def parts(view: View) -> Iterator[Part]:
    """Yield the parts of the sections of a view, in the order of the page."""
    start = len(texts(view.person.words()))
    for number, section in enumerate((*view.aside, *view.sections)):
        forced = False
        for piece in _pieces(section):
            forced = forced or piece.forced
            found = texts(piece.words)
            if not found:
                continue
            first = next((text for text in found if text.path), found[0])
            span = range(start, start + len(found))
            head = range(start, start + len(texts(piece.head)))
            yield Part(piece.kind, first.path, first.plain, span, head, number, forced)
            start, forced = span.stop, False


def _pieces(section: Section) -> Iterator[_Piece]:
    title = (section.title,) if section.title and not section.hide_title else ()
    yield _Piece("heading", title, forced=section.new_page)
    for paragraph in section.text:
        yield _Piece("text", (paragraph,))
    for entry in section.entries:
        yield from _entry(entry)
    for below in section.sections:
        yield from _pieces(below)
    for note in section.notes:
        yield _Piece("note", (said(note.sign), note.words))


def _entry(entry: Entry) -> Iterator[_Piece]:
    """Yield an entry with the first of its roles, then each of the others."""
    first = replace(entry, roles=entry.roles[:1])
    yield _Piece("entry", tuple(first.words()), tuple(_head(first)))
    for role in entry.roles[1:]:
        yield _Piece("role", tuple(role.words()), tuple(_head(role)))


def _head(entry: Entry) -> Iterator[Words]:
    """Yield the texts of the head; that of the first role comes to it where it follows at once."""
    if entry.number:
        yield said(entry.number)
    lines = [line for line in entry.lines if line.role in ("head", "sub")]
    for line in lines:
        yield from line.words()
    if len(lines) == len(entry.lines) and not entry.summary and not entry.bullets:
        for role in entry.roles:
            yield from _head(role)
