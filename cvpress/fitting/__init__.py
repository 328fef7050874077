"""Fitting: a CV is set tighter, then shorter, until it has no more pages than it may (LANGUAGE 4).

First the look, within what the theme allows: density, then size, then margins; whatever the CV's
own design says stays. Only then entries and bullets are left out, those of the lowest priority
first, and come back where there is room; the page knows which, and the report tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cvpress.fitting.coming_back import still_out
from cvpress.fitting.leaving_out import droppable, topmost, without
from cvpress.source.document import Document, Mapping
from cvpress.theme import Theme
from cvpress.view.look import SIDES, Design, Margin
from cvpress.view.model import View

__all__ = ["Fitted", "droppable", "fit", "without"]

Pages = Callable[[View], int]
Lay = Callable[[frozenset[str]], View]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page that was fitted, and the sentence that tells how; "" where nothing was changed."""

    page: View
    said: str = ""


def fit(document: Document, look: Theme, lay: Lay, pages: Pages) -> Fitted:
    """Return the page that fits; the tightest where none does, with all its entries.

    `lay`: lays the CV out without the entries and bullets at some paths; `pages`: sets a page and
    returns how many pages that makes. A bisection tells how much must go.
    """
    whole = lay(frozenset())
    looks = [whole.design, *_ladder(whole.design, look, _own(document))]

    def fits(page: View) -> bool:
        return pages(page) <= page.design.max_pages

    rung = _first(len(looks), lambda at: fits(replace(whole, design=looks[at])))
    if rung is not None:
        return Fitted(replace(whole, design=looks[rung]), _told(looks[0], looks[rung]))
    order = droppable(document)
    tight = _told(looks[0], looks[-1])

    def shorter(out: tuple[str, ...]) -> View:
        return replace(lay(frozenset(out)), design=looks[-1], left_out=topmost(out))

    count = _first(len(order), lambda at: fits(shorter(order[: at + 1])))
    if count is None:
        return Fitted(replace(whole, design=looks[-1]), tight)
    out = still_out(document, order[: count + 1], lambda out: fits(shorter(out)))
    return Fitted(shorter(out), tight)


def _first(count: int, holds: Callable[[int], bool]) -> int | None:
    """Return the first of 0 … count - 1 that holds, where all after it hold, too."""
    if not count or not holds(count - 1):
        return None
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _own(document: Document) -> frozenset[str]:
    """Return the settings that the CV's own design says."""
    design = document.node("/design")
    items = design.items if isinstance(design, Mapping) else {}
    return frozenset(key for key, node in items.items() if not node.empty)


def _ladder(design: Design, look: Theme, own: frozenset[str]) -> Iterator[Design]:
    """Yield ever tighter designs."""
    for density in look.fit.density if "density" not in own else ():
        design = replace(design, density=density)
        yield design
    for size in look.fit.font_size if "font_size" not in own else ():
        if size < design.font_size:
            design = replace(design, font_size=size)
            yield design
    for width in look.fit.margins if "margins" not in own else ():
        design = replace(design, margins=tuple(Margin(side, width) for side in SIDES))
        yield design


def _told(before: Design, after: Design) -> str:
    changed = []
    if after.density != before.density:
        changed.append(f"density {after.density:g}")
    if after.font_size != before.font_size:
        changed.append(f"font size {after.font_size:g}")
    if after.margins != before.margins:
        changed.append(f"margins {after.margins[0].width:g} cm")
    return f"Fitted with {', '.join(changed)}." if changed else ""
