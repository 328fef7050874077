r"""No character of the CV is one that nobody can see.

A zero-width space or a soft hyphen comes in with a text that was pasted, splits a word for every
search and every parser of CVs, and can't be found by looking. The same holds for control
characters, and for those that turn the direction of a text. A non-breaking space is a space like
others; joiners in emoji, in Persian and in the scripts of India, and marks of direction beside
Hebrew and Arabic are part of their writing and are not reported.

Bad:
    person: {name: "Ada\u200b Example", headline: "A\u00adpplied botany"}
Says:
    1:20 warning invisible-character: An invisible character: zero width space (U+200B).
    1:49 warning invisible-character: An invisible character: soft hyphen (U+00AD).
Good:
    person: {name: "Ada\u00a0Example"}
Silence:
    `checks: {ignore: [invisible-character]}`, or `# cvpress: ignore invisible-character` on the
    line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each stretch of invisible characters."""
    yield from faults(document, "invisible-character")
