"""Maps that stand where a text is due: what a colon without quotes makes of `Tool: the story`."""

from __future__ import annotations

from functools import lru_cache

from cvpress.schema import shape, walk
from cvpress.source.document import Document, Mapping
from cvpress.source.traps import unquoted_colon


@lru_cache(maxsize=8)
def misread_texts(document: Document) -> tuple[Mapping, ...]:
    """Return every map that is a text with a colon in it (LANGUAGE 12.6), in the file's order."""
    return tuple(
        walk.maps(document, lambda node, schema: _text_due(node, schema) and unquoted_colon(node))
    )


def _text_due(node: Mapping, schema: shape.Schema) -> bool:
    """True where a text may stand, and no map that has a key of this one."""
    if shape.word(schema, "x-type") not in ("text", "long", "plain"):
        return False
    return not any(shape.named(schema, key) for key in node.items)
