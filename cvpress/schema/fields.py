"""The document seen through its schema: sections, entries and fields with their kinds.

A check asks here what a text *is* (a person's name, a title, prose, a date) instead of guessing
from its place. Nothing here raises on a wrong document: what has the wrong shape is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from cvpress.schema import shape, tongues
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

Type = Literal["text", "long", "plain", "date", "dates", "flag", "number"]
Role = Literal[
    "person", "organization", "place", "venue", "title", "prose", "skill", "label", "other"
]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section or subsection. `kind` is "" where it has a text only."""

    path: str
    title: str
    kind: str
    node: Mapping
    entries: tuple[Entry, ...]
    parent: Section | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry, or one role of an entry of experience (its `parent` is then that entry)."""

    path: str
    kind: str
    node: Mapping
    section: Section
    parent: Entry | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One value that the schema knows. `key` is its own key, or its list's.

    `role` says what its words are; `language` in which language they are; `entry` is the path of
    the entry (or role) it belongs to, "" outside of one.
    """

    path: str
    key: str
    type: Type
    role: Role
    scalar: Scalar
    language: str
    entry: str


@lru_cache(maxsize=8)
def sections(document: Document) -> tuple[Section, ...]:
    """Return all sections in the order of the file, each followed by its subsections."""
    return tuple(_sections(document.root, None, tongues.locales(document)))


@lru_cache(maxsize=8)
def entries(document: Document) -> tuple[Entry, ...]:
    """Return all entries of all sections in the order of the file, each followed by its roles."""
    found = (entry for section in sections(document) for entry in section.entries)
    return tuple(one for entry in found for one in (entry, *_roles(entry)))


@lru_cache(maxsize=8)
def fields(document: Document) -> tuple[Field, ...]:
    """Return every value that the schema knows and that is not empty, in the order of the file.

    Left out are words that stand in another file: the titles and names of a .bib are quoted.
    """
    if document.root is None:
        return ()
    owners = frozenset(entry.path for entry in entries(document))
    known = tongues.locales(document)
    found = _fields(document.root, shape.schema(), _Place(known[0], owners, known))
    quoted = {path for path, place in document.beside.items() if place.quoted}
    return tuple(f for f in found if f.type not in ("text", "long") or f.path not in quoted)


def texts(document: Document) -> Iterator[Field]:
    """Yield the fields that hold words of the CV's owner: of type text and long."""
    return (field for field in fields(document) if field.type in ("text", "long"))


def scalars(node: Mapping, key: str) -> tuple[Scalar, ...]:
    """Return a "one or list" value as a tuple of scalars; () where it is missing or empty."""
    value = node.get(key)
    if isinstance(value, Scalar):
        return (value,)
    if isinstance(value, Sequence):
        return tuple(item for item in value.items if isinstance(item, Scalar) and not item.empty)
    return ()


def _maps(node: Mapping | None, key: str) -> Iterator[Mapping]:
    """Yield the maps in the list under a key: its sections, entries or roles."""
    value = node.get(key) if node else None
    if isinstance(value, Sequence):
        yield from (item for item in value.items if isinstance(item, Mapping))


def _sections(
    node: Mapping | None, parent: Section | None, known: tuple[str, ...]
) -> Iterator[Section]:
    for one in _maps(node, "sections"):
        kind = next((key for key in one.items if key in shape.kinds() and one.get(key)), "")
        title = tongues.said(one.get("title"), known)
        section = Section(one.path, title.text if title else "", kind, one, (), parent)
        # An entry knows its section and the section its entries, so one of them is filled in late.
        found = tuple(Entry(item.path, kind, item, section) for item in _maps(one, kind))
        object.__setattr__(section, "entries", found)
        yield section
        if parent is None:
            yield from _sections(one, section, known)


def _roles(entry: Entry) -> Iterator[Entry]:
    if entry.kind == "experience":
        for node in _maps(entry.node, "roles"):
            yield replace(entry, path=node.path, node=node, parent=entry)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the values below a place have from above it."""

    language: str
    owners: frozenset[str]
    locales: tuple[str, ...]
    key: str = ""
    entry: str = ""
    role: Role | None = None


def _fields(node: Node, schema: shape.Schema, place: _Place) -> Iterator[Field]:
    if node.path in place.owners:
        place = replace(place, entry=node.path)
    if isinstance(node, Mapping):
        yield from _in_map(node, schema, place)
    elif isinstance(node, Sequence):
        items = shape.item(schema)
        place = replace(place, role=shape.word(schema, "x-role"))
        for value in node.items if items else ():
            yield from _fields(value, items or {}, place)
    elif not node.empty and shape.word(schema, "x-type"):
        yield _field(node, schema, place)


def _in_map(node: Mapping, schema: shape.Schema, place: _Place) -> Iterator[Field]:
    """Yield the fields of a map, or each translation of a text in several languages."""
    if tongues.tagged(node, schema):
        for tag, value in node.items.items():
            yield from _fields(value, schema, replace(place, language=tag))
        return
    spoken = node.text("lang") if shape.child(schema, "lang") else ""
    place = replace(place, language=spoken or place.language, role=None)
    for key, value in node.items.items():
        below = shape.child(schema, key)
        if below is not None:
            yield from _fields(value, below, replace(place, key=key))


def _field(scalar: Scalar, schema: shape.Schema, place: _Place) -> Field:
    tag = scalar.path.rpartition("/")[2]  # where one language of a map was chosen (`languages`)
    return Field(
        path=scalar.path,
        key=place.key,
        type=shape.word(schema, "x-type"),
        role=place.role or shape.word(schema, "x-role"),
        scalar=scalar,
        language=tag if tag in place.locales else place.language,
        entry=place.entry,
    )
