"""A list or map that is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from cvpress.source.document import Node, Scalar
from cvpress.source.pointer import escaped


@dataclass(slots=True)
class Frame:
    """A list or map that is still open. `path` is None where nothing of it is to be recorded."""

    path: str | None
    start: int
    end: int
    flow: bool
    mapping: bool
    nodes: list[Node] = field(default_factory=list)
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None  # the key that waits for its value
    name: str | None = None  # under which the value is recorded; None: it is left out
    waiting: bool = False
    is_key: bool = False  # it stands where a key is due
    cut: list[Scalar] = field(default_factory=list)  # keys that are the end of a text cut in two
    before: Node | None = None  # the value before them

    def child(self) -> str | None:
        """The path of the value that comes next."""
        if self.path is None or (self.mapping and self.name is None):
            return None
        if self.name is None:
            return f"{self.path}/{len(self.nodes)}"
        return f"{self.path}/{escaped(self.name)}"
