"""Values that the command line puts into a CV for one run: `--set design.theme=modern`.

The file is not touched. What is said of such a value is told at its place in `--set`, whose lines
are a document of their own; everything else keeps its place in the file. A list or a map is written
in brackets, as YAML has it: `--set 'design.margins={top: 2}'`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cvpress.errors import UsageError
from cvpress.schema import shape
from cvpress.schema.meant import aliases
from cvpress.schema.suggest import closest
from cvpress.source.document import Beside, Document, Mapping, Node, Scalar, Sequence
from cvpress.source.flow import Flow, flow
from cvpress.source.pointer import escaped
from cvpress.source.resolve import resolve
from cvpress.source.roots import with_root

NAME = "--set"
_BRACKETS = {"[": "array", "{": "object"}
WHOLE = ("text", "long", "plain", "date", "dates", "flag")


def put(document: Document, settings: Iterable[str]) -> Document:
    """Return a document with values in the place of the file's, each written `path=value`.

    Raises UsageError for a path that leads nowhere.
    """
    lines = tuple(settings)
    root: Node | None = document.root
    if not lines or not isinstance(root, Mapping):
        return document
    said, beside, at = Document(NAME, "\n".join(lines), None), dict(document.beside), 0
    for line in lines:
        path, equals, value = line.partition("=")
        if not equals:
            raise UsageError(f"{NAME} {line} has no value.", f"Write {NAME} {line}=VALUE.")
        if not path.strip():
            raise UsageError(f"{NAME} {line} names no field.", f"Write {NAME} FIELD{line.strip()}.")
        put, start = _Put(tuple(path.strip().split(".")), value), at + len(path) + 1
        beside[put.pointer(put.new(root))] = Beside(said, start, start + len(value), quoted=False)
        root = put.into(root)
        for path, (first, end) in put.places.items():
            beside[path] = Beside(said, start + first, start + end, quoted=False)
        at += len(line) + 1
    assert isinstance(root, Mapping)
    return replace(with_root(document, root), beside=beside)


@dataclass(frozen=True, slots=True)
class _Put:
    """A value on its way to its place."""

    steps: tuple[str, ...]
    value: str
    places: dict[str, tuple[int, int]] = field(default_factory=dict)  # of a value in brackets

    def pointer(self, depth: int | None = None) -> str:
        """Return the path of the place, or of what holds it, so many steps down."""
        return "".join(f"/{escaped(key)}" for key in self.steps[:depth])

    def new(self, root: Node) -> int:
        """Return how many steps down the topmost node is that comes into being by this."""
        node: Node | None = root
        for depth, step in enumerate(self.steps):
            if isinstance(node, Sequence):
                node = dict(enumerate(node.items)).get(int(step)) if step.isdecimal() else None
            elif isinstance(node, Mapping):
                node = node.items.get(step)
            else:
                return depth
        return len(self.steps)

    def into(self, node: Node | None, depth: int = 0, schema: shape.Schema | None = None) -> Node:
        """Return a node with the value at its place; what is not there yet comes into being."""
        path = self.pointer(depth)
        schema = shape.schema() if schema is None else schema
        if depth == len(self.steps):
            return self._node(path, schema)
        step = self.steps[depth]
        if isinstance(node, Sequence):
            number, items = self._number(node, depth), list(node.items)
            items[number] = self.into(items[number], depth + 1, shape.item(schema) or {})
            return replace(node, items=tuple(items))
        if not isinstance(node, Mapping):
            node = self._map(schema, depth)
        below = self._below(schema, depth)
        key = node.keys.get(step, Scalar(self.pointer(depth + 1), 0, 0, step, step, "plain"))
        made = self.into(node.items.get(step), depth + 1, below)
        return replace(node, items={**node.items, step: made}, keys={**node.keys, step: key})

    def _node(self, path: str, schema: shape.Schema) -> Node:
        """Return the value itself: a list or a map in brackets where one may stand, else a text."""
        types = shape.word(schema, "type", ("string",))
        bracket = self.value.strip()[:1]
        if _BRACKETS.get(bracket, "none") in types:
            found = flow(self.value, path)
            if isinstance(found, Flow):
                self.places.update(found.places)
                return found.node
            if bracket == "[" or "string" not in types:
                raise UsageError(f"{NAME} {'.'.join(self.steps)}: {found.message}", found.help)
        return Scalar(path, 0, 0, self.value, resolve(self.value.strip()), "plain")

    def _map(self, schema: shape.Schema, depth: int) -> Mapping:
        """Return a map that comes into being; none does where a text is due."""
        if depth and shape.word(schema, "x-type") in WHOLE:
            here = ".".join(self.steps[:depth])
            raise UsageError(f"{here} is no map to set a part of.", f"Set it whole: {here}=VALUE.")
        return Mapping(self.pointer(depth), 0, 0, {}, {})

    def _number(self, node: Sequence, depth: int) -> int:
        step = self.steps[depth]
        if step.isdecimal() and int(step) < len(node.items):
            return int(step)
        here, count = ".".join(self.steps[:depth]), len(node.items)
        few = "an empty list.", f"a list of one, {here}.0."
        many = f"a list of {count}; count from 0 to {count - 1}."
        told = few[count] if count < len(few) else many
        raise UsageError(f"There is no {here}.{step} to set.", f"{here} is {told}")

    def _below(self, schema: shape.Schema, depth: int) -> shape.Schema:
        step, above = self.steps[depth], ".".join(self.steps[:depth])
        found = shape.child(schema, step)
        if found is not None:
            return found
        layers = shape.layers(schema)
        known = {key: one for layer in layers for key, one in layer.get("properties", {}).items()}
        near = _deeper(step, known) or closest(step, known, aliases(known))
        dot = "." if above else ""
        help = f"Did you mean {above}{dot}{near}?" if near else ""
        if not known:
            help = f"{above} is a list or a single value."
        raise UsageError(f"There is no field {above}{dot}{step} to set.", help or _all(known))


def _deeper(step: str, known: dict[str, shape.Schema]) -> str:
    """Return a field of this very name one step further down: `theme` is `design.theme`."""
    return next((f"{key}.{step}" for key, node in known.items() if shape.named(node, step)), "")


def _all(known: Iterable[str]) -> str:
    return f"There are: {', '.join(known)}."
