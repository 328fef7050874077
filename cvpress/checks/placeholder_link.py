"""A link has no target yet: it is empty or `#`.

Such links are left over from a draft. The words are printed, but a reader who clicks on them gets
nowhere, so no link is made. An entry of `links` without a `url` is no fault: its label is text.

Bad:
    sections:
      - title: Projects
        projects:
          - name: Fast Caches
            url: "#"
            summary: See the [long report](#) and the [code]().
Says:
    5:14 warning placeholder-link: This link has no target.
    6:26 warning placeholder-link: The link “long report” has no target.
    6:51 warning placeholder-link: The link “code” has no target.
Good:
    sections:
      - title: Projects
        projects:
          - name: Fast Caches
            links: [{label: slides}, {label: code, url: "https://example.org/#code"}]
            summary: See the [report](https://example.org) [1], (#) and `[a](#)`.
Silence:
    `checks: {ignore: [placeholder-link]}`, `ignore: [placeholder-link]` on the entry, or
    `# cvpress: ignore placeholder-link` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_NOWHERE = ("", "#")  # any other target without a scheme is link-malformed


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each link in a text, and each address, that leads nowhere."""
    for field in fields(document):
        if field.type in ("text", "long"):
            for link in parse(field.scalar.text).links:
                if link.url in _NOWHERE:
                    yield Problem(
                        field.path,
                        f"The link “{link.label}” has no target.",
                        at=(link.start, link.end),
                        help="Put its address between the parentheses, or leave the words alone.",
                    )
        elif field.key in ("url", "website") and field.scalar.text.strip() in _NOWHERE:
            help = "Write its address, or take the field away."
            yield Problem(field.path, "This link has no target.", help=help)
