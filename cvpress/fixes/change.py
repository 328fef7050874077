"""One change of a text: several fixes put in at once, and the way from old places to new ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from cvpress.finding import FileFix
from cvpress.source.document import Document, Edit
from cvpress.source.positions import offset

Place = tuple[int, int]


def edits(document: Document, fix: FileFix) -> list[Edit]:
    """Return a fix as edits of the document's text, in their order."""
    found = (
        Edit(
            offset(document, edit.span.line, edit.span.column),
            offset(document, edit.span.end_line, edit.span.end_column),
            edit.replacement,
        )
        for edit in fix.edits
    )
    return sorted(found, key=lambda edit: (edit.start, edit.end))


def meet(one: Edit, other: Edit) -> bool:
    """Return whether two edits overlap or touch; which of them comes first is then not sure."""
    return one.start <= other.end and other.start <= one.end


class Places:
    """Stretches of one text, in order and apart from each other."""

    def __init__(self, places: Iterable[Place]) -> None:
        found = list(places)
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def met(self, place: Place) -> tuple[int, int]:
        """Return which of them a place overlaps or touches: the numbers [first, last)."""
        return bisect_left(self._ends, place[0]), bisect_right(self._starts, place[1])

    def meet(self, place: Place) -> bool:
        """Return whether a place overlaps or touches one of them."""
        first, last = self.met(place)
        return first < last


class Change:
    """Edits of one text that do not meet. `old`, `new`: where they are before and after."""

    def __init__(self, document: Document, some: Iterable[Edit]) -> None:
        self._document = document
        self.edits = sorted(some, key=lambda edit: edit.start)
        longer = (len(edit.replacement) - (edit.end - edit.start) for edit in self.edits)
        self._shifts = [0, *accumulate(longer)]
        self.old = Places((edit.start, edit.end) for edit in self.edits)
        self.new = Places(
            (edit.start + shift, edit.start + shift + len(edit.replacement))
            for edit, shift in zip(self.edits, self._shifts, strict=False)
        )

    def text(self) -> str:
        """Return the text after the edits; every other letter is as it was."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            parts += (self._document.text[at : edit.start], edit.replacement)
            at = edit.end
        return "".join([*parts, self._document.text[at:]])

    def moved(self, place: Place) -> Place:
        """Return where a place of the old text is in the new one, with all edits that it meets."""
        start, end = place
        first, last = self.old.met(place)
        if first < last:
            start = min(start, self.edits[first].start)
            end = max(end, self.edits[last - 1].end)
        return start + self._shifts[first], end + self._shifts[max(first, last)]
