"""Variants: other CVs from one file, each a document from which parts are left out (LANGUAGE 9).

A variant of a document is a document itself: what follows (view, theme, proofs) need not know of
it. Every value keeps its path and its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cvpress.errors import UsageError
from cvpress.markup import parse
from cvpress.schema import shape
from cvpress.schema.fields import scalars
from cvpress.schema.suggest import closest
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence
from cvpress.source.roots import with_root

ALL = "all"


@dataclass(frozen=True, slots=True)
class Private:
    """A value that must not be found in the output: its place, its letters, what it is."""

    path: str
    text: str
    field: str


def names(document: Document) -> tuple[str, ...]:
    """Return the names of a document's variants, in the order of the file."""
    found = document.root.get("variants") if document.root else None
    return tuple(found.items) if isinstance(found, Mapping) else ()


def find(document: Document, name: str) -> Mapping | None:
    """Return what a document says of a variant; None where it says nothing.

    Raises UsageError for a name that it does not have.
    """
    known = names(document)
    if name not in known:
        near = closest(name, known)
        others = f"Did you mean {near}?" if near else f"It has {', '.join(known) or 'none'}."
        raise UsageError(f"{document.name} has no variant {name}.", others)
    found = document.node("/variants").get(name)  # type: ignore[union-attr]
    return found if isinstance(found, Mapping) else None


def select(document: Document, name: str) -> Document:
    """Return the document that a variant prints; "" is the whole. Raises UsageError."""
    said = find(document, name) if name else None
    if said is None or document.root is None:
        return document
    kept = _kept(document.root, _Tags.of(said))
    root: dict[str, Node | None] = dict(kept.items) if isinstance(kept, Mapping) else {}
    if isinstance(sections := root.get("sections"), Sequence):
        root["sections"] = _picked(sections, scalars(said, "sections"))
    root["person"] = _person(root.get("person"), said)
    root["design"] = _design(root.get("design"), said)
    made = replace(document.root, items={key: node for key, node in root.items() if node})
    return with_root(document, made)


def language(document: Document, name: str) -> str:
    """Return the language of a variant, "" where it does not say. Raises UsageError."""
    said = find(document, name) if name else None
    return said.text("lang") if said else ""


def private(document: Document, name: str) -> tuple[Private, ...]:
    """Return the values that a variant keeps out of its output: hidden fields, excluded texts."""
    said = find(document, name) if name else None
    person = document.root.get("person") if document.root else None
    if said is None or document.root is None:
        return ()
    found = []
    for hidden in scalars(said, "hide"):
        node = person.get(hidden.text) if isinstance(person, Mapping) else None
        found += [Private(one.path, one.text, hidden.text) for one in _scalars(node)]
    for node in _left_out(document.root, _Tags((), _Tags.of(said).without)):
        found += [Private(one.path, one.text, "") for one in _scalars(node)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Tags:
    """Which tags a variant takes in (all where it names none) and which it leaves out."""

    only: tuple[str, ...]
    without: tuple[str, ...]

    @staticmethod
    def of(said: Mapping) -> _Tags:
        only, without = (scalars(said, key) for key in ("include_tags", "exclude_tags"))
        return _Tags(tuple(tag.text for tag in only), tuple(tag.text for tag in without))

    def keep(self, node: Node) -> bool:
        """What has no tags is always in; leaving out wins."""
        tags = {tag.text for tag in scalars(node, "tags")} if isinstance(node, Mapping) else set()
        if not tags:
            return True
        return tags.isdisjoint(self.without) and not (self.only and tags.isdisjoint(self.only))


def _kept(node: Node, tags: _Tags) -> Node | None:
    """Return a node without what its tags leave out; None for a section that lost its entries."""
    if isinstance(node, Sequence):
        found = (_kept(item, tags) for item in node.items if tags.keep(item))
        return replace(node, items=tuple(item for item in found if item is not None))
    if not isinstance(node, Mapping):
        return node
    items = {key: _kept(value, tags) for key, value in node.items.items()}
    if _lost(node, items):
        return None
    return replace(node, items={key: value for key, value in items.items() if value is not None})


def _lost(node: Mapping, items: dict[str, Node | None]) -> bool:
    """True for a section all of whose entries were left out: it loses its title, too."""
    held = [key for key in node.items if key in ("sections", *shape.kinds()) and node.get(key)]
    in_sections = node.path.rpartition("/")[0].endswith("/sections")
    return in_sections and bool(held) and all(_none(items[key]) for key in held)


def _none(node: Node | None) -> bool:
    return node is None or node.empty


def _left_out(node: Node, tags: _Tags) -> Iterator[Node]:
    """Yield what the tags leave out, topmost only."""
    if isinstance(node, Sequence):
        for item in node.items:
            if tags.keep(item):
                yield from _left_out(item, tags)
            else:
                yield item
    elif isinstance(node, Mapping):
        for value in node.items.values():
            yield from _left_out(value, tags)


def called(section: Mapping) -> tuple[str, ...]:
    """Return the names by which a variant may call a section: its id, else its titles' letters."""
    id, title = section.text("id"), section.get("title")
    titles = (parse(one.text).reading.strip() for one in _scalars(title))
    return (id,) if id else tuple(titles)


def calls(name: str, section: Mapping) -> bool:
    """Return whether a name in `sections` means a section: its id, else its title in any case."""
    return name.strip().casefold() in (one.casefold() for one in called(section))


def callable_sections(sections: Node | None) -> Iterator[Mapping]:
    """Yield the sections that a variant may call: all, and the subsections that have an id."""
    below = []
    for node in sections.items if isinstance(sections, Sequence) else ():
        if isinstance(node, Mapping):
            yield node
            below.append(node.items.get("sections"))
    for parts in below:
        yield from (part for part in callable_sections(parts) if part.text("id"))


def _picked(sections: Sequence, wanted: tuple[Scalar, ...]) -> Sequence:
    """Return the sections that are named, in that order; all where none is."""
    if not wanted:
        return sections
    known = list(callable_sections(sections))
    found = (next((one for one in known if calls(name.text, one)), None) for name in wanted)
    return replace(sections, items=tuple(one for one in found if one is not None))


def _person(person: Node | None, said: Mapping) -> Node | None:
    hidden = {field.text for field in scalars(said, "hide")}
    other = said.get("person")
    if not isinstance(person, Mapping):
        return person
    items = {**person.items, **(other.items if isinstance(other, Mapping) else {})}
    return replace(person, items={key: item for key, item in items.items() if key not in hidden})


def _design(design: Node | None, said: Mapping) -> Node | None:
    """Return the design, with the variant's own settings in the place of the file's."""
    other = said.get("design")
    own = dict(other.items) if isinstance(other, Mapping) else {}
    own |= {key: node for key in ("max_pages", "fit") if (node := said.get(key))}
    if not own:
        return design
    items = {**(design.items if isinstance(design, Mapping) else {}), **own}
    return Mapping("/design", said.start, said.end, items, {})


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.items.items():
            if key not in ("tags", "ignore", "marks", "lang"):
                yield from _scalars(value)
