"""Where a field belongs that stands at the top of the file or under `person`, but not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cvpress import networks
from cvpress.schema import quick, shape
from cvpress.schema.meant import aliases
from cvpress.schema.suggest import SURE, closest

# The maps at the top whose fields are looked for, the likeliest first.
HOLDERS = ("person", "design", "checks", "bibliography")

Fields = Mapping[str, shape.Schema]


def belongs(key: str, value: Any, place: list[str | int], free: Fields) -> str:
    """Return what to do with an unknown key that belongs elsewhere; "" where that is not known.

    `place`: the steps to the map that it stands in; `free`: the fields which that map has not yet.
    """
    if place not in ([], ["person"]) or _named(key, value, free):
        return ""
    if network := networks.find(key):
        where = "here" if place else "under person"
        return f"It belongs {where}: profiles: [{{network: {network.name}, username: …}}]."
    above = _fields(shape.schema()) if place else {}
    if _named(key, value, above):
        return f"It belongs at the top of the file, beside {place[-1]}."
    told = _in_section(key, value) or ("" if place else _in_map(key, value))
    return told or _in_section(key, [])


def _in_section(key: str, value: Any) -> str:
    section = shape.resolve("#/$defs/section")["properties"]
    fields = {kind: section[kind] for kind in ("text", *shape.kinds())}
    field = _named(key, value, fields)
    written = "[…]" if isinstance(value, list) else "…"
    return f"It belongs in a section: sections: [{{title: …, {field}: {written}}}]." * bool(field)


def _in_map(key: str, value: Any) -> str:
    for holder in HOLDERS:
        field = _named(key, value, _fields(shape.at([holder])))
        if field:
            return f"It belongs under {holder}: {holder}: {{{field}: …}}."
    return ""


def _fields(node: shape.Schema) -> Fields:
    found: Fields = shape.word(node, "properties", {})
    return found


def _named(key: str, value: Any, fields: Fields) -> str:
    """Return the field that a key surely names, among those that take such a value."""
    taking = {name: node for name, node in fields.items() if _takes(node, value)}
    return closest(key, taking, aliases(taking), SURE)


def _takes(node: shape.Schema, value: Any) -> bool:
    types = shape.word(node, "type")
    if types is None:  # a list of words
        return not isinstance(value, list | dict)
    return quick.JUDGES["type"](value, types, None)
