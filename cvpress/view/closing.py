"""What stands after the last section: a declaration, and who signs it (LANGUAGE 8)."""

from __future__ import annotations

from cvpress import dates, photo
from cvpress.source.document import Document, Mapping, Scalar
from cvpress.view.desk import Desk
from cvpress.view.signed import Closing, Signed
from cvpress.view.texts import paragraphs, words
from cvpress.view.when import shown
from cvpress.view.words import Part, Words

PATH = "/closing"


def closing(desk: Desk, name: Words) -> Closing | None:
    """Lay out the closing; the name is below whatever is signed, and not below a mere clause."""
    node = desk.document.node(PATH)
    if not isinstance(node, Mapping):
        return None
    line, picture = _line(desk, node), signature(desk.document)
    signed = Signed(line, picture, name if line or picture else None)
    text = paragraphs(node.get("text"))
    return Closing(node.path, text, signed) if text or signed.name else None


def signature(document: Document) -> photo.Photo | None:
    """Return the picture of the person's signature, where there is one that can be printed."""
    found = photo.of(document, photo.SIGNATURE)
    return found if isinstance(found, photo.Photo) else None


def _line(desk: Desk, node: Mapping) -> tuple[Part, ...]:
    """Return "Leuven, January 15, 2026"; some languages say "le" or "den" before a day."""
    place, day = node.get("location"), node.get("date")
    parts = [Part("text", words(place))] if isinstance(place, Scalar) else []
    if isinstance(day, Scalar):
        before = _between(desk, day.text) if parts else ""
        parts.append(Part("text", shown(desk, day, day), before))
    return tuple(parts)


def _between(desk: Desk, written: str) -> str:
    try:
        exact = dates.parse(written, desk.settings.today).precision == "day"
    except dates.DateError:
        exact = False
    pattern = desk.locale.patterns["signed-day" if exact else "signed"]
    return pattern.removeprefix("{place}").removesuffix("{date}")
