"""Signs: each mark of the CV has one, the same on the whole page (LANGUAGE 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from cvpress.source.document import Document, Mapping, Scalar
from cvpress.view.body import Note
from cvpress.view.texts import words
from cvpress.view.words import Words

EQUAL = "equal-contribution"
SIGNS = ("*", "†", "‡", "§", "¶")


class Marks:
    """The marks of one CV: their signs, and which were used since `notes` was last asked."""

    def __init__(self, document: Document) -> None:
        root = document.root
        found = root.get("marks") if root else None
        self._marks = found if isinstance(found, Mapping) else None
        equal = any(path.endswith("/equal_contribution") for path in document.nodes)
        self._signs = self._given({EQUAL: "*"} if equal else {})
        free = _free(self._signs.values())
        for name in self._names():
            self._signs[name] = self._signs.pop(name, "") or next(free)
        self._used: set[str] = set()

    def _names(self) -> Iterable[str]:
        return self._marks.items if self._marks else ()

    def _given(self, given: dict[str, str]) -> dict[str, str]:
        """The signs that are decided: the predefined one, where it is used, and those written."""
        for name in self._names():
            node = self._marks.get(name) if self._marks else None
            symbol = node.text("symbol") if isinstance(node, Mapping) else ""
            if symbol:
                given[name] = symbol
        return given

    def sign(self, name: str) -> str:
        """Return the sign of a mark, noted as used; "" for one that is not defined."""
        if name in self._signs:
            self._used.add(name)
        return self._signs.get(name, "")

    def meaning(self, name: str) -> Words | None:
        """Return what a mark means, where the CV says it."""
        node = self._marks.get(name) if self._marks else None
        text = node.get("text") if isinstance(node, Mapping) else None
        return words(text) if isinstance(text, Scalar) else None

    def notes(self) -> tuple[Note, ...]:
        """Return the meanings of the marks used since the last call, in the order of `marks:`.

        Equal contribution is told beside the authors, so it has no note of its own.
        """
        used, self._used = self._used, set()
        told = ((name, self.meaning(name)) for name in self._signs if name in used - {EQUAL})
        return tuple(Note(self._signs[name], meaning) for name, meaning in told if meaning)


def _free(taken: Iterable[str]) -> Iterator[str]:
    """Yield the signs that nobody wrote: * † ‡ § ¶, then the same doubled."""
    used = set(taken)
    for times in count(1):
        yield from (sign * times for sign in SIGNS if sign * times not in used)
