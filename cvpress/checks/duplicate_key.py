"""Each field stands once in its map.

YAML's readers keep one of two values that have one key, most of them the last, and say nothing: an
entry was copied, one line of it was forgotten, and half a job is missing on the page. The same key
in two entries, or in a map within, is no repetition.

Bad:
    person:
      name: Ada Example
      email: ada@example.org
      email: ada@example.com
Says:
    4:3 error duplicate-key: This key stands on line 3 already; only the first one counts.
Good:
    person:
      name: Ada Example
      email: [ada@example.org, ada@example.com]
Silence:
    `checks: {ignore: [duplicate-key]}`, or `# cvpress: ignore duplicate-key` on the line.
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
    """Yield each second value of a key."""
    yield from faults(document, "duplicate-key")
