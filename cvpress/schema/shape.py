"""The schema as data, and what it says of a place: type, role, children.

The schema is the only table of fields. Its own words beside JSON Schema's: `x-type` and `x-role`
(what a value is), `x-kind` (a key of a section whose list holds entries), `x-aliases` and
`x-value-aliases` (other tools' words for a key or a value).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from cvpress import resources

Schema = dict[str, Any]


@cache
def schema() -> Schema:
    """Return the schema, read once."""
    loaded: Schema = json.loads(resources.schema().read_bytes())
    return loaded


def resolve(pointer: str) -> Any:
    """Return what a `$ref` within the schema (`#/$defs/text`) points at."""
    node: Any = schema()
    for step in pointer.removeprefix("#/").split("/"):
        node = node[step]
    return node


def layers(node: Schema) -> Iterator[Schema]:
    """Yield a schema, then all that it says by `$ref`, `then` and `else`: the nearest first.

    A branch counts whether or not its `if` holds: the same key has one meaning in all of them.
    """
    yield node
    if "$ref" in node:
        yield from layers(resolve(node["$ref"]))
    for branch in ("then", "else"):
        if isinstance(node.get(branch), dict):
            yield from layers(node[branch])


def word(node: Schema, name: str, otherwise: Any = None) -> Any:
    """Return the nearest value of a keyword, say `x-type`, or `otherwise`."""
    return next((layer[name] for layer in layers(node) if name in layer), otherwise)


def child(node: Schema, key: str) -> Schema | None:
    """Return the schema of a map's key, or None for a key it does not know."""
    for layer in layers(node):
        if key in layer.get("properties", {}):
            found: Schema = layer["properties"][key]
            return found
    others: Schema | None = next(
        (
            layer["additionalProperties"]
            for layer in layers(node)
            if isinstance(layer.get("additionalProperties"), dict)
        ),
        None,
    )
    return others


def named(node: Schema, key: str) -> bool:
    """Return whether a key is a field by its name, and not one that the user made up."""
    return any(key in layer.get("properties", {}) for layer in layers(node))


def item(node: Schema) -> Schema | None:
    """Return the schema of a list's items, or None where it takes no list."""
    found: Schema | None = word(node, "items")
    return found


def at(steps: Iterable[str | int]) -> Schema:
    """Return the schema of a place, by its keys and indexes from the root; {} where it has none."""
    node = schema()
    for step in steps:
        found = child(node, step) if isinstance(step, str) else item(node)
        if found is None:
            return {}
        node = found
    return node


def said(node: Schema, name: str) -> str:
    """Return a keyword of the schema itself or of what it `$ref`s; of no branch."""
    while name not in node:
        if "$ref" not in node:
            return ""
        node = resolve(node["$ref"])
    return str(node[name])


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of entries, in the schema's order: education, experience, ..."""
    keys = resolve("#/$defs/section")["properties"]
    return tuple(key for key, node in keys.items() if node.get("x-kind"))
