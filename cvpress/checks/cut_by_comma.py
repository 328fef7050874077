"""No text inside brackets is cut in two by its own comma.

Inside `{ }` and `[ ]` a comma parts values: `{location: Beijing, China}` is a location and a field
named China, and `[Smith, J.]` are two authors. Reported is what can be nothing else: a key in
braces without a colon, a bracket that opens in one item and closes in the next, and a person who is
initials alone. Any other list of words is a list.

Bad:
    sections:
      - title: Work
        experience: [{organization: Acme, location: Beijing, China, start: 2020, end: 2021}]
      - title: Skills
        skills: [{label: Tools, items: [C++ (11, 14), Go]}]
      - title: Papers
        publications: [{title: On Rivers, authors: [Smith, J., Doe, A. B.]}]
Says:
    3:58 error cut-by-comma: The comma before this cuts the text in two.
    5:46 error cut-by-comma: The comma before this cuts the text in two.
    7:56 error cut-by-comma: The comma before this cuts the text in two.
    7:65 error cut-by-comma: The comma before this cuts the text in two.
Good:
    sections:
      - title: Work
        experience: [{organization: Acme, location: "Beijing, China", start: 2020, end: 2021}]
      - title: Skills
        skills: [{label: Tools, items: ["C++ (11, 14)", Go, R]}]
Silence:
    `checks: {ignore: [cut-by-comma]}`, `ignore: [cut-by-comma]` on the entry, or
    `# cvpress: ignore cut-by-comma` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each text that a comma has cut."""
    yield from faults(document, "cut-by-comma")
