"""Language maps: one text in several languages, `{en: Education, zh: 教育}` (LANGUAGE 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeGuard

from cvpress.schema import shape, walk
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DEFAULT = "en"
_TEXTS = ("text", "long")


@lru_cache(maxsize=8)
def locales(document: Document) -> tuple[str, ...]:
    """Return the languages that a document says it is written in, the default first.

    One that says none is in the language that its words tell, else in English.
    """
    node = document.root.get("locale") if document.root else None
    found = node.items if isinstance(node, Sequence) else (node,)
    tags = [one.text for one in found if isinstance(one, Scalar) and not one.empty]
    return tuple(dict.fromkeys(tags)) or (document.spoken or DEFAULT,)


def is_map(node: Node, schema: shape.Schema, known: tuple[str, ...]) -> bool:
    """Return whether a node is a text in several languages.

    Its keys are language tags, one at least of the document's (`known`).
    """
    return tagged(node, schema) and any(key in known for key in node.items)


def tagged(node: Node, schema: shape.Schema) -> TypeGuard[Mapping]:
    """Return whether a map stands where a text is due, and all its keys look like languages."""
    if not isinstance(node, Mapping) or not node.items:
        return False
    if shape.word(schema, "x-type") not in _TEXTS:
        return False
    return all(TAG.fullmatch(key) and not shape.named(schema, key) for key in node.items)


@lru_cache(maxsize=8)
def maps(document: Document) -> tuple[Mapping, ...]:
    """Return every map of languages, also of such as the file does not have, in its order."""
    return tuple(walk.maps(document, tagged))


def strange_keys(document: Document) -> Iterator[tuple[Mapping, Scalar]]:
    """Yield the keys of language maps that are none of the file's languages."""
    known = locales(document)
    for node in maps(document):
        yield from ((node, key) for tag, key in node.keys.items() if tag not in known)


def said(node: Node | None, tags: tuple[str, ...]) -> Scalar | None:
    """Return a text in the first of some languages that it has; None where it has none.

    A text that is no map is in all languages. A key with an empty value means: not in this one.
    """
    if isinstance(node, Scalar):
        return node
    if not isinstance(node, Mapping):
        return None
    for tag in tags:
        found = node.items.get(tag)
        if isinstance(found, Scalar):
            return None if found.empty else found
    return next((one for one in node.items.values() if isinstance(one, Scalar)), None)
