"""An asterisk opens emphasis that nothing closes, so it is printed.

`*Project: *Title*` prints its first asterisk as a letter and sets the wrong words. Silent where an
asterisk is a sign of its own: inside and after words (`A*`, `C*-algebra`, `2 * 3`, a footnote's
`Title*`), in code, and where a backslash says so.

Bad:
    sections:
      - title: Projects
        projects:
          - {name: "*Fast Caches", summary: "By the **Example Lab* and others"}
Says:
    4:17 warning unbalanced-emphasis: This asterisk has no partner, so it is printed as a letter.
    4:49 warning unbalanced-emphasis: This asterisk has no partner, so it is printed as a letter.
Good:
    sections:
      - title: Projects
        projects:
          - name: "*Fast Caches*"
            summary: A* search over C*-algebras, 2 * 3, `*p` and \\*this.
Silence:
    `checks: {ignore: [unbalanced-emphasis]}`, `ignore: [unbalanced-emphasis]` on the entry, or
    `# cvpress: ignore unbalanced-emphasis` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each asterisk that is surely a slip."""
    for field in texts(document):
        for place in parse(field.scalar.text).lone:
            if place == 0 and field.scalar.style == "plain":
                continue  # YAML stumbles at it already, and is told so
            yield Problem(
                field.path,
                "This asterisk has no partner, so it is printed as a letter.",
                at=(place, place + 1),
                help="Remove it or write its partner; \\* prints an asterisk, `marks` put a sign.",
            )
