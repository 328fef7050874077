"""A list stands where a text is due, a text where a list is due, and so on.

Such a value can't be printed as it was meant: authors in one text are not found in the author
list, so your own name is not set in bold. One value where "one or a list" may stand is fine.

Bad:
    sections:
      - title: Publications
        publications: [{title: Salt Roads, authors: "Ada Example, Baris Kaptan"}]
      - title: Education
        education: [{institution: [KU Leuven], score: 3.9}]
Says:
    3:49 error wrong-type: The names are no list.
    5:31 error wrong-type: One text is due here, not a list.
    5:51 error wrong-type: This score is no map.
Bad:
    sections:
      - title: About
        text: A first line.
        hide_title: yes
Says:
    4:17 error wrong-type: This is neither true nor false.
Good:
    person: {name: Ada Example, email: [ada@example.org, ada@example.net]}
    sections:
      - title: Publications
        publications: [{title: Salt Roads, authors: [Ada Example, Baris Kaptan]}]
      - title: Education
        education: [{institution: KU Leuven, score: {value: 3.9}}]
Silence:
    `checks: {ignore: [wrong-type]}`, but the value may be missing on the page then.
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
    """Yield a problem for each value of another type than the schema's."""
    yield from faults(document, "wrong-type")
    yield from under(document, "wrong-type")
