"""The language that a CV is in, where it does not say so: told by its owner's own words.

These are prose, labels and headings. What bodies, works, posts, degrees and people are called may
be in any language, and tells nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvpress.schema import tongues
from cvpress.schema.fields import Field, texts
from cvpress.source.document import Document
from cvpress.words.recognized import recognize

_HEADING = re.compile(r"(?:/sections/\d+)+/title")


def as_spoken(document: Document) -> Document:
    """Return a document that knows its language (`Document.spoken`); the same one where it says so
    itself, where it is written in several, or is not surely in another than English."""
    if document.root is None or document.root.get("locale") or tongues.maps(document):
        return document
    tag = recognize(field.scalar.text for field in own_words(document))
    return replace(document, spoken=tag) if tag else document


def own_words(document: Document) -> Iterator[Field]:
    """Yield what the owner of a CV says in the language of the CV."""
    known = tongues.locales(document)
    for field in texts(document):
        own = field.role in ("prose", "label") or field.key == "language"
        own = own or (field.key == "title" and _HEADING.fullmatch(field.path) is not None)
        if own and field.language in known:
            yield field
