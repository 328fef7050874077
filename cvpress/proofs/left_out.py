"""An entry or bullet was left out so that the CV fits its pages.

`design: {fit: true}` sets a CV tighter first; where that is not enough, what has the lowest
`priority` goes, and comes back if there is room for it in the end. Nothing goes silently: each one
that went is told here, at its place.

Bad:
    design: {max_pages: 1, fit: true}
    sections: [{title: Languages, bullets: [Ancient Greek, Latin]}]
Printed:
    [left out: /sections/0/bullets/1]
    Ada Example
    Languages
    Ancient Greek
    Latin
Says:
    2:56 info left-out: This was left out so that the CV fits 1 page.
Good:
    design: {max_pages: 1, fit: true}
    sections: [{title: Languages, bullets: [Ancient Greek, Latin]}]
Printed:
    Ada Example
    Languages
    Ancient Greek
    Latin
Silence:
    `checks: {ignore: [left-out]}`, `ignore: [left-out]` on the entry, or
    `# cvpress: ignore left-out` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.view.model import View

SEVERITY = "info"
ON = True
FAMILY = "proofs"
LANGUAGES = None


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each entry and bullet that went."""
    pages = view.design.max_pages
    for path in view.left_out:
        yield Problem(
            path,
            f"This was left out so that the CV fits {pages} page{'s' if pages != 1 else ''}.",
            help="A higher priority keeps it; something else goes then.",
        )
