"""What a .bib holds, as it is written there: entries, fields, places, faults."""

from __future__ import annotations

from dataclasses import dataclass, field

from cvpress.source.document import Document, Fault


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """The value of a field: its LaTeX, strings put in, and the offsets [start, end) in the file."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class BibEntry:
    """One entry. `type` is in small letters; the fields' names, too.

    `start`, `end`: the offsets of its key. `faults`: what is told of it if it is printed.
    """

    type: str
    key: str
    start: int
    end: int
    fields: dict[str, Value]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Bib:
    """A .bib: its text as a document without a root, and its entries by their keys.

    `faults`: what is told of it in any case; `unseen`: letters that nobody sees, told if printed.
    """

    file: Document
    entries: dict[str, BibEntry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    unseen: tuple[Fault, ...] = ()
