"""The document of a CV in which the entries of its bibliographies stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cvpress import locales, names
from cvpress.bibliography import choose, files, wanted
from cvpress.bibliography.model import Bib
from cvpress.bibliography.nodes import Builder
from cvpress.bibliography.wanted import Wanted
from cvpress.bibliography.works import Work
from cvpress.schema import tongues
from cvpress.source.document import Document, Fault, Mapping, Node, Sequence
from cvpress.source.roots import with_root

KIND, KNOWN = "publications", "also_known_as"


class Putter:
    """One document, whose sections are given their entries."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._builder = Builder(names.of_person(document))
        root = document.root
        general = root.get("bibliography") if root else None
        self._general = general if isinstance(general, Mapping) else None
        self._tags = tongues.locales(document)

    def document(self) -> Document:
        """Return the document with its entries."""
        document, root = self._document, self._document.root
        assert root is not None
        sections = root.items["sections"]
        builder, items = self._builder, {"sections": self._sections(sections, True)}
        if builder.spelt:
            items["person"] = self._known(root.items["person"])
        root = replace(root, items={**root.items, **items})
        return replace(
            with_root(document, root),
            faults=(*document.faults, *builder.faults.values()),
            beside={**document.beside, **builder.beside},
            written=document,
        )

    def _known(self, person: Node) -> Node:
        """Return the person, who is also known as the .bib's names are written here."""
        if not isinstance(person, Mapping):
            return person
        said = person.get(KNOWN)
        own = said.items if isinstance(said, Sequence) else (said,) if said else ()
        path, builder = f"{person.path}/{KNOWN}", self._builder
        more = enumerate(sorted(builder.spelt), len(own))
        added = (builder.scalar(f"{path}/{number}", name) for number, name in more)
        return replace(
            person, items={**person.items, KNOWN: builder.sequence(path, (*own, *added))}
        )

    def _sections(self, node: Node, top: bool) -> Node:
        if not isinstance(node, Sequence):
            return node
        made = (self._section(one, top) if isinstance(one, Mapping) else one for one in node.items)
        return replace(node, items=tuple(made))

    def _section(self, node: Mapping, top: bool) -> Mapping:
        items = dict(node.items)
        if "sections" in items:
            items["sections"] = self._sections(items["sections"], False)
        asked = items.get(KIND)
        if isinstance(asked, Mapping):
            del items[KIND]
            items |= self._entries(node, asked, top)
        return replace(node, items=items)

    def _entries(self, section: Mapping, asked: Mapping, top: bool) -> dict[str, Node]:
        """Return the entries of a section, or its subsections where they are grouped."""
        wishes, builder = wanted.read(asked, self._general), self._builder
        place = wishes.place
        builder.at, builder.most = (place.start, place.end), wishes.authors_max
        builder.style = wishes.style
        bib = self._bib(wishes)
        builder.file = bib.file if bib else None
        if bib is None:
            return {KIND: builder.sequence(asked.path, ())}
        works, faults = choose.chosen(bib, wishes, self._tags)
        builder.tell((*bib.faults, *faults), asked.path)
        if not wishes.group or "sections" in section.items or not self._may_group(asked, top):
            return {KIND: builder.entries(asked.path, works)}
        path = f"{section.path}/sections"
        parts = list(self._parts(path, choose.grouped(works, wishes.group), wishes.group))
        return {"sections": builder.sequence(path, parts)}

    def _may_group(self, asked: Mapping, top: bool) -> bool:
        """A subsection has no headings of its own below it."""
        own = asked.get("group")
        if not top and own is not None:
            message = "A subsection has no headings below it."
            help = "Group a section, or write one subsection for each group."
            self._builder.tell([Fault("wrong-value", own.start, own.end, message, help, own.path)])
        return top

    def _parts(
        self, path: str, groups: Iterator[tuple[str, list[Work]]], by: str
    ) -> Iterator[Node]:
        for number, (name, works) in enumerate(groups):
            here = f"{path}/{number}"
            items: dict[str, Node] = {}
            if name:
                items["title"] = self._title(f"{here}/title", name, by)
            items[KIND] = self._builder.entries(f"{here}/{KIND}", works)
            yield self._builder.mapping(here, items)

    def _title(self, path: str, name: str, by: str) -> Node:
        """Return a heading: a year, or a type in the languages of the CV."""
        scalar = self._builder.scalar
        if by == "year":
            return scalar(path, name)
        words = {tag: locales.load(tag).works[name] for tag in self._tags}
        if len(words) == 1:
            return scalar(path, words[self._tags[0]])
        items: dict[str, Node] = {tag: scalar(f"{path}/{tag}", said) for tag, said in words.items()}
        return self._builder.mapping(path, items)

    def _bib(self, wishes: Wanted) -> Bib | None:
        named = wishes.named
        if named is None:
            message = "“bibliography” is missing."
            help = "Add “bibliography: papers.bib” here, or `file` under the general bibliography."
            at = wishes.at
            self._builder.tell([Fault("missing-key", at.start, at.end, message, help, at.path)])
            return None
        found = files.read(named.text.strip(), Path(self._document.name).parent)
        if isinstance(found, Bib):
            return found
        fault = Fault("bib-missing", named.start, named.end, found.message, found.help, named.path)
        self._builder.tell([fault])
        return None
