"""The foot of each page: whose CV it is, and which page of how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cvpress.view.words import Words, said

SIGN = " · "  # between the name and the page
_HOLE = re.compile(r"\{pages?\}")


@dataclass(frozen=True, slots=True)
class Foot:
    """Name and number at the foot of each page: "Ada Example · Page 2 of 3".

    `before`, `between` and `after` are the words around the page and the number of pages. `pages`
    is what the page is set with; only TeX knows in the end (`pipeline`).
    """

    name: Words
    before: str
    between: str
    after: str
    pages: int

    def on(self, page: int, pages: int) -> Words:
        """Return all that stands at the foot of a page, of so many."""
        return said(f"{self.name.plain}{SIGN}{self.before}{page}{self.between}{pages}{self.after}")


def foot(name: Words, pattern: str, most: int) -> Foot:
    """Return the foot for a pattern with the holes {page} and {pages}, in this order.

    `most`: how many pages the CV may have, 0 where it does not say.
    """
    before, between, after = _HOLE.split(pattern)
    return Foot(name, before, between, after, most or USUAL)


USUAL = 2  # pages; where another number comes out, the page is set once more
