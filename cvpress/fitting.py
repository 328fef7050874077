"""Fitting: a CV is set tighter, then shorter, until it has no more pages than it may (LANGUAGE 4).

First the look, within what the theme allows: density, then size, then margins; whatever the CV's
own design says stays. Only then entries and bullets are left out, those of the lowest priority
first; the page knows which, and the report tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence
from cvpress.source.roots import with_root
from cvpress.theme import Theme
from cvpress.view.look import SIDES, Design, Margin
from cvpress.view.model import View

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
    returns how many pages that makes. Both are asked as seldom as a bisection allows.
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

    def shorter(count: int) -> View:
        page = lay(frozenset(order[: count + 1]))
        return replace(page, design=looks[-1], left_out=_topmost(order[: count + 1]))

    count = _first(len(order), lambda at: fits(shorter(at)))
    if count is None:
        return Fitted(replace(whole, design=looks[-1]), tight)
    return Fitted(shorter(count), tight)


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


# What may be left out


@dataclass(frozen=True, slots=True)
class _Item:
    path: str
    priority: float
    index: int
    place: int


def droppable(document: Document) -> tuple[str, ...]:
    """Return the paths of entries and bullets in the order in which they go.

    The lowest priority goes first (without one: 0); of equals, what stands last in the longest
    list. Without a priority the first of a list stays.
    """
    lists = (
        node
        for path, node in document.nodes.items()
        if isinstance(node, Sequence) and path.rpartition("/")[2] in LISTS
    )
    found = [
        _Item(node.path, _priority(node), index, place)
        for place, one in enumerate(lists)
        for index, node in enumerate(one.items)
        if index or _has_priority(node)
    ]
    found.sort(key=lambda item: (item.priority, -item.index, -item.place))
    return tuple(item.path for item in found)


# The lists whose items may go: entries of a kind that has priorities, roles, and bullets.
LISTS = frozenset(
    (
        *("education", "experience", "roles", "projects", "publications", "patents", "talks"),
        *("grants", "awards", "certificates", "teaching", "supervision", "service", "entries"),
        *("bullets", "highlights"),
    )
)


def _has_priority(node: Node) -> bool:
    return isinstance(node, Mapping) and node.get("priority") is not None


def _priority(node: Node) -> float:
    scalar = node.get("priority") if isinstance(node, Mapping) else None
    value = scalar.value if isinstance(scalar, Scalar) else None
    return value if isinstance(value, int | float) else 0.0


def _topmost(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return paths without those below others: a bullet goes with its entry."""
    gone = set(paths)
    return tuple(path for path in paths if not any(f in gone for f in _above(path)))


def _above(path: str) -> Iterator[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def without(document: Document, paths: frozenset[str]) -> Document:
    """Return a document without the items of lists at some paths."""
    if not paths or document.root is None:
        return document
    root = _without(document.root, paths)
    assert isinstance(root, Mapping)
    return with_root(document, root)


def _without(node: Node, paths: frozenset[str]) -> Node:
    if isinstance(node, Sequence):
        kept = tuple(_without(item, paths) for item in node.items if item.path not in paths)
        return replace(node, items=kept)
    if isinstance(node, Mapping):
        return replace(node, items={key: _without(v, paths) for key, v in node.items.items()})
    return node
