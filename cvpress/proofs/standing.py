"""The parts of the page with the printed words that show them: by these, page breaks are judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress.printed.model import Printed
from cvpress.proofs.parts import Part, parts
from cvpress.proofs.reading import compare
from cvpress.view.model import View


@dataclass(frozen=True, slots=True)
class Standing:
    """A part where it stands: the printed words of all its texts, of its first one, of its head.

    Texts that do not stand where they should show none (`Comparison.places`).
    """

    part: Part
    words: tuple[int, ...]
    first: tuple[int, ...]
    head: tuple[int, ...]


def standing(printed: Printed, view: View) -> Iterator[Standing]:
    """Yield the parts of a view in the order of the page, each with the words that show it."""
    places = compare(printed, view).places

    def words(texts: range) -> tuple[int, ...]:
        return tuple(word for text in texts for word in places.get(text, ()))

    for part in parts(view):
        yield Standing(part, words(part.texts), words(part.texts[:1]), words(part.head))
