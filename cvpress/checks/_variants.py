"""What variants name that the file doesn't have: tags that nothing carries, sections unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress import variants
from cvpress.schema.fields import scalars
from cvpress.source.document import Document, Mapping, Scalar


@dataclass(frozen=True, slots=True)
class Unknown:
    """A tag or the name of a section, what is wrong with it, and the names that there are."""

    scalar: Scalar
    message: str
    known: tuple[str, ...]


def unknown(document: Document, variant: Mapping) -> Iterator[Unknown]:
    """Yield each tag and each section that a variant names and the file doesn't have."""
    tags = _tags(document)
    for key in ("include_tags", "exclude_tags"):
        for tag in scalars(variant, key):
            if tag.text not in tags:
                yield Unknown(tag, f"Nothing carries the tag “{tag.text}”.", tags)
    tops = list(variants.callable_sections(document.node("/sections")))
    for section in scalars(variant, "sections"):
        if not any(variants.calls(section.text, top) for top in tops):
            known = dict.fromkeys(name for top in tops for name in variants.called(top))
            yield Unknown(section, f"There is no section “{section.text}”.", tuple(known))


def _tags(document: Document) -> tuple[str, ...]:
    """Return all tags of the file, each once; a variant's own lists have other keys."""
    maps = (node for node in document.nodes.values() if isinstance(node, Mapping))
    return tuple(dict.fromkeys(tag.text for node in maps for tag in scalars(node, "tags")))
