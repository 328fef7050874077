"""Which field each unknown key of a map stands for, when all of them are looked at together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cvpress.schema import shape
from cvpress.schema.suggest import SURE, closest


def surely(
    unknown: Iterable[str], free: Mapping[str, shape.Schema], required: Iterable[str]
) -> dict[str, str]:
    """Return the fields that keys surely stand for, by key; no field is given to two of them.

    `free`: the fields of the map that are not there. A word that may be two of them (`name` is the
    title or the organization of a post) takes the one that the other keys leave, and rather one
    that is required.
    """
    fields: dict[str, str] = {}
    left = dict(free)
    for key in sorted(unknown, key=lambda key: _meanings(key, free)):
        needed = {field: left[field] for field in required if field in left}
        sure = closest(key, left, aliases(left) | aliases(needed), SURE)
        if sure:
            fields[key] = sure
            del left[sure]
    return fields


def aliases(fields: Mapping[str, shape.Schema]) -> dict[str, str]:
    """Return other tools' words for some fields, each with the field it stands for."""
    return {
        alias: key for key, node in fields.items() for alias in shape.word(node, "x-aliases", ())
    }


def _meanings(key: str, fields: Mapping[str, shape.Schema]) -> int:
    return sum(key in shape.word(node, "x-aliases", ()) for node in fields.values())
