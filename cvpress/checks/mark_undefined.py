"""A mark that is used is defined: `marks:` at the top level says its sign and meaning.

Otherwise a sign would stand on the page that nobody explains, or none at all. The mark
`equal-contribution` is known without being told.

Bad:
    marks: {co-lead: {text: Led with a colleague.}}
    sections:
      - title: Experience
        experience:
          - {organization: Galerie Nord, project: Weights, marks: [colead]}
Says:
    5:64 error mark-undefined: No mark of this name is defined under marks.
Good:
    marks: {co-lead: {text: Led with a colleague.}}
    sections:
      - title: Experience
        experience:
          - {organization: Galerie Nord, project: Weights, marks: [co-lead, equal-contribution]}
Silence:
    `checks: {ignore: [mark-undefined]}`; the mark prints nothing then.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.schema.fields import fields
from cvpress.schema.suggest import SURE, closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "error"
ON = True
FAMILY = "content"
LANGUAGES = None

_PREDEFINED = "equal-contribution"


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each use of a mark that is not defined."""
    told = document.node("/marks")
    known = [*(told.items if isinstance(told, Mapping) else ()), _PREDEFINED]
    for field in fields(document):
        name = field.scalar.text
        if field.key != "marks" or name in known:
            continue
        near, sure = closest(name, known), closest(name, known, alike=SURE)
        yield Problem(
            field.path,
            "No mark of this name is defined under marks.",
            help=f"Did you mean “{near}”?" if near else f"Add {name}: {{text: …}} there.",
            fix=Fix(f"Write “{sure}”", ((0, len(name), sure),)) if sure else None,
        )
