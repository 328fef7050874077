"""The document as it is meant: keys that are surely misspelt are put right, at any level.

So what stands under `sectoins:` is judged at once, and not only when the key has been mended. Keys
and values keep their places in the file; `Document.respelt` tells by which paths the file has them.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import replace
from functools import lru_cache

from cvpress.schema.validation import problems
from cvpress.source.document import Document, Mapping, Node, Sequence
from cvpress.source.pointer import escaped


@lru_cache(maxsize=8)
def as_meant(document: Document) -> Document:
    """Return a document with its misspelt keys put right; the same one where none is surely so.

    What is below a key is known to be wrong only when the key is right: hence round by round.
    """
    while names := _misspelt(document):
        document = _Mover(names).document(document)
    return document


def _misspelt(document: Document) -> dict[str, str]:
    """Return by its path what each misspelt key surely should be: the one that a fix would put."""
    return {
        one.problem.path: one.keys[0]
        for one in problems(document)
        if one.id == "unknown-key"
        and one.problem.fix
        and _free(document, one.problem.path, *one.keys)
    }


def _free(document: Document, path: str, key: str) -> bool:
    """True for what is still misspelt, and whose right name stands nowhere near, also empty."""
    parent = document.node(path.rpartition("/")[0])
    return isinstance(parent, Mapping) and key not in parent.items


class _Mover:
    """Gives the keys at some paths other names, and all below them its new paths."""

    def __init__(self, names: Table[str, str]) -> None:
        self._names = names
        self._paths: dict[str, str] = {}  # the new ones by the old
        self._nodes: dict[str, Node] = {}

    def document(self, old: Document) -> Document:
        """Return a document with the other names."""
        root = self._node(old.root, "") if old.root else None
        assert isinstance(root, Mapping)
        paths = self._paths
        respelt = {paths[path]: written for path, written in old.respelt.items()}
        respelt |= {paths[path]: old.as_written(path) for path in self._names}
        faults = tuple(replace(one, path=paths.get(one.path, one.path)) for one in old.faults)
        return replace(old, root=root, nodes=self._nodes, faults=faults, respelt=respelt)

    def _node(self, node: Node, path: str) -> Node:
        self._paths[node.path] = path
        self._nodes[path] = node  # takes its place in the order of the file, before what is in it
        self._nodes[path] = self._moved(node, path)
        return self._nodes[path]

    def _moved(self, node: Node, path: str) -> Node:
        if isinstance(node, Sequence):
            items = (self._node(item, f"{path}/{at}") for at, item in enumerate(node.items))
            return replace(node, path=path, items=tuple(items))
        if not isinstance(node, Mapping):
            return replace(node, path=path)
        found, keys = dict[str, Node](), dict(node.keys)
        for key, value in node.items.items():
            name = self._names.get(value.path, key)
            here = f"{path}/{escaped(name)}"
            found[name] = self._node(value, here)
            if key in keys:
                keys[name] = replace(keys.pop(key), path=here)
        return replace(node, path=path, items=found, keys=keys)
