"""A link of the CV can't be clicked in the PDF, or leads elsewhere.

A link is an address and a place on the page. It gets lost where a theme prints the label alone, and
where the place has no size. Silent in a PDF that lacks nearly all of the CV: `text-lost` says so.

Bad:
    person: {name: Ada Example, website: "https://ada.example.org/"}
Printed:
    Ada Example
    ada.example.org
    About
    A first line.
Says:
    1:38 error link-lost: The link to “https://ada.example.org/” is not in the PDF.
Good:
    person: {name: Ada Example, website: "https://ada.example.org/"}
Printed:
    [link: https://ada.example.org/]
    Ada Example
    ada.example.org
    About
    A first line.
Silence:
    `checks: {ignore: [link-lost]}`, `ignore: [link-lost]` on the entry, or
    `# cvpress: ignore link-lost` on the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cvpress import tex
from cvpress.finding import Problem
from cvpress.printed.model import Link, Printed
from cvpress.proofs.hunks import hunks
from cvpress.proofs.reading import compare
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each link whose address leads nowhere on the pages, or less often than it should.

    A link that is broken over two lines is there twice, so the count of one address says only that
    there are too few; which one is missing is told by the order.
    """
    if compare(printed, view).alien:
        return
    there = [link.url for link in printed.links if _clickable(link)]
    wanted = [(path, tex.address(url)) for path, url in view.links()]
    short = Counter(url for _, url in wanted) - Counter(there)
    for hunk in hunks([url for _, url in wanted], there):
        for path, url in wanted[hunk.first : hunk.last]:
            if short[url] > 0:
                short[url] -= 1
                yield Problem(
                    path,
                    f"The link to “{url}” is not in the PDF.",
                    help="The theme prints its label, but makes no link of it.",
                )


def _clickable(link: Link) -> bool:
    return link.box.right - link.box.left > 1 and link.box.top - link.box.bottom > 1
