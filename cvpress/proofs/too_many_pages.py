"""The PDF has more pages than `design.max_pages` allows.

Many who ask for a CV say how long it may be, and stop reading there.

Bad:
    design: {max_pages: 2}
    person: {name: Ada Example}
Printed:
    [pages: 3]
    Ada Example
    About
    A first line.
Says:
    1:21 error too-many-pages: The PDF has 3 pages; max_pages allows 2.
Good:
    design: {max_pages: 2}
    person: {name: Ada Example}
Printed:
    [pages: 2]
    Ada Example
    About
    A first line.
Silence:
    Raise `design: {max_pages: 3}`, or `checks: {ignore: [too-many-pages]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None

_HELP = "Shorten the text, raise max_pages, or let `fit: true` set it tighter."
_FITTED = "Even the tightest look and all that may be left out is not enough: shorten the text."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield one problem where the page count is over the limit; 0 is no limit."""
    pages, most = len(printed.pages), view.design.max_pages
    if 0 < most < pages:
        yield Problem(
            "/design/max_pages",
            f"The PDF has {pages} pages; max_pages allows {most}.{_over(printed, most)}",
            help=_FITTED if view.design.fit else _HELP,
        )


def _over(printed: Printed, most: int) -> str:
    """Tell how many lines stand on the pages that are too many."""
    lines = len({(w.page, round(w.box.bottom)) for w in printed.words if w.page > most})
    return f" {lines} line{'s are' if lines > 1 else ' is'} too many." if lines else ""
