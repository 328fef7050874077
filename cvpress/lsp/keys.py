"""The keys that a map may still take, from the schema."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.lsp import about_key
from cvpress.lsp.offer import Kind, Offer
from cvpress.lsp.place import Place
from cvpress.lsp.values import is_check_id, rule_offers
from cvpress.schema import shape


def offers(schema: shape.Schema, place: Place) -> Iterator[Offer]:
    """Yield the keys of a map that it has not yet: those that it needs come first."""
    known = _properties(schema)
    needed = [name for name in shape.word(schema, "required", ()) if name in known]
    for name in dict.fromkeys([*needed, *known]):
        if name not in place.taken and not _shut(known[name], name, place.taken):
            detail = "needed" if name in needed else shape.said(known[name], "title")
            kind = Kind.Field if name in needed else Kind.Property
            text = f"{name}:{' ' if _on_its_line(known[name]) or place.flow else ''}"
            yield Offer(name, text, kind, detail, about_key.about(name, known[name]))
    if is_check_id(shape.word(schema, "propertyNames", {})):
        yield from (o for o in rule_offers(": ") if o.label not in place.taken)


def _properties(schema: shape.Schema) -> dict[str, shape.Schema]:
    """Return the keys of all layers of a schema; the nearest says what a key is."""
    found: dict[str, shape.Schema] = {}
    for layer in shape.layers(schema):
        found = layer.get("properties", {}) | found
    return found


def _shut(node: shape.Schema, name: str, taken: frozenset[str]) -> bool:
    """Whether a key can't come: it may hold nothing here, or the section has its kind already."""
    if shape.word(node, "maxItems") == 0:
        return True
    kinds = {*shape.kinds(), "sections"}
    return (shape.word(node, "x-kind") or name == "sections") and bool(kinds & taken)


def _on_its_line(node: shape.Schema) -> bool:
    """Whether the value of a key is mostly written on its line: no list and no map."""
    return not (shape.word(node, "properties") or shape.word(node, "items"))
