"""The document: the text of a cv.yaml, read, with the place of every key, value and character.

A *path* is a JSON Pointer (RFC 6901): `/sections/0/education/0/end`. Lines and columns count from
1, columns in Unicode code points; ends are exclusive. Offsets count code points of `Document.text`
(or of `Scalar.text`) from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from cvpress.source.pointer import unescaped

Value = None | bool | int | float | str
Style = Literal["plain", "single", "double", "literal", "folded"]
_BREAK = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A stretch of the file: lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """One value (or key). `text` is what was written, decoded; `value` what YAML 1.2 core reads."""

    path: str
    start: int
    end: int
    text: str
    value: Value
    style: Style

    @property
    def empty(self) -> bool:
        """True where nothing is written (`headline:`, a quoted nothing); `null` is a word."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list, in the order of the file."""

    path: str
    start: int
    end: int
    items: tuple[Node, ...]

    @property
    def empty(self) -> bool:
        """True for a list in which nothing is."""
        return not self.items


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """A map: its values by key, and the keys themselves, which have places of their own."""

    path: str
    start: int
    end: int
    items: dict[str, Node]
    keys: dict[str, Scalar]

    @property
    def empty(self) -> bool:
        """True for a map in which nothing is."""
        return not self.items

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None where it is missing or empty (LANGUAGE 1)."""
        node = self.items.get(key)
        return None if node is None or node.empty else node

    def text(self, key: str) -> str:
        """Return the written text of a scalar, or "" where there is none."""
        node = self.get(key)
        return node.text if isinstance(node, Scalar) else ""


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the file: the code points [start, end) of the text become `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What the reader of the text itself found wrong: a YAML trap, told in plain words.

    `start` and `end` are offsets into `Document.text`; `id` is the id of the check that reports it.
    `file`: the other file, say a .bib, that the offsets count in.
    """

    id: str
    start: int
    end: int
    message: str
    help: str = ""
    path: str = ""
    fix: str = ""
    edits: tuple[Edit, ...] = ()
    file: Document | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, from its `#` to the end of its line. `alone`: nothing else stands on the line."""

    start: int
    text: str
    line: int
    alone: bool


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """Where a value stands that came from another file: the offsets [start, end) of its text.

    `quoted`: it is quoted from there, and nobody's own words.
    """

    file: Document
    start: int
    end: int
    quoted: bool = True


@dataclass(frozen=True, eq=False)
class Document:
    """A cv.yaml with positions. `root` is None where the text is no YAML map at all.

    `beside`: by their paths, the values that stand in another file, which is a document without a
    root. In this file they stand where that file is named. `written`: the document without them.
    `respelt`: where a key stands under its right name, its path as the file has it.
    `spoken`: the language that its words tell, where it says none (`cvpress.schema.undeclared`).
    """

    name: str
    text: str
    root: Mapping | None
    faults: tuple[Fault, ...] = ()
    comments: tuple[Comment, ...] = ()
    nodes: dict[str, Node] = field(default_factory=dict)
    beside: dict[str, Beside] = field(default_factory=dict)
    written: Document | None = None
    respelt: dict[str, str] = field(default_factory=dict)
    spoken: str = ""

    @property
    def own(self) -> Document:
        """The document as this file alone has it."""
        return self.written or self

    @cached_property
    def files(self) -> tuple[Document, ...]:
        """This file, and the others in which its values stand or faults were found."""
        others = [place.file for place in self.beside.values()]
        others += [fault.file for fault in self.faults if fault.file]
        return (self, *{one.name: one for one in others}.values())

    def outside(self, path: str) -> Beside | None:
        """Return where the value at a path, or what holds it, stands in another file."""
        while self.beside and path:
            if path in self.beside:
                return self.beside[path]
            path = path.rpartition("/")[0]
        return None

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line starts. Only LF, CRLF and CR end a line."""
        return (0, *(match.end() for match in _BREAK.finditer(self.text)))

    def node(self, path: str) -> Node | None:
        """Return the node at a path, or None."""
        return self.nodes.get(path)

    def key(self, path: str) -> Scalar | None:
        """Return the key whose value stands at a path, or None (the root, items of a list)."""
        parent = self.nodes.get(path.rpartition("/")[0])
        name = unescaped(path.rpartition("/")[2])
        return parent.keys.get(name) if isinstance(parent, Mapping) else None

    def as_written(self, path: str) -> str:
        """Return a path as the file has it, with its misspelt keys."""
        above = path
        while self.respelt and above:
            if above in self.respelt:
                return self.respelt[above] + path[len(above) :]
            above = above.rpartition("/")[0]
        return path

    def scalars(self) -> Iterator[Scalar]:
        """Yield every value that is no list and no map, in the order of the file."""
        return (node for node in self.nodes.values() if isinstance(node, Scalar))
