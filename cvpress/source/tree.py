"""From events to nodes: our own stack, since composing overflows libyaml's on deep nesting.

What has no place in a CV (keys that are lists, second values of one key, merge keys) is reported
and left out: the frame of such a value has no path, and what has no path is not recorded.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Any

from cvpress.source import faults
from cvpress.source.document import Fault, Mapping, Node, Scalar, Sequence, Style
from cvpress.source.folding import BREAK, cells
from cvpress.source.frame import Frame
from cvpress.source.lens import Lens
from cvpress.source.resolve import resolve
from cvpress.source.traps import commas, silent
from cvpress.source.traps.lines import tight_colon

DEPTH = 64
NODES = 50_000
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_OPEN = Sequence("", 0, 0, ())  # keeps a path's rank in the order of the file until it is closed


class TooLarge(Exception):
    """The text nests too deep or has too many values. Carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Tree:
    """Takes events one by one; then `root`, `nodes` and `faults` tell what the text holds."""

    def __init__(self, text: str, lens: Lens) -> None:
        self.root: Node | None = None
        self.nodes: dict[str, Node] = {}
        self.faults: list[Fault] = []
        self.scalars: list[Scalar] = []  # keys too, in the order of the file
        self.last = self.word = (0, 0)  # the value or key read last; the same if it is a scalar
        self._text = text
        self._lens = lens
        self._stack: list[Frame] = []
        self._lines: list[int] = []

    @property
    def flow(self) -> bool:
        """True while a bracket is open."""
        return bool(self._stack) and self._stack[-1].flow

    @property
    def opened(self) -> int:
        """Where the innermost bracket stands that is open; -1 where none is."""
        opened = (frame.start for frame in reversed(self._stack) if frame.flow)
        return next((at for at in opened if self._text[at] in "[{"), -1)

    def scalar(self, event: Any) -> None:
        """Take a key or a value."""
        top = self._stack[-1] if self._stack else None
        if top is not None and top.mapping and not top.waiting:
            self._key(top, self._scalar("", event))
            return
        path = top.child() if top else ""
        node = self._scalar(path or "", event)
        silent.stop_at(silent.of_scalar(node, self._text, self.flow))
        if path is not None:
            self._check_size(node.start)
        self._attach(path, node)

    def open(self, event: Any, mapping: bool) -> None:
        """Take the beginning of a list or map."""
        start = self._lens.place(event.start_mark.index)
        top = self._stack[-1] if self._stack else None
        is_key = top is not None and top.mapping and not top.waiting
        if top is not None and is_key:
            if top.path is not None:
                self.faults.append(faults.bracket_for_key(start))
            top.waiting, top.key, top.name = True, None, None
        path = top.child() if top else ""
        if len(self._stack) >= DEPTH:
            raise TooLarge(faults.too_deep(start, DEPTH))
        frame = Frame(path, start, start, bool(event.flow_style), mapping, is_key=is_key)
        self._stack.append(frame)
        if path is not None:
            self.nodes[path] = _OPEN
            self._check_size(start)

    def close(self, event: Any) -> None:
        """Take the end of a list or map. A block ends with its last value, not with blank lines."""
        frame = self._stack.pop()
        if frame.is_key:
            return
        self._flush(frame)
        end = self._lens.place(event.end_mark.index) if frame.flow else frame.end
        path = frame.path or ""
        node: Node = Sequence(path, frame.start, end, tuple(frame.nodes))
        if frame.mapping:
            node = Mapping(path, frame.start, end, frame.items, frame.keys)
        self._attach(frame.path, node)

    def _scalar(self, path: str, event: Any) -> Scalar:
        start = self._lens.place(event.start_mark.index)
        end = self._lens.place(event.end_mark.index)
        style = _STYLES.get(event.style, "plain")
        raw = self._text[start:end]
        if style in ("literal", "folded"):
            end = start + len(raw.rstrip(" \t\r\n"))
        if BREAK.search(raw) or (style == "double" and "\\n" in raw):
            text = "".join([cell[0] for cell in cells(self._text, start, end, style)])
        else:
            text = self._lens.restore(event.value)
        value = resolve(text) if style == "plain" else text
        scalar = Scalar(path, start, end, text, value, style)
        self.scalars.append(scalar)
        if len(self.scalars) > 2 * NODES:
            raise TooLarge(faults.too_many(start, NODES))
        self.last = self.word = start, end
        return scalar

    def _key(self, top: Frame, key: Scalar) -> None:
        silent.stop_at(silent.of_key(key, self._text))
        top.waiting, top.key, top.name = True, key, None
        top.end = key.end
        if key.text in top.keys:
            path = replace(top, name=key.text).child() or ""
            self.faults.append(faults.duplicate(self._line(top.keys[key.text]), key, path))
        elif key.text == "<<" and key.style == "plain":
            self.faults.append(faults.merge_key(key))
        else:
            top.name = key.text

    def _attach(self, path: str | None, node: Node) -> None:
        self.last = node.start, node.end
        if path is not None:
            self.nodes[path] = node
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        top.end = max(top.end, node.end)
        if not top.mapping:
            top.nodes.append(node)
        elif top.flow and self._lone(top, node):
            self.nodes.pop(path or "-", None)
        else:
            self._flush(top)
            top.before = node
            if top.key is not None and top.name is not None:
                top.items[top.name], top.keys[top.name] = node, top.key
        top.waiting = False

    def _lone(self, top: Frame, value: Node) -> bool:
        """Take a key without a colon, in braces: the end of a text that a comma has cut."""
        key = top.key
        if key is None or value.start != value.end:
            return False
        if self._text[key.end : value.start + 1].lstrip(" \t\r\n").startswith(":"):
            return False
        silent.stop_at(tight_colon(self._text, key.start, key.end))
        if top.before is None:
            silent.stop_at(silent.of_first_key(key, self._text, top.start))
            return False
        top.cut.append(key)
        return True

    def _flush(self, frame: Frame) -> None:
        if frame.cut:
            self.faults.append(commas.in_braces(self._text, frame.before, frame.cut))
            frame.cut = []

    def _line(self, scalar: Scalar) -> int:
        if not self._lines:
            self._lines = [0, *(match.end() for match in BREAK.finditer(self._text))]
        return bisect_right(self._lines, scalar.start)

    def _check_size(self, start: int) -> None:
        if len(self.nodes) > NODES:
            raise TooLarge(faults.too_many(start, NODES))
