"""Ignores: where the owner of a CV says that a check is to be silent, and which of them did so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from cvpress.finding import Finding
from cvpress.schema.fields import scalars
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping
from cvpress.source.positions import place_of, span

UNUSED = "unused-ignore"
_COMMENT = re.compile(r"#\s*cvpress:\s*ignore\b[ \t]*(?P<ids>[\w*, -]*)")


@dataclass(slots=True)
class Ignore:
    """One ignore: what it names (an id, a family, a glob), where it reigns, where it stands itself.

    `lines` (0, 0) and `within` "": the whole file. `used`: it has silenced something.
    """

    id: str
    path: str = ""
    place: tuple[int, int] | None = None
    within: str = ""
    lines: tuple[int, int] = (0, 0)
    used: bool = field(default=False, compare=False)

    def names(self, id: str, family: str) -> bool:
        """Return whether a check is meant."""
        return self.id in (id, family) or ("*" in self.id and fnmatchcase(id, self.id))

    def reigns(self) -> Iterable[int | str]:
        """Yield each line, or the path, that it reigns over; 0 for the whole file."""
        if self.lines[0]:
            return range(self.lines[0], self.lines[1] + 1)
        return (self.within or 0,)


class Ignores:
    """The ignores of a file, by check and place: each finding is looked up, however many there are.

    A finding in another file, a .bib, is silenced at the line that names the file.
    All that silence a finding are used by it, so that none looks unused.
    """

    def __init__(self, found: Iterable[Ignore], document: Document) -> None:
        self.all = tuple(found)
        self._document = document
        self._by_check: dict[str, dict[int | str, list[Ignore]]] = {}

    def silence(self, finding: Finding, family: str) -> bool:
        """Return whether a finding is silenced, and remember by which."""
        reigning = self._of(finding.id, family)
        groups = [reigning[place] for place in self._places(finding) if place in reigning]
        for group in groups:
            for ignore in group:
                ignore.used = True
            group.clear()  # what is used stays used
        return bool(groups)

    def _of(self, id: str, family: str) -> dict[int | str, list[Ignore]]:
        if id not in self._by_check:
            reigning = self._by_check[id] = {}
            for ignore in self.all:
                for place in ignore.reigns() if ignore.names(id, family) else ():
                    reigning.setdefault(place, []).append(ignore)
        return self._by_check[id]

    def _places(self, finding: Finding) -> Iterator[int | str]:
        """Yield where an ignore may stand that silences a finding: the file, its line, its path."""
        yield 0
        here = finding.span
        if here and finding.file != self._document.name:
            here = place_of(self._document, finding.path)
        if here:
            yield here.line
        path = finding.path
        while path:
            yield path
            path = path.rpartition("/")[0]


def find(document: Document, settings: Settings) -> Ignores:
    """Return every ignore of the file, its sections, entries, bullets and lines."""
    found = [Ignore(id, path=f"/checks/ignore/{i}") for i, id in enumerate(settings.ignore)]
    for path, node in document.nodes.items():
        if isinstance(node, Mapping) and path.startswith("/sections/") and node.get("ignore"):
            found.extend(_listed(node, path))
    return Ignores((*found, *_commented(document)), document)


def _listed(node: Mapping, path: str) -> list[Ignore]:
    return [Ignore(s.text, path=s.path, within=path) for s in scalars(node, "ignore")]


def _commented(document: Document) -> Iterator[Ignore]:
    """Yield the ignores of the comments, each id of a comment by itself."""
    spoken = [(comment, _COMMENT.match(comment.text)) for comment in document.comments]
    if not any(match for _, match in spoken):
        return
    after = _after({comment.line for comment, _ in spoken if comment.alone})
    ends = _ends(document)
    for comment, match in spoken:
        if match:
            line = after.get(comment.line, comment.line)
            place = (comment.start, comment.start + len(comment.text))
            for id in re.split(r"[,\s]+", match["ids"].strip() or "*"):
                yield Ignore(id, place=place, lines=(line, ends.get(line, line)))


def _after(alone: set[int]) -> dict[int, int]:
    """Return the line that a comment alone on its line speaks of: the next that is no comment."""
    after: dict[int, int] = {}
    for line in sorted(alone, reverse=True):
        after[line] = after.get(line + 1, line + 1)
    return after


def _ends(document: Document) -> dict[int, int]:
    """Return on which line a text ends, by the lines of its key and of its beginning.

    Within a text of several lines no comment can stand, so the one at its first line holds for all.
    """
    ends: dict[int, int] = {}
    for scalar in document.scalars():
        written = document.text[scalar.start : scalar.end].rstrip()
        last = span(document, scalar.start, scalar.start + len(written)).end_line
        key = document.key(scalar.path)
        for first in {scalar.start, key.start if key else scalar.start}:
            line = span(document, first, first).line
            ends[line] = max(last, ends.get(line, line))
    return ends
