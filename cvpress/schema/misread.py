"""Maps that stand where a text is due: what a colon without quotes makes of `Tool: the story`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cvpress.schema import shape
from cvpress.source.document import Document, Mapping, Node, Sequence
from cvpress.source.traps import unquoted_colon


@lru_cache(maxsize=8)
def misread_texts(document: Document) -> tuple[Mapping, ...]:
    """Return every map that is a text with a colon in it (LANGUAGE 12.6), in the file's order."""
    return tuple(_misread(document.root, shape.schema())) if document.root else ()


def _misread(node: Node, schema: shape.Schema) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        if _text_due(node, schema) and unquoted_colon(node):
            yield node
            return
        for key, value in node.items.items():
            below = shape.child(schema, key)
            if below is not None:
                yield from _misread(value, below)
    elif isinstance(node, Sequence):
        items = shape.item(schema)
        for value in node.items if items else ():
            yield from _misread(value, items or {})


def _text_due(node: Mapping, schema: shape.Schema) -> bool:
    """True where a text may stand, and no map that has a key of this one."""
    if shape.word(schema, "x-type") not in ("text", "long", "plain"):
        return False
    return not any(shape.named(schema, key) for key in node.items)
