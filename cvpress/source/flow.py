"""A value in brackets that stands outside of a file: `[a, b]`, `{top: 2}`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cvpress.source.document import Fault, Mapping, Node, Scalar, Sequence
from cvpress.source.pointer import escaped
from cvpress.source.reader import read

_BEFORE = "x: "  # a file is a map


@dataclass(slots=True)
class Flow:
    """A value in brackets: its node, at a path of its own, and where each part of it stands.

    `places`: the offsets [start, end) in the written value, by path. The nodes have none.
    """

    node: Node
    places: dict[str, tuple[int, int]] = field(default_factory=dict)


def flow(written: str, path: str) -> Flow | Fault:
    """Return what is written in brackets, to stand at a path; the fault of what can't be read."""
    document = read(f"{_BEFORE}{written}".encode("utf-8", "replace"), "")
    if document.faults or document.root is None or len(document.root.items) != 1:
        wrong = Fault("yaml-syntax", 0, 0, "This can't be read.", "Write [first, second].")
        return next(iter(document.faults), wrong)
    made = Flow(document.root)
    made.node = _moved(document.root.items["x"], path, made)
    return made


def _moved(node: Node, path: str, made: Flow) -> Node:
    made.places[path] = node.start - len(_BEFORE), node.end - len(_BEFORE)
    if isinstance(node, Sequence):
        items = (_moved(one, f"{path}/{at}", made) for at, one in enumerate(node.items))
        return replace(node, path=path, start=0, end=0, items=tuple(items))
    if not isinstance(node, Mapping):
        return replace(node, path=path, start=0, end=0)
    below = {key: f"{path}/{escaped(key)}" for key in node.items}
    values = {key: _moved(one, below[key], made) for key, one in node.items.items()}
    keys = {key: Scalar(below[key], 0, 0, key, key, "plain") for key in node.items}
    return replace(node, path=path, start=0, end=0, items=values, keys=keys)
