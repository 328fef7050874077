"""A link that no browser can follow.

A reader who clicks on it lands nowhere, and takes it for carelessness. A link begins with https,
http, mailto or tel and has no space in it; `website` may leave https:// out. Names in any script,
addresses of machines, ports and signs behind the site's name are all fine.

Bad:
    person:
      name: Ada Example
      website: https//example.org
      profiles: [{network: GitHub, username: "https://github.com/ada"}]
    sections:
      - title: Projects
        projects:
          - {name: One, url: https://https://example.org/a}
          - {name: Two, url: "https://example.org/my page"}
          - {name: Three, url: example.org}
          - {name: Four, url: "ftp://example.org"}
          - {name: "[Five](https://example/x)", url: https://example.con}
Says:
    3:12 error link-malformed: A link begins with https://
    4:42 error link-malformed: This is an address, not a user name.
    8:26 error link-malformed: This link begins twice.
    9:49 error link-malformed: There is a space in this link.
    10:28 error link-malformed: This link does not begin with https://
    11:28 error link-malformed: Links begin with https, http, mailto or tel.
    12:32 error link-malformed: This name of a site has no ending such as .org.
    12:66 error link-malformed: No site ends in .con.
Good:
    person:
      name: Ada Example
      website: [example.org, "https://münchen.example:8080/?q=a#b"]
      profiles: [{network: GitHub, username: ada}]
    sections:
      - title: Projects
        projects:
          - {name: One, url: "https://[2001:db8::1]/a(b)"}
          - {name: Two, url: "tel:+32-16-550100"}
          - {name: "[Five](mailto:ada+cv@example.org)", url: http://example.photography}
Silence:
    `checks: {ignore: [link-malformed]}`, `ignore: [link-malformed]` on the entry, or
    `# cvpress: ignore link-malformed` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import addresses, markup
from cvpress.checks._slips import problem
from cvpress.finding import Problem
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None

# An empty target, or one that leads nowhere on purpose, is told by placeholder-link.
_NOWHERE = ("", "#")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each link that can't be followed."""
    for field in fields(document):
        if field.key in ("url", "website"):
            yield from _whole(field)
        elif field.key == "username" and "://" in field.scalar.text:
            yield Problem(
                field.path, "This is an address, not a user name.", help="Write it under “url”."
            )
        elif field.type in ("text", "long"):
            yield from _within(field)


def _whole(field: Field) -> Iterator[Problem]:
    text = field.scalar.text
    target = text.strip()
    slip = None
    if target not in _NOWHERE:
        slip = addresses.link(target, bare=field.key == "website")
    if slip:
        yield problem(field.path, slip, text.index(target))


def _within(field: Field) -> Iterator[Problem]:
    text = field.scalar.text
    for link in markup.parse(text).links if "](" in text else ():
        slip = addresses.link(link.url) if link.url not in _NOWHERE else None
        if not slip:
            continue
        start = link.end - 1 - len(link.url)
        if text[start : link.end - 1] == link.url:
            yield problem(field.path, slip, start)
        else:  # an escape within: the letters of the target are not those of the text
            yield Problem(field.path, slip.message, at=(link.start, link.end), help=slip.help)
