"""The last page holds three lines or fewer.

A page with two lines looks like an accident, and printed out it is a sheet of paper for nothing. A
line less here and there brings them home, or a tighter look does. Silent where the CV itself asks
for that page (`new_page`), and where `max_pages` is overrun, which is `too-many-pages`. What stands
alike on the page before, such as a page number, is no line of it.

Bad:
    sections:
      - title: Skills
        bullets: [Palaeography, Ancient Greek]
Printed:
    Ada Example
    Skills
    • Palaeography
    [page]
    • Ancient Greek
Says:
    3:29 warning last-page-nearly-empty: Page 2, the last one, has 1 line.
Good:
    sections:
      - title: Skills
        bullets: [Palaeography, Ancient Greek]
      - {title: Tongues, new_page: true, text: Latin.}
Printed:
    Ada Example
    Skills
    • Palaeography
    • Ancient Greek
    [page]
    Tongues
    Latin.
Silence:
    `checks: {ignore: [last-page-nearly-empty]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.lines import own_lines
from cvpress.proofs.reading import compare
from cvpress.proofs.scope import foreign
from cvpress.proofs.standing import standing
from cvpress.view.model import View

SEVERITY = "warning"
ON = True
FAMILY = "proofs"
LANGUAGES = None
MOST = 3  # lines
HELP = "Shorten the text, or let `design: {max_pages: %d, fit: true}` set it tighter."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield one problem where there are several pages, and next to nothing on the last one."""
    last = len(printed.pages)
    if last == 1 or 0 < view.design.max_pages < last:
        return
    comparison = compare(printed, view)
    found = own_lines(printed, last, comparison.feet)
    if len(found) > MOST or (not found and foreign(printed)):
        return
    paths = comparison.paths
    shown = [paths[word] for line in found for word in line if word in paths]
    if not _asked_for(printed, view, last):
        yield Problem(
            shown[0] if shown else "",
            f"Page {last}, the last one, {_count(len(found))}.",
            help=HELP % (last - 1),
        )


def _asked_for(printed: Printed, view: View, page: int) -> bool:
    """Return whether the CV asks for a page break with which a page begins."""
    begun = (one.first for one in standing(printed, view) if one.part.forced)
    return any(words and printed.words[words[0]].page == page for words in begun)


def _count(lines: int) -> str:
    return f"has {lines} line{'s' if lines > 1 else ''}" if lines else "is empty"
