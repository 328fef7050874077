"""The PDF has more pages than `design.max_pages` allows.

Many who ask for a CV say how long it may be, and stop reading there. The help names what stands on
the pages that are too many; of a PDF that was made elsewhere it knows only the number of lines.

Bad:
    design: {max_pages: 1}
    sections:
      - title: Awards
        awards: [{title: King Olav Prize, date: 2019}, {title: Medal of Honour, date: 2012}]
      - {title: About, text: A first line.}
Printed:
    Ada Example
    Awards
    King Olav Prize    2019
    [page]
    Medal of Honour    2012
    About
    A first line.
Says:
    1:21 error too-many-pages: The PDF has 2 pages; max_pages allows 1. 3 lines are too many.
Good:
    design: {max_pages: 2}
    sections:
      - title: Languages
        bullets: [Ancient Greek, Latin, Old Norse, Gothic, Dutch]
Printed:
    Ada Example
    Languages
    • Ancient Greek
    [page]
    • Latin
    • Old Norse
    • Gothic
    • Dutch
Silence:
    Raise `design: {max_pages: 3}`, or `checks: {ignore: [too-many-pages]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.lines import own_lines
from cvpress.proofs.reading import another, compare
from cvpress.proofs.saying import quoted
from cvpress.proofs.standing import standing
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None
MOST_NAMED = 3

_HELP = "Shorten the text, raise max_pages, or let `fit: true` set it tighter."
_FITTED = "Even the tightest look and all that may be left out is not enough: shorten the text."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield one problem where the page count is over the limit; 0 is no limit."""
    pages, most = len(printed.pages), view.design.max_pages
    if 0 < most < pages and not another(printed, view):
        yield Problem(
            "/design/max_pages",
            f"The PDF has {pages} pages; max_pages allows {most}.{_over(printed, view, most)}",
            help=_named(printed, view, most) + (_FITTED if view.design.fit else _HELP),
        )


def _over(printed: Printed, view: View, most: int) -> str:
    """Tell how many lines stand on the pages that are too many."""
    pages = range(most + 1, len(printed.pages) + 1)
    feet = compare(printed, view).feet
    lines = sum(len(own_lines(printed, page, feet)) for page in pages)
    return f" {lines} line{'s are' if lines > 1 else ' is'} too many." if lines else ""


def _named(printed: Printed, view: View, most: int) -> str:
    """Name the entries that stand on these pages, or headings where no entry does."""
    there: dict[str, list[str]] = {"entry": [], "heading": []}
    for one in standing(printed, view):
        kind, name = one.part.kind, one.part.name
        if kind in there and any(printed.words[word].page > most for word in one.words):
            there[kind].append(quoted(name))
    names = there["entry"] or there["heading"]
    if not names:
        return ""
    *first, last = [*names[:MOST_NAMED], *_more(len(names) - MOST_NAMED)]
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"After page {most} come{'s' if len(names) == 1 else ''} {listed}. "


def _more(count: int) -> list[str]:
    return [f"{count} more"] if count > 0 else []
