"""The values that may stand at a place: from the schema, the themes, the checks, the CV itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from cvpress import resources, rules, theme
from cvpress.lsp.files import File
from cvpress.lsp.offer import Kind, Offer
from cvpress.lsp.place import Place
from cvpress.networks import NETWORKS
from cvpress.schema import shape
from cvpress.schema.fields import fields, sections
from cvpress.source.document import Document, Mapping
from cvpress.source.traps.model import quoted

# What is often the same in several entries; a title or a text is not.
_SAME = ("person", "organization", "place", "venue", "skill", "label")
_TAGS = ("tags", "include_tags", "exclude_tags")


def offers(schema: shape.Schema, place: Place, file: File) -> Iterator[Offer]:
    """Yield the values that may stand at a place."""
    if is_check_id(schema):
        yield from rule_offers("")
        return
    yield from _said(schema, place)
    kind, values = _known(place, file)
    yield from (_offer(value, kind, place) for value in values)


def _known(place: Place, file: File) -> tuple[Kind, Iterable[str]]:
    """What the tool or the CV knows by name, and what sort of name that is."""
    key = next((step for step in reversed(place.steps) if isinstance(step, str)), "")
    if key == "network":
        return Kind.Module, (one.name for one in NETWORKS)
    if place.steps[-2:] == ("design", "theme"):
        return Kind.Module, theme.names(file.folder)
    if key == "marks":
        return Kind.Reference, _marks(file.known())
    if key == "sections" and place.steps[:1] == ("variants",):
        return Kind.Reference, _called(file.known())
    if key in _TAGS:
        return Kind.Reference, _used(file.known(), _TAGS)
    return Kind.Text, _used(file.known(), (key,), _SAME)


def is_check_id(schema: shape.Schema) -> bool:
    """Return whether a place takes the ids of checks."""
    return _refers(schema, "#/$defs/checkId")


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
    elif _refers(schema, "#/$defs/tag") or _refers(schema, "#/$defs/tags"):
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


def _called(document: Document | None) -> Iterator[str]:
    """What variants call the sections by: an id, else the title."""
    for section in sections(document) if document else ():
        if section.parent is None:
            yield section.node.text("id") or section.title


def _used(
    document: Document | None, keys: tuple[str, ...], roles: tuple[str, ...] = ()
) -> list[str]:
    """What the CV says under these keys (only in fields of these roles), the most used first."""
    found = Counter(
        field.scalar.text
        for field in (fields(document) if document else ())
        if field.key in keys and (not roles or field.role in roles)
    )
    return [text for text, _ in found.most_common()]


_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*")


def _offer(text: str, kind: Kind, place: Place) -> Offer:
    """Return a value as it is written here: in quotes where YAML needs them."""
    plain = _PLAIN.fullmatch(text) and not (place.flow and re.search(r"[\[\]{},]", text))
    written = text if plain else quoted(text)
    return Offer(text, written, kind)
