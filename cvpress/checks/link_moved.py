"""A link leads to its page only by a redirect that is for good.

The site says that the page has a new address and that the old one should not be used: it works
until somebody tidies up. It needs the network, so it is told only by `check --online`. Silent where
the two differ only in `www.`, a closing slash or a language (`/en/`), where a DOI or a profile is
what redirects, and where the new address is another page: a login, a search, the front page.

Bad:
    sections:
      - title: Projects
        projects: [{name: Salt Roads, url: "http://example.org/old"}]
Answers:
    http://example.org/old moved https://example.org/new
Says:
    3:41 info link-moved: This page has moved for good.
Good:
    sections:
      - title: Projects
        projects:
          - {name: Salt Roads, url: "https://example.org/new"}
          - {name: Salt Ships, url: "https://example.org/ships"}
          - {name: Salt Carts, url: "https://example.org/carts"}
Answers:
    https://example.org/new fine
    https://example.org/ships moved https://www.example.org/en/ships/
    https://example.org/carts moved https://example.org/login?next=carts
Silence:
    `checks: {ignore: [link-moved]}`, `ignore: [link-moved]` on the entry, or
    `# cvpress: ignore link-moved` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from cvpress import addresses
from cvpress.checks._links import Link, links
from cvpress.finding import Fix, Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = True
ONLINE = True
FAMILY = "identifiers"
LANGUAGES = None
# Patterns, and not compiled: this module is loaded by every check, and seldom used.
_LANGUAGE = r"^/[a-z]{2}(?:[-_][a-zA-Z]{2})?(?=/|$)"
_OTHER_PAGE = (
    r"(?i)(?<![a-z])(?:log[-_]?[io]n|sign[-_]?(?:in|up)|sso|auth\w*|oauth\d?|consent|cookies?|captcha"
    r"|challenge|verify|errors?|not[-_]?found|404|unavailable|expired|parked|search)(?![a-z])"
)
# In a query: what belongs to this one visit.
_VISIT = r"(?i)(?:^|[&;])(?:\w*session\w*|sid|token|utm_\w+|next|return\w*|redirect\w*)="
_LONGEST = 300
# Signs that would need an escape in YAML, in Markdown or on the page.
_PLAIN = r"(?a)[A-Za-z0-9:/?=&.,~_%+@!;-]+(?:#[\w-]+)?"


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each link whose page says that it has a new address."""
    found = [link for link in links(document) if link.written]
    answers = settings.links(link.url for link in found) if settings.links else {}
    for link in found:
        answer = answers[link.url]
        if answer.kind == "moved" and _worth_telling(link.url, answer.to):
            yield _problem(link, answer.to)


def _worth_telling(old: str, new: str) -> bool:
    """Return whether the new address is the same page at a place that a reader would notice."""
    before, after = urlsplit(old), urlsplit(new)
    if re.search(_OTHER_PAGE, f"{after.netloc}{after.path}") or re.search(_VISIT, after.query):
        return False
    if before.path.strip("/") and not after.path.strip("/"):
        return False
    return before.scheme != after.scheme or _page(old) != _page(new)


def _page(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    site = (parts.hostname or "").removeprefix("www.")
    return site, re.sub(_LANGUAGE, "", parts.path).rstrip("/"), parts.query


def _problem(link: Link, new: str) -> Problem:
    fix = None
    anchor = urlsplit(link.url).fragment
    if anchor and "#" not in new:
        new = f"{new}#{anchor}"
    if (
        link.written
        and len(new) <= _LONGEST
        and re.fullmatch(_PLAIN, new)
        and not addresses.link(new)
    ):
        fix = Fix("Write the new address", ((*link.written, new),))
    return Problem(
        link.path,
        "This page has moved for good.",
        at=link.at,
        help=f"Its new address is {new}" if len(new) <= _LONGEST else "",
        fix=fix,
    )
