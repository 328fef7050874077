"""A finding: what is wrong, where, how bad, and what to do; and the problem it is made from.

A check or proof yields problems: a path and a sentence. The runner (`cvpress.runner`) turns them
into findings: it adds the id, the severity and the place, which a check therefore can't get wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cvpress.source.document import Document, Edit, Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Fix:
    """A cure: each `(start, end, replacement)` counts in the scalar's text (`Scalar.text`)."""

    description: str
    replacements: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check or proof says.

    `at`: the stretch of the scalar's text that is meant (offsets, end exclusive); None: all of it.
    `word`: letters that are meant where `at` is None, if the scalar's text has them once.
    `key`: the place is the key of the path, not its value.
    `place`, `edits`: offsets into the file, only where the text itself is at fault (`Fault`);
    `file`: the other file that `place` counts in.
    """

    path: str
    message: str
    at: tuple[int, int] | None = None
    key: bool = False
    help: str = ""
    fix: Fix | None = None
    place: tuple[int, int] | None = None
    edits: tuple[Edit, ...] = ()
    fix_description: str = ""
    file: Document | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class FileEdit:
    """One change of the file, by line and column, as a report tells it."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class FileFix:
    """A cure, ready to be applied to the file."""

    description: str
    edits: tuple[FileEdit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a report. `span` is None for what has no place (fonts, metadata)."""

    id: str
    severity: Severity
    message: str
    help: str
    file: str
    span: Span | None
    path: str
    fix: FileFix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which reports sort: file, line (none first), column, id."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return self.file, line, column, self.id, self.message


def faults(document: Document, id: str) -> Iterator[Problem]:
    """Yield what the reader of the text found under this id."""
    for fault in document.faults:
        if fault.id == id:
            yield Problem(
                fault.path,
                fault.message,
                help=fault.help,
                place=(fault.start, fault.end),
                edits=fault.edits,
                fix_description=fault.fix,
                file=fault.file,
            )
