"""The values that may stand at a place: from the schema, the themes, the checks, the CV itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cvpress import resources, rules, theme
from cvpress.lsp.cursor import Place
from cvpress.lsp.files import File
from cvpress.lsp.offer import Kind, Offer
from cvpress.networks import NETWORKS
from cvpress.schema import shape
from cvpress.schema.fields import fields
from cvpress.source.document import Document, Mapping
from cvpress.source.traps.model import quoted

# What is often the same in several entries; a title or a text is not.
_SAME = ("person", "organization", "place", "venue", "skill", "label")


def offers(schema: shape.Schema, place: Place, file: File) -> Iterator[Offer]:
    """Yield the values that may stand at a place."""
    key = next((step for step in reversed(place.steps) if isinstance(step, str)), "")
    if is_check_id(schema):
        yield from rule_offers("")
    elif key == "network":
        yield from (_offer(one.name, Kind.Module, place) for one in NETWORKS)
    elif place.steps == ("design", "theme"):
        yield from (_offer(name, Kind.Module, place) for name in theme.names(file.folder))
    elif key == "marks":
        yield from (_offer(name, Kind.Reference, place) for name in _marks(file.known()))
    else:
        yield from _said(schema, place)
        yield from (_offer(text, Kind.Text, place) for text in _used(key, file.known()))


def is_check_id(schema: shape.Schema) -> bool:
    """Return whether a place takes the ids of checks."""
    return any(layer.get("$ref") == "#/$defs/checkId" for layer in shape.layers(schema))


def rule_offers(after: str) -> Iterator[Offer]:
    """Yield the ids of all checks, TeX messages and proofs, each with its rule."""
    for rule in rules.every():
        yield Offer(rule.id, rule.id + after, Kind.Event, rule.family, rules.manual(rule).rule)


def _said(schema: shape.Schema, place: Place) -> Iterator[Offer]:
    """What the schema lists: values, true and false, languages, ways to write a date."""
    kind = shape.word(schema, "x-type")
    if "enum" in (listed := _layer(schema, "enum")):
        yield from (_offer(str(one), Kind.EnumMember, place) for one in listed["enum"] if one)
    elif kind == "flag":
        yield from (Offer(word, word, Kind.Keyword) for word in ("true", "false"))
    elif _refers(schema, "#/$defs/tag"):
        yield from (_offer(tag, Kind.Constant, place) for tag in _languages())
    elif kind in ("date", "dates"):
        examples = shape.word(schema, "examples", ())
        yield from (_offer(str(one), Kind.Unit, place) for one in examples if _single(one))


def _layer(schema: shape.Schema, name: str) -> shape.Schema:
    return next((layer for layer in shape.layers(schema) if name in layer), {})


def _refers(schema: shape.Schema, target: str) -> bool:
    return any(layer.get("$ref") == target for layer in shape.layers(schema))


def _single(example: Any) -> bool:
    return isinstance(example, str | int)


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in resources.data("locales").glob("*.json")))


def _marks(document: Document | None) -> Iterator[str]:
    """The marks that the CV explains, and the one that needs no explanation."""
    told = document.node("/marks") if document else None
    yield from told.items if isinstance(told, Mapping) else ()
    yield "equal-contribution"


def _used(key: str, document: Document | None) -> list[str]:
    """What the CV says elsewhere under the same key, the most used first."""
    found: dict[str, int] = {}
    for field in fields(document) if document else ():
        if field.key == key and (field.role in _SAME or key == "tags"):
            found[field.scalar.text] = found.get(field.scalar.text, 0) + 1
    return sorted(found, key=lambda text: -found[text])


_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")


def _offer(text: str, kind: Kind, place: Place) -> Offer:
    """Return a value as it is written here: in quotes where YAML needs them."""
    plain = _PLAIN.fullmatch(text) and not (place.flow and re.search(r"[\[\]{},]", text))
    written = text if plain else quoted(text)
    return Offer(text, f"{written}", kind)
