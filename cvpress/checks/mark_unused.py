"""A mark is defined under `marks`, and nothing carries it.

Its meaning is then printed nowhere: the mark was forgotten at an entry, or the entry went. Silent
where a use is misspelt, since `mark-undefined` tells that, and on `equal-contribution` where
authors are named equal.

Bad:
    marks: {co-lead: {text: Led with a colleague.}, student: {text: A student of mine.}}
    sections:
      - title: Experience
        experience:
          - {organization: Galerie Nord, project: Weights, marks: [co-lead]}
Says:
    1:49 warning mark-unused: Nothing carries this mark.
Good:
    marks: {co-lead: {text: Led with a colleague.}, equal-contribution: {text: Equal.}}
    sections:
      - title: Experience
        experience:
          - {organization: Galerie Nord, highlights: [{text: Weights, marks: [co-lead]}]}
      - title: Publications
        publications:
          - {title: Salt, authors: [Ada Example, B. Lee], equal_contribution: 2}
Silence:
    `checks: {ignore: [mark-unused]}`, or `# cvpress: ignore mark-unused` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import fields
from cvpress.schema.suggest import closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_EQUAL = "equal-contribution"


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each mark that no entry, bullet or author carries."""
    told = document.node("/marks")
    if not isinstance(told, Mapping) or told.empty:
        return
    used = {field.scalar.text for field in fields(document) if field.key == "marks"}
    if any(path.endswith("/equal_contribution") for path in document.nodes):
        used.add(_EQUAL)
    meant = {closest(name, told.items) for name in used - set(told.items) - {_EQUAL}}
    for name, mark in told.items.items():
        if name not in used and name not in meant:
            help = f"Write “marks: [{name}]” where it belongs, or take it out."
            yield Problem(mark.path, "Nothing carries this mark.", key=True, help=help)
