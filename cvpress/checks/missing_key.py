"""A field without which the entry can't be printed, or would be misread, has to be there.

An award without its title prints an empty line. A job with a start and no end may go on or be
over, and a reader takes the reading that is worse for you: `end: present` says it goes on.
An empty field counts as a missing one. A field that is there but misspelt is told as `unknown-key`.

Bad:
    sections:
      - title: Experience
        experience: [{organization: Galerie Nord, start: 2021}]
Says:
    3:18 error missing-key: This start has no end.
Bad:
    sections:
      - title: Awards
        awards: [{issuer: Virginia Tech}]
      - title: Skills
        skills: [{label: Computing}]
      - title: Interests
Says:
    3:14 error missing-key: “title” is missing.
    5:14 error missing-key: This skill has neither items nor a text.
    6:5 error missing-key: This section is empty.
Good:
    sections:
      - title: Experience
        experience: [{organization: Galerie Nord, start: 2021, end: present}]
      - title: Awards
        awards: [{title: Prize}]
      - title: Skills
        skills: [{label: Computing, items: [Python]}]
Silence:
    `checks: {ignore: [missing-key]}`, `ignore: [missing-key]` on the entry, or
    `# cvpress: ignore missing-key` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.schema.validation import under
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each field that the schema requires and that is not there."""
    yield from faults(document, "missing-key")
    yield from under(document, "missing-key")
