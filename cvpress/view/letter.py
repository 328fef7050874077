"""The cover letter: recipient, date, subject, opening, paragraphs, ending, name (LANGUAGE 8a)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cvpress.source.document import Mapping, Scalar
from cvpress.view.closing import signature
from cvpress.view.desk import Desk
from cvpress.view.signed import Letter, Signed
from cvpress.view.texts import paragraphs, words
from cvpress.view.when import shown
from cvpress.view.words import Words

PATH = "/letter"


def letter(desk: Desk, name: Words) -> Letter | None:
    """Lay out the letter of a CV, which its person signs; None where it has none."""
    node = desk.document.node(PATH)
    if not isinstance(node, Mapping):
        return None
    day = node.get("date")
    in_words = replace(desk, date_style="long")  # whatever the CV's tables look like
    return Letter(
        path=node.path,
        to=tuple(_recipient(node.get("to"))),
        date=shown(in_words, day, day) if isinstance(day, Scalar) else None,
        subject=_text(node, "subject"),
        opening=_text(node, "opening") or Words(()),
        body=paragraphs(node.get("body")),
        ending=_text(node, "ending"),
        signed=Signed(picture=signature(desk.document), name=name),
    )


def _recipient(node: object) -> Iterator[Words]:
    """Yield name, organization, and each line of the address."""
    if isinstance(node, Mapping):
        for key in ("name", "organization", "address"):
            yield from paragraphs(node.get(key))


def _text(node: Mapping, key: str) -> Words | None:
    value = node.get(key)
    return words(value) if isinstance(value, Scalar) else None
