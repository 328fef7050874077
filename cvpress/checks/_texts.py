"""The texts of a document as the checks of words read them, and where each stands.

Spaces stand in place of what is not spelled: code, what is left of a template (one fault, one
finding), and the name of a repository or package as the name of a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cvpress.checks import _templates
from cvpress.finding import Fix, Problem
from cvpress.markup import Marked, parse
from cvpress.schema.fields import Field
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.text import Text

_PART = re.compile(r"/test(?:/\d+)?/parts/[^/]+$")
_NAMED_LIKE_TITLES = frozenset({"department", "program", "event"})
# what a post, a degree, a section is called: ordinary words, hardly ever names
_ORDINARY = frozenset(
    {"degree", "area", "role", "level", "headline", "relationship", "fluency", "language"}
)
_POST = re.compile(r"/(?:experience/\d+(?:/roles/\d+)?|references/\d+|service/\d+)/title$")
_HEADING = re.compile(r"(?:/sections/\d+)+/title$")
_PROJECT = re.compile(r"/projects/\d+/name$")
# example/salt-roads, Example/SaltRoads, salt-roads, tinyraft
_PACKAGE = re.compile(r"[\w.-]+(?:/[\w.-]+)+|[a-z0-9]+(?:[-_.+][a-z0-9]+)*")


@dataclass(frozen=True, eq=False)
class Place:
    """Where a text stands: a value, or a key that the page prints."""

    path: str
    key: bool
    marked: Marked | None

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Turn a stretch of the letters for reading into one of what is written."""
        return self.marked.stretch(start, end) if self.marked else (start, end)

    def problem(
        self, start: int, end: int, message: str, help: str, put: str | None = None
    ) -> Problem:
        """Return a problem with a stretch of the letters, and its fix where `put` is certain."""
        at = self.stretch(start, end)
        fix = None
        if put is not None and at[1] - at[0] == end - start:  # no mark-up inside
            fix = Fix(f"Write “{put}”", ((*at, put),))
        return Problem(self.path, message, at=at, key=self.key, help=help, fix=fix)


def read_texts(document: Document, some: Iterable[Field]) -> Iterator[tuple[Place, Text]]:
    """Yield the texts of some fields, and the keys of a test's parts, as letters for reading."""
    for field in some:
        if field.type in ("text", "long"):
            marked = parse(field.scalar.text)
            reading = _spelled(document, field, marked)
            yield Place(field.path, False, marked), Text(reading, _role(field, reading))
        elif _PART.search(field.path) and (key := document.key(field.path)):
            yield Place(field.path, True, None), Text(key.text, "label")


def _spelled(document: Document, field: Field, marked: Marked) -> str:
    """Return the letters for reading, with spaces for those that are not to be spelled."""
    reading = "".join(" " * len(run.text) if run.code else run.text for run in marked.runs)
    if _PROJECT.search(field.path) and _PACKAGE.fullmatch(reading):
        return " " * len(reading)
    for start, end in _templates.silent(document, field.path):
        reading = reading[:start] + " " * (end - start) + reading[end:]
    return reading


def _role(field: Field, reading: str) -> str:
    """Return what the words are: a department is called like a title, SaltRoads is a name."""
    if field.key in _NAMED_LIKE_TITLES:
        return "title"
    if field.key in _ORDINARY or _POST.search(field.path) or _HEADING.fullmatch(field.path):
        return "ordinary"
    if _PROJECT.search(field.path) and len(reading.split()) == 1:
        return "organization"
    return field.role


def tag(field: Field, settings: Settings) -> str:
    """Return the tag of the language in which a field's words are spelled."""
    if settings.spelling and field.language == settings.locales[0]:
        return settings.spelling
    return field.language


def language(field: Field, settings: Settings) -> str:
    """Return the language in which a field's words are spelled, without country."""
    return tag(field, settings).partition("-")[0].lower()
