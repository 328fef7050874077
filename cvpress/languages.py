"""Languages: the document of one language, chosen from a file that is written in several.

As a variant is a document, so is a language: each language map has become its text, and what
follows (checks, view, proofs) need not know of maps. Values keep their paths and places.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from cvpress.errors import UsageError
from cvpress.schema import shape
from cvpress.schema.suggest import closest
from cvpress.schema.tongues import is_map, locales, maps, said
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Node, Sequence
from cvpress.source.roots import with_root


@lru_cache(maxsize=16)
def choose(document: Document, tag: str) -> Document:
    """Return the document of one language; the same one where nothing is written in several.

    What is not translated stays in the default language; what is empty is left out there.
    """
    if document.root is None or not maps(document):
        return document
    known = locales(document)
    root = _chosen(document.root, shape.schema(), (tag, known[0]), known)
    assert isinstance(root, Mapping)
    return with_root(document, root)


def several(document: Document) -> bool:
    """Return whether a document has a text in several languages."""
    return bool(maps(document))


def asked(document: Document, tag: str) -> str:
    """Return the language that is meant: the default for "". Raises UsageError for an unknown."""
    known = locales(document)
    if not tag:
        return known[0]
    if tag not in known:
        near = closest(tag, known)
        help = f"Did you mean {near}?" if near else f"Its languages are {', '.join(known)}."
        raise UsageError(f"{document.name} is not written in {tag}.", help)
    return tag


def _chosen(
    node: Node, schema: shape.Schema, tags: tuple[str, str], known: tuple[str, ...]
) -> Node | None:
    if is_map(node, schema, known):
        return said(node, tags)
    if isinstance(node, Sequence):
        below = shape.item(schema) or {}
        items = (_chosen(item, below, tags, known) for item in node.items)
        return replace(node, items=tuple(item for item in items if item is not None))
    if not isinstance(node, Mapping):
        return node
    found = {
        key: _chosen(value, shape.child(schema, key) or {}, tags, known)
        for key, value in node.items.items()
    }
    return replace(node, items={key: one for key, one in found.items() if one is not None})


def speaking(settings: Settings, tag: str) -> Settings:
    """Return the settings with a language first; `spelling` is a form of the default one."""
    own = settings.spelling if tag == settings.locales[0] else ""
    return replace(settings, locales=tuple(dict.fromkeys((tag, *settings.locales))), spelling=own)
