"""Bibliographies: `.bib` in, publications out (LANGUAGE 5, "From BibTeX").

`put` makes a document in which the entries of a .bib stand as if they were written in the CV, so
that checks, page and proofs need not know of it. What is told of one is told at its line of the
.bib. Nothing of it is loaded for a CV that names no .bib.
"""

from __future__ import annotations

from cvpress.source.document import Document, Mapping, Sequence

KIND = "publications"
__all__ = ["put"]


def put(document: Document) -> Document:
    """Return a document with the entries of the bibliographies that its sections name.

    Never fails: what is wrong with a .bib stands in the document's faults.
    """
    sections = document.root.get("sections") if document.root else None
    if not isinstance(sections, Sequence) or not any(map(_asks, sections.items)):
        return document
    from cvpress.bibliography.putting import Putter

    return Putter(document).document()


def _asks(node: object) -> bool:
    """Return whether a section or one of its subsections wants entries of a .bib."""
    if not isinstance(node, Mapping):
        return False
    below = node.get("sections")
    parts = below.items if isinstance(below, Sequence) else ()
    return isinstance(node.items.get(KIND), Mapping) or any(map(_asks, parts))
