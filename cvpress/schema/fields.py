"""The document seen through its schema: sections, entries and fields with their kinds.

A check asks here what a text *is* (a person's name, a title, prose, a date) instead of guessing
from its place. Nothing here raises on a wrong document: what has the wrong shape is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cvpress.source.document import Document, Mapping, Scalar, Sequence

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


def sections(document: Document) -> tuple[Section, ...]:
    """Return all sections in the order of the file, each followed by its subsections."""
    raise NotImplementedError


def entries(document: Document) -> tuple[Entry, ...]:
    """Return all entries of all sections in the order of the file, each followed by its roles."""
    raise NotImplementedError


def fields(document: Document) -> tuple[Field, ...]:
    """Return every scalar that the schema knows, in the order of the file."""
    raise NotImplementedError


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
