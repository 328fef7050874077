"""A text with a colon and a space in it stands in quotes.

YAML takes the words before `: ` for a key: `- Thesis: Salt roads` is no bullet but a map with the
field Thesis, and `title: Rivers: a history` can't be read at all. A colon without a space (`12:30`,
`https://…`) is part of the text.

Bad:
    sections:
      - title: Rivers: a history
        bullets:
          - Thesis: Salt roads
Says:
    2:12 error unquoted-colon: YAML takes the words before a colon and a space for a key.
    4:9 error unquoted-colon: YAML takes the words before a colon and a space for a key.
Good:
    sections:
      - title: "Rivers: a history"
        bullets: ["Thesis: Salt roads", Monday at 12:30]
Silence:
    `checks: {ignore: [unquoted-colon]}`, or `# cvpress: ignore unquoted-colon` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.schema.misread import misread_texts
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.source.traps import as_text

SEVERITY = "error"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each text that YAML took for a key and its value."""
    yield from faults(document, "unquoted-colon")
    for mapping in misread_texts(document):
        if any(mapping.start <= fault.start < mapping.end for fault in document.faults):
            continue  # {Beijing, China} has no colon: cut-by-comma
        fault = as_text(document.text, mapping)
        yield Problem(
            mapping.path,
            fault.message,
            help=fault.help,
            place=(fault.start, fault.end),
            edits=fault.edits,
            fix_description=fault.fix,
        )
