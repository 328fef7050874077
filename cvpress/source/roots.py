"""A document with another tree: what a variant, a language or `--set` makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cvpress.source.document import Document, Mapping, Node, Sequence


def with_root(document: Document, root: Mapping) -> Document:
    """Return a document that has another root; each node is found at its path."""
    return replace(document, root=root, nodes=dict(nodes(root)))


def nodes(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Yield every node by its own path and, where it took another's place, by that one."""
    yield node.path, node
    if path != node.path:
        yield path, node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item, item.path)
    elif isinstance(node, Mapping):
        for key, value in node.items.items():
            moved = not value.path.startswith(f"{node.path}/")
            yield from nodes(value, f"{node.path}/{key}" if moved else value.path)
