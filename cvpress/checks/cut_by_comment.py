"""No text is cut short by a number sign that YAML takes for the beginning of a comment.

`Ranked #1 of 200` is printed as "Ranked", and nobody is told. A remark that is meant is not
reported: it has two spaces before its `#`, or stands on a line of its own, behind a value in
quotes, or behind a number, a date or an address. `C#` is a word, since no space stands before
its sign.

Bad:
    sections:
      - title: Skills
        bullets:
          - Ranked #1 of 200
          - Wrote C # code
          - #1 in mathematics
Says:
    4:16 warning cut-by-comment: From here on YAML takes the text for a comment and leaves it out.
    5:17 warning cut-by-comment: From here on YAML takes the text for a comment and leaves it out.
    6:9 warning cut-by-comment: From here on YAML takes the text for a comment and leaves it out.
Good:
    sections:
      - title: Skills
        bullets:
          - "Ranked #1 of 200"
          - Wrote C# code  # for two years
          - "Mathematics" # the major
          # more to come
Silence:
    Put two spaces before the `#` of a remark. `checks: {ignore: [cut-by-comment]}`,
    `ignore: [cut-by-comment]` on the entry.
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
    """Yield each text of which a comment took the end."""
    yield from faults(document, "cut-by-comment")
