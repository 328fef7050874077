"""A link leads to no page any more.

A reader who clicks on it lands on an error page, and wonders what else is out of date. It needs the
network, so it is told only by `check --online`. Dead is what the server itself says is gone (404,
410), a site of whose name nobody knows, and one whose certificate has expired or is another site's,
since browsers stop there. A server that refuses programs, is busy or out of order says nothing of
its page: such links are counted in the last line, and are no findings.

Bad:
    sections:
      - title: Projects
        projects:
          - {name: Salt Roads, url: "https://example.org/salt"}
          - {name: Salt Ships, summary: "See the [report](https://example.org/ships)."}
Answers:
    https://example.org/salt gone the server knows no such page (404)
    https://example.org/ships gone there is no site of this name
Says:
    4:34 warning link-dead: This link is dead: the server knows no such page (404).
    5:46 warning link-dead: This link is dead: there is no site of this name.
Good:
    sections:
      - title: Projects
        projects:
          - {name: Salt Roads, url: "https://example.org/salt"}
          - {name: Salt Ships, url: "https://example.org/ships"}
          - {name: Salt Carts, summary: "Write to [me](mailto:ada@example.org)."}
Answers:
    https://example.org/salt fine
    https://example.org/ships unsure its site refuses programs (403)
Silence:
    `checks: {ignore: [link-dead]}`, `ignore: [link-dead]` on the entry, or
    `# cvpress: ignore link-dead` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks._links import links
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
ONLINE = True
FAMILY = "identifiers"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each link of which it is sure that it leads nowhere."""
    found = links(document)
    answers = settings.links(link.url for link in found) if settings.links else {}
    for link in found:
        answer = answers[link.url]
        if answer.kind == "gone":
            message = f"This link is dead: {answer.why}."
            help = "Write where it is now, or take the link out."
            yield Problem(link.path, message, at=link.at, help=help)
