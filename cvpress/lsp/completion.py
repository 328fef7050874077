"""What may be written at the cursor: keys and values, all from the schema and the CV itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lsprotocol import types

from cvpress.lsp import cursor, keys, values
from cvpress.lsp.files import File
from cvpress.lsp.offer import Offer
from cvpress.lsp.place import Place
from cvpress.schema import shape

_REST = re.compile(r"[\w-]*(:?)")


def complete(file: File, offset: int) -> list[types.CompletionItem]:
    """Return what may be written at an offset, the likeliest first."""
    place = cursor.find(file.text.text, offset)
    if place is None:
        return []
    schema, before = shape.at(place.steps), " " if place.space else ""
    items = shape.item(schema)
    if place.fresh and items is not None and not shape.word(schema, "properties"):
        schema, before = items, "- "
        place = replace(place, steps=(*place.steps, 0))
    offers = list(_offers(schema, place, file))
    return [_item(offer, before, place, file, offset, at) for at, offer in enumerate(offers)]


def _offers(schema: shape.Schema, place: Place, file: File) -> Iterator[Offer]:
    if place.key:
        yield from keys.offers(schema, place)
    if place.value:
        yield from values.offers(schema, place, file)


def _item(
    offer: Offer, before: str, place: Place, file: File, offset: int, number: int
) -> types.CompletionItem:
    """Return an offer as an edit that replaces what is written of it already."""
    rest = _REST.match(file.text.text, offset)
    end, text = offset, offer.text
    if rest and place.key and (rest[1] or not place.value):
        end = rest.end() - len(rest[1])
        text = text.rstrip(": ") if rest[1] else text
    return types.CompletionItem(
        label=offer.label,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=_markdown(offer.documentation),
        sort_text=f"{number:03}",
        filter_text=before + offer.label if before.strip() else offer.label,
        text_edit=types.TextEdit(file.text.range(offset - len(place.prefix), end), before + text),
    )


def _markdown(text: str) -> types.MarkupContent | None:
    return types.MarkupContent(types.MarkupKind.Markdown, text) if text else None
