"""Walks the values of a CV beside what the schema says of their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cvpress.schema import shape
from cvpress.source.document import Document, Mapping, Node, Sequence


def maps(document: Document, wanted: Callable[[Mapping, shape.Schema], bool]) -> Iterator[Mapping]:
    """Yield every map that is wanted, in the order of the file, and none of those within one.

    `wanted`: asked of a map and of what the schema says of its place. What stands where the schema
    knows nothing is left out.
    """
    return _maps(document.root, shape.schema(), wanted) if document.root else iter(())


def _maps(
    node: Node, schema: shape.Schema, wanted: Callable[[Mapping, shape.Schema], bool]
) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        if wanted(node, schema):
            yield node
            return
        for key, value in node.items.items():
            below = shape.child(schema, key)
            if below is not None:
                yield from _maps(value, below, wanted)
    elif isinstance(node, Sequence):
        items = shape.item(schema)
        for value in node.items if items else ():
            yield from _maps(value, items or {}, wanted)
