"""What was left out comes back where there is room for it after all.

What goes is chosen by its worth, not by its length: where a long entry was the last to go, a bullet
that went before it may have room in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cvpress.fitting.leaving_out import above
from cvpress.source.document import Document, Node, Scalar
from cvpress.source.roots import nodes

Size = tuple[int, int]


def still_out(
    document: Document, gone: tuple[str, ...], fits: Callable[[tuple[str, ...]], bool]
) -> tuple[str, ...]:
    """Return the paths of `gone` that stay out; nothing more would fit beside what comes back.

    `gone`: what was left out, in the order in which it went; the CV fits since the last one did.
    `fits`: does the CV fit without these paths? It is not asked of what has as many texts and
    letters as another of its list and section for which there was no room.
    """
    out = gone
    refused = [(_shelf(gone[-1]), _size(document.nodes[gone[-1]]))]
    for path in _worthiest(gone[:-1]):
        if path not in out or any(higher in out for higher in above(path)):
            continue
        shelf, size = _shelf(path), _size(document.nodes[path])
        if any(shelf == other and _covers(size, least) for other, least in refused):
            continue
        fewer = tuple(each for each in out if each != path)
        if fits(fewer):
            out = fewer
        else:
            refused.append((shelf, size))
    return out


def _worthiest(order: tuple[str, ...]) -> Iterator[str]:
    """Yield the last to go first; what lies in an entry once more behind it."""
    for path in reversed(order):
        yield path
        yield from (each for each in reversed(order) if each.startswith(f"{path}/"))


def _shelf(path: str) -> tuple[str, str]:
    """Return the section of an item, and the name of its list."""
    parts = path.split("/")
    return parts[2], parts[-2]


def _size(node: Node) -> Size:
    """Return how many texts an item has, and how many letters."""
    texts = [each.text for _, each in nodes(node, node.path) if isinstance(each, Scalar)]
    return len(texts), sum(map(len, texts))


def _covers(size: Size, least: Size) -> bool:
    return size[0] >= least[0] and size[1] >= least[1]
