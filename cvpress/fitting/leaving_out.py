"""What may be left out of a CV, in which order, and the CV without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence
from cvpress.source.roots import with_root


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


def topmost(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return paths without those below others: a bullet goes with its entry."""
    gone = set(paths)
    return tuple(path for path in paths if not any(f in gone for f in above(path)))


def above(path: str) -> Iterator[str]:
    """Yield the paths in which a path lies, the nearest first."""
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
