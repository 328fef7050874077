"""Sections and their entries: numbers, bullets, roles, and the meanings of the marks they use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvpress.source.document import Mapping, Node, Scalar
from cvpress.view import rows
from cvpress.view.body import Bullet, Entry, Section
from cvpress.view.desk import Desk, Item
from cvpress.view.kinds import KINDS
from cvpress.view.lists import links
from cvpress.view.pieces import Text
from cvpress.view.rows import close
from cvpress.view.texts import each, maps, paragraphs, words
from cvpress.view.words import Words


def sections(desk: Desk) -> tuple[Section, ...]:
    """Lay out all sections in the order of the file."""
    return tuple(_section(desk, node) for node in maps(desk.document.node("/sections")))


def _section(desk: Desk, node: Mapping) -> Section:
    return replace(_part(desk, node), notes=desk.marks.notes())


def _part(desk: Desk, node: Mapping) -> Section:
    """A section or subsection, as yet without the meanings of its marks."""
    title = node.get("title")
    kind = next((key for key in node.items if key in KINDS or key == "bullets"), "")
    section = Section(
        path=node.path,
        title=words(title) if isinstance(title, Scalar) else None,
        kind=kind,
        hide_title=_flag(node, "hide_title"),
        new_page=_flag(node, "new_page"),
        text=paragraphs(node.get("text")),
        entries=tuple(_entries(desk, kind, node.get(kind))),
        sections=tuple(_part(desk, part) for part in maps(node.get("sections"))),
    )
    return _numbered(section, node.text("numbering"))


def _flag(node: Mapping, key: str) -> bool:
    value = node.get(key)
    return isinstance(value, Scalar) and value.value is True


def _entries(desk: Desk, kind: str, node: Node | None) -> Iterator[Entry]:
    for item in each(node):
        if kind == "bullets":
            yield Entry(item.path, kind, bullets=tuple(_bullets(desk, item)))
        elif isinstance(item, Mapping):
            yield entry(desk, kind, item)


def entry(desk: Desk, kind: str, node: Mapping) -> Entry:
    """Lay out one entry (or role) of a kind."""
    table = KINDS[kind]
    marked = next((key for key in (*table.signs, table.title) if node.get(key)), "")
    linked = next((key for key in (table.title, *table.signs) if node.get(key)), "")
    item = Item(desk, node, head=linked, marked=marked)
    lines = close(rows.head(item, table), links(item), ("head",))
    lines = close(lines, Text("note", "note", "; ").parts(item, False), ("head", "sub"))
    return Entry(
        path=node.path,
        kind=kind,
        lines=(*lines, *rows.details(item)),
        summary=paragraphs(node.get("summary")),
        bullets=tuple(_bullets(desk, node.get("highlights"))),
        closing=tuple(rows.closing(item, table)),
        roles=tuple(entry(desk, "role", role) for role in maps(node.get("roles"))),
        lang=_lang(node),
    )


def _lang(node: Mapping) -> str:
    """Return the language of an entry or bullet: it goes into the PDF as it is, so only a tag."""
    tag = node.text("lang")
    return tag if re.fullmatch("[A-Za-z0-9-]+", tag) else ""


def _bullets(desk: Desk, node: Node | None) -> Iterator[Bullet]:
    for item in each(node):
        text = item.get("text") if isinstance(item, Mapping) else item
        if isinstance(text, Scalar):
            yield _bullet(desk, words(text), item)


def _bullet(desk: Desk, text: Words, node: Node) -> Bullet:
    if not isinstance(node, Mapping):
        return Bullet(text)
    signs = desk.signs(node)
    return Bullet(text, signs, tuple(_bullets(desk, node.get("highlights"))), _lang(node))


def _numbered(section: Section, numbering: str) -> Section:
    """Number the entries of a section through all its subsections."""
    total = len(section.entries) + sum(len(part.entries) for part in section.sections)
    if not numbering or not total:
        return section
    upwards = range(1, total + 1)
    numbers = iter(upwards if numbering == "ascending" else reversed(upwards))

    def given(part: Section) -> Section:
        entries = tuple(replace(one, number=f"{next(numbers)}.") for one in part.entries)
        return replace(part, entries=entries, widest=f"{total}.")

    return replace(given(section), sections=tuple(given(part) for part in section.sections))
