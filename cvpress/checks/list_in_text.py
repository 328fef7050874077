"""A list stands in a field for lists, not in the lines of a text.

In a text a line break is a space, so items written with dashes or numbers run together into one
paragraph. Reported is the first line of a text of several lines that begins with a dash or a
bullet, and a "1." where an item may begin. A hyphen or a number that a line break happened to bring
to the front is not.

Bad:
    sections:
      - title: About
        text: |
          What I do:
          - rivers
          - lakes
Says:
    5:7 warning list-in-text: This line begins like an item of a list, but it is part of a text.
Good:
    sections:
      - title: What I do
        bullets: [rivers, lakes]
      - title: About
        text: >
          A botanist who won the
          1. Preis of the city, and

          two others.
Silence:
    `checks: {ignore: [list-in-text]}`, `ignore: [list-in-text]` on the entry or section.
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
    """Yield each text with a list in it."""
    yield from faults(document, "list-in-text")
