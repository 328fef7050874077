"""From works to nodes of the document: entries as if they were written in the CV, place by place.

In the CV's own file they stand where the .bib is named; their places in the .bib are told beside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cvpress import names
from cvpress.bibliography.draft import Said
from cvpress.bibliography.people import OTHERS, Name
from cvpress.bibliography.works import Work
from cvpress.markup import parse
from cvpress.source.document import Beside, Document, Fault, Mapping, Node, Scalar, Sequence

_ORDER_WORDS = (
    "title authors equal_contribution editors venue volume issue pages publisher location status "
    "doi arxiv date url note"
)
_ORDER = _ORDER_WORDS.split()
LEFT_OUT = "…"


@dataclass(slots=True)
class Builder:
    """Makes nodes of works. `own`: the names of the CV's owner.

    `at`: where the .bib `file` is named; `most`: authors that are shown of a list, 0 for all;
    `style`: how names are written. `spelt`: the owner's name, as a style writes it.
    `beside`: the places of the values made so far; `faults`: what is told of them.
    """

    own: tuple[str, ...]
    at: tuple[int, int] = (0, 0)
    file: Document | None = None
    most: int = 0
    style: str = ""
    spelt: set[str] = field(default_factory=set)
    beside: dict[str, Beside] = field(default_factory=dict)
    faults: dict[tuple[str, int, str], Fault] = field(default_factory=dict)

    def tell(self, faults: Iterable[Fault], path: str = "") -> None:
        """Take faults, each once, however many sections show its entry."""
        for fault in faults:
            name = fault.file.name if fault.file else ""
            told = replace(fault, path=fault.path or path)
            self.faults.setdefault((name, fault.start, fault.message), told)

    def scalar(self, path: str, text: str) -> Scalar:
        """Return a value that stands where the .bib is named."""
        return Scalar(path, *self.at, text, text, "double")

    def sequence(self, path: str, items: Iterable[Node]) -> Sequence:
        """Return a list that stands there."""
        return Sequence(path, *self.at, tuple(items))

    def mapping(self, path: str, items: dict[str, Node]) -> Mapping:
        """Return a map that stands there."""
        return Mapping(path, *self.at, items, {})

    def entries(self, path: str, works: Iterable[Work]) -> Sequence:
        """Return the entries of a section; a work without a title is told and left out."""
        made: list[Node] = []
        for work in works:
            self.tell(work.faults, f"{path}/{len(made)}")
            if "title" in work.said:
                made.append(self._entry(f"{path}/{len(made)}", work))
        return self.sequence(path, made)

    def _entry(self, path: str, work: Work) -> Mapping:
        items: dict[str, Node] = {}
        self._place(path, work.entry.start, work.entry.end)
        for key in _ORDER:
            if said := work.said.get(key):
                self._place(f"{path}/{key}", said.value.start, said.value.end)
                items[key] = self._value(f"{path}/{key}", key, said, work)
        return self.mapping(path, items)

    def _value(self, path: str, key: str, said: Said, work: Work) -> Node:
        if key in ("authors", "editors"):
            return self._people(path, work.authors if key == "authors" else work.editors, said)
        if isinstance(said.text, dict):
            tongues = said.text.items()
            return self.mapping(
                path, {tag: self._text(f"{path}/{tag}", text, said) for tag, text in tongues}
            )
        if isinstance(said.text, tuple):
            texts = enumerate(said.text)
            return self.sequence(path, (self._text(f"{path}/{at}", one, said) for at, one in texts))
        return self._text(path, said.text, said)

    def _text(self, path: str, text: str, said: Said) -> Scalar:
        self._place(path, said.value.start, said.value.end)
        return self.scalar(path, text)

    def _people(self, path: str, people: tuple[Name, ...], said: Said) -> Sequence:
        """Return a list of names, each at its place in the .bib, at most so many as are wanted."""
        made: list[Node] = []
        at = said.value.start
        places = []
        for one in people:
            found = self._find(one.written, at, said.value.end)
            at = found[1] if found else at
            places.append(found or (said.value.start, said.value.end))
        for index in _kept(people, self.most, self.own):
            below = f"{path}/{len(made)}"
            text = LEFT_OUT if index is None else self._name(people[index])
            self._place(below, *(places[index] if index is not None else places[0]))
            made.append(self.scalar(below, text))
        return self.sequence(path, made)

    def _name(self, one: Name) -> str:
        text = one.styled(self.style)
        if text != one.text and names.is_own(parse(one.text).reading, self.own):
            self.spelt.add(text)
        return text

    def _find(self, written: str, start: int, end: int) -> tuple[int, int] | None:
        at = self.file.text.find(written, start, end) if self.file else -1
        return (at, at + len(written)) if at >= 0 else None

    def _place(self, path: str, start: int, end: int) -> None:
        if self.file:
            self.beside[path] = Beside(self.file, start, end)


def _kept(people: tuple[Name, ...], most: int, own: tuple[str, ...]) -> list[int | None]:
    """Return which names are shown, None for a "…": the first ones, and the owner in any case."""
    if not most or len(people) <= most or people[most].text == OTHERS:
        return list(range(len(people)))
    mine = [at for at, one in enumerate(people) if names.is_own(parse(one.text).reading, own)]
    if not mine or mine[0] < most:
        return [*range(most), None]
    first: list[int | None] = [*range(most - 1), None, mine[0]]
    return first if mine[0] == len(people) - 1 else [*first, None]
