"""Ignores: where the owner of a CV says that a check is to be silent, and which of them did so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from cvpress.finding import Finding
from cvpress.schema.fields import entries, scalars, sections
from cvpress.settings import Settings
from cvpress.source.document import Comment, Document, Mapping

UNUSED = "unused-ignore"
_COMMENT = re.compile(r"#\s*cvpress:\s*ignore\b[ \t]*(?P<ids>[\w*, -]*)")


@dataclass(slots=True)
class Ignore:
    """One ignore: the id it names, where it reigns, and where it stands itself.

    `line` 0 and `within` "": the whole file. `used` is set by the runner.
    """

    id: str
    path: str = ""
    place: tuple[int, int] | None = None
    within: str = ""
    line: int = 0
    used: bool = field(default=False, compare=False)

    def silences(self, finding: Finding) -> bool:
        """Return whether this ignore silences the finding, and remember if it does."""
        hit = fnmatchcase(finding.id, self.id) and self._reaches(finding)
        self.used = self.used or hit
        return hit

    def _reaches(self, finding: Finding) -> bool:
        if self.line:
            return finding.span is not None and finding.span.line == self.line
        return not self.within or (finding.path + "/").startswith(self.within + "/")


def find(document: Document, settings: Settings) -> list[Ignore]:
    """Return every ignore of the file, its sections, entries and lines."""
    found = [Ignore(id, path=f"/checks/ignore/{i}") for i, id in enumerate(settings.ignore)]
    places = [(section.node, section.path) for section in sections(document)]
    places += [(entry.node, entry.path) for entry in entries(document)]
    for node, path in places:
        found.extend(_listed(node, path))
    for comment in document.comments:
        found.extend(_commented(document, comment))
    return found


def _listed(node: Mapping, path: str) -> list[Ignore]:
    return [Ignore(s.text, path=s.path, within=path) for s in scalars(node, "ignore")]


def _commented(document: Document, comment: Comment) -> list[Ignore]:
    match = _COMMENT.match(comment.text)
    if not match:
        return []
    line = comment.line
    if comment.alone:
        line = _next_line(document, comment)
    place = (comment.start, comment.start + len(comment.text))
    ids = re.split(r"[,\s]+", match["ids"].strip()) if match["ids"].strip() else ["*"]
    return [Ignore(id, place=place, line=line) for id in ids]


def _next_line(document: Document, comment: Comment) -> int:
    """Return the line that a comment alone on its line speaks of: the next that is no comment."""
    alone = {c.line for c in document.comments if c.alone}
    line = comment.line + 1
    while line in alone:
        line += 1
    return line
