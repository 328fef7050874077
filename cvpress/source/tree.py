"""From events to nodes: our own stack, since composing overflows libyaml's on deep nesting.

Keys that can't be keys of a CV, second values of one key and what merge keys would bring are
reported and left out: their frames have no path, and what has no path is not recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from cvpress.source.document import Fault, Mapping, Node, Scalar, Sequence, Style
from cvpress.source.folding import BREAK, cells
from cvpress.source.masking import Mask
from cvpress.source.resolve import resolve

DEPTH = 64
NODES = 50_000
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


class TooLarge(Exception):
    """The text nests too deep or has too many values. Carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(slots=True)
class _Frame:
    """A list or map that is still open. `path` is None where nothing of it is to be recorded."""

    path: str | None
    start: int
    end: int
    flow: bool
    mapping: bool
    nodes: list[Node] = field(default_factory=list)
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    waiting: bool = False  # a key stands, its value is still to come
    name: str | None = None  # the waiting key; None: its value is left out

    def child(self) -> str | None:
        """The path of the value that comes next."""
        if self.path is None:
            return None
        if not self.mapping:
            return f"{self.path}/{len(self.nodes)}"
        if self.name is None:
            return None
        return f"{self.path}/{self.name.replace('~', '~0').replace('/', '~1')}"


class Tree:
    """Takes events one by one; then `root`, `nodes` and `faults` tell what the text holds."""

    def __init__(self, text: str, mask: Mask, shift: int) -> None:
        self.root: Node | None = None
        self.nodes: dict[str, Node] = {}
        self.faults: list[Fault] = []
        self.scalars: list[Scalar] = []  # keys too, in the order of the file
        self._text = text
        self._mask = mask
        self._shift = shift
        self._stack: list[_Frame] = []

    def scalar(self, event: Any) -> None:
        """Take a key or a value."""
        start = event.start_mark.index + self._shift
        end = event.end_mark.index + self._shift
        top = self._stack[-1] if self._stack else None
        if top is not None and top.mapping and not top.waiting:
            self._key(top, self._scalar("", event, start, end))
            return
        path = top.child() if top else ""
        node = self._scalar(path or "", event, start, end)
        if path is not None:
            self._check_size(node)
        self._attach(path, node)

    def open(self, event: Any, mapping: bool) -> None:
        """Take the beginning of a list or map."""
        start = event.start_mark.index + self._shift
        top = self._stack[-1] if self._stack else None
        if top is not None and top.mapping and not top.waiting:
            self._no_key(start)
            top.waiting, top.name = True, None
        path = top.child() if top else ""
        if len(self._stack) >= DEPTH:
            raise TooLarge(_too_deep(start))
        frame = _Frame(path, start, start, bool(event.flow_style), mapping)
        self._stack.append(frame)
        if path is not None:
            self.nodes[path] = _PLACE_HOLDER
            self._check_size(frame)

    def close(self, event: Any) -> None:
        """Take the end of a list or map. A block ends with its last value, not with blank lines."""
        frame = self._stack.pop()
        end = event.end_mark.index + self._shift if frame.flow else frame.end
        path, node = frame.path, cast(Node, None)
        if frame.mapping:
            node = Mapping(path or "", frame.start, end, frame.items, frame.keys)
        else:
            node = Sequence(path or "", frame.start, end, tuple(frame.nodes))
        self._attach(path, node)

    def _scalar(self, path: str, event: Any, start: int, end: int) -> Scalar:
        style = _STYLES.get(event.style, "plain")
        raw = self._text[start:end]
        if style in ("literal", "folded"):
            end = start + len(raw.rstrip())
        if BREAK.search(raw) or (style == "double" and "\\n" in raw):
            text = "".join([cell[0] for cell in cells(self._text, start, end, style)])
        else:
            text = self._mask.restore(event.value)
        value = resolve(text) if style == "plain" else text
        scalar = Scalar(path, start, end, text, value, style)
        self.scalars.append(scalar)
        return scalar

    def _key(self, top: _Frame, key: Scalar) -> None:
        top.waiting, top.name = True, key.text
        top.end = key.end
        if key.text in top.keys:
            self.faults.append(_duplicate(self._text, top.keys[key.text], key))
            top.name = None
        elif key.text == "<<" and key.style == "plain":
            self.faults.append(_merge(key))
            top.name = None
        else:
            top.keys[key.text] = key

    def _attach(self, path: str | None, node: Node) -> None:
        if path is not None:
            self.nodes[path] = node
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        top.end = max(top.end, node.end)
        if not top.mapping:
            top.nodes.append(node)
            return
        if top.name is not None:
            top.items[top.name] = node
        top.waiting, top.name = False, None

    def _no_key(self, start: int) -> None:
        self.faults.append(
            Fault(
                "yaml-syntax",
                start,
                start + 1,
                "A bracket opens where the name of a field is due.",
                "Put a text that begins with a bracket in quotes.",
            )
        )

    def _check_size(self, node: Node | _Frame) -> None:
        if len(self.nodes) > NODES:
            raise TooLarge(
                Fault(
                    "too-large",
                    node.start,
                    node.start + 1,
                    f"The file has more than {NODES:,} values; no CV needs as many.",
                )
            )


_PLACE_HOLDER = Sequence("", 0, 0, ())  # keeps the order of the file until the list is closed


def _too_deep(start: int) -> Fault:
    return Fault(
        "too-large", start, start + 1, f"Lists and maps are nested more than {DEPTH} deep here."
    )


def _duplicate(text: str, first: Scalar, second: Scalar) -> Fault:
    line = len(BREAK.findall(text, 0, first.start)) + 1
    return Fault(
        "duplicate-key",
        second.start,
        second.end,
        f"This key stands on line {line} already; only the first one counts.",
        "Give each key once: put the two values together, or take one of them out.",
    )


def _merge(key: Scalar) -> Fault:
    return Fault(
        "yaml-syntax",
        key.start,
        key.end,
        "A merge key (<<) is not part of the CV language.",
        "Write the fields out where they belong.",
    )
