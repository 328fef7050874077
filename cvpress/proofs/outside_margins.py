"""A word stands outside the margins of the page.

What stands within 5 mm of the paper's edge, by more than a hair, is cut off by most printers.
Within the page, a word that reaches over the right edge that the other lines share looks like a
slip: a long address, say, that could not be broken. Such an edge is believed where the dates or
places of at least four lines, and of one in ten, end there, and only a few lines reach farther; a
PDF that was made elsewhere is held to the paper's edge only.

Bad:
    person: {name: Ada Example}
    sections:
      - title: About
        text: A first line.
Printed:
    Ada Example
    [left: 560]
    About
    [left: 54]
    A first line.
Says:
    3:12 error outside-margins: “About” stands 5 pt from the right edge of page 1.
Good:
    person: {name: Ada Example}
    sections:
      - title: About
        text: A first line.
Printed:
    [left: 42]
    Ada Example
    About
    A first line.
Silence:
    `checks: {ignore: [outside-margins]}`, `ignore: [outside-margins]` on the entry, or
    `# cvpress: ignore outside-margins` on the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cvpress.finding import Problem
from cvpress.printed.model import Page, Printed, Word
from cvpress.proofs.comparison import Comparison
from cvpress.proofs.edges import flush, shared_edge
from cvpress.proofs.reading import compare
from cvpress.proofs.saying import shortened, visible
from cvpress.proofs.scope import foreign
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None
OVER = 1.5  # a line may hang out that far: signs at its end are set a little outside
PAPER = 14.17 - OVER  # 5 mm, in points, which is also the least margin


@dataclass(frozen=True, slots=True)
class _Outside:
    """A word that stands outside: its index, at which side, how many points are left there."""

    index: int
    side: str
    gap: float
    word: Word

    @property
    def run(self) -> tuple[int, float]:
        """Words that come one after the other are one run on a line, at head and foot on a page."""
        page_wide = self.side in ("lower", "upper")
        return self.word.page, 0.0 if page_wide else self.word.box.bottom


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each run of words that stand outside, with the first of them that is a text's."""
    comparison = compare(printed, view)
    for run in _runs(_outside(printed, view, comparison)):
        one = next((word for word in run if word.index in comparison.paths), run[0])
        text = shortened(visible(one.word.text))[0]
        yield Problem(
            comparison.paths.get(one.index, ""),
            f"“{text}” stands {_where(one.side, one.gap)} of page {one.word.page}.",
            help="Shorten or part the text; an address reads well as a label with a link.",
        )


def _runs(outside: Iterable[_Outside]) -> Iterator[list[_Outside]]:
    run: list[_Outside] = []
    for one in outside:
        if run and (one.index != run[-1].index + 1 or one.run != run[-1].run):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _outside(printed: Printed, view: View, comparison: Comparison) -> Iterator[_Outside]:
    """Yield the words that stand outside; the feet are flush with nothing but the paper."""
    feet, edge = comparison.feet, None
    if not foreign(printed):
        edge = shared_edge(printed, OVER, flush(view, comparison.paths), feet)
    pages = {page.number: page for page in printed.pages}
    for index, word in enumerate(printed.words):
        side, gap = _side(word, pages[word.page], None if index in feet else edge)
        if side:
            yield _Outside(index, side, gap, word)


def _side(word: Word, page: Page, edge: float | None) -> tuple[str, float]:
    """Return the side on which a word stands outside, and how many points are left there."""
    gaps = {
        "left": word.box.left,
        "right": page.width - word.box.right,
        "lower": word.box.bottom,
        "upper": page.height - word.box.top,
    }
    side = min(gaps, key=lambda name: gaps[name])
    if gaps[side] < PAPER:
        return side, gaps[side]
    if edge is not None and word.box.right > edge + OVER:
        return "margin", edge - word.box.right
    return "", 0


def _where(side: str, gap: float) -> str:
    if side == "margin":
        return f"{-gap:.0f} pt over the right margin"
    return f"{gap:.0f} pt from the {side} edge" if gap >= 0 else f"beyond the {side} edge"
