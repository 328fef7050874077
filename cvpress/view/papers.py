"""The pieces of publications, patents and talks: authors, editors, status, venue, identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cvpress import names
from cvpress.source.document import Mapping, Node, Scalar
from cvpress.view.desk import Desk, Item
from cvpress.view.marks import EQUAL as EQUAL_MARK
from cvpress.view.pieces import Group, Piece, Text, around, enclosed, joined, plain
from cvpress.view.texts import each, linked, words
from cvpress.view.words import Part, Run, Words, said


@dataclass(frozen=True, slots=True)
class People:
    """A list of authors or editors: the owner's name bold, signs after a name."""

    key: str

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return one part for each name, and one for each name's signs."""
        parts: list[Part] = []
        for at, node in enumerate(each(item.node.get(self.key))):
            signs = _equal(item, at, node) if self.key == "authors" else ""
            comma = " " if at == 1 and _others(node) else ", "
            parts += _person(item.desk, node, comma if parts or not first else "", signs)
        return parts


@dataclass(frozen=True, slots=True)
class Makers:
    """The authors; of a book that was edited, "J. Peeters, A. Okonkwo (eds.)"."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the names, and the locale's word for editors behind theirs."""
        if not _edited(item):
            return People("authors").parts(item, first)
        return _editors(item, item.desk.locale.patterns, bare=True)


def _edited(item: Item) -> bool:
    """True for a work of its editors: it has no authors, and is no part of another."""
    node = item.node
    return bool(node.get("editors")) and not (node.get("authors") or node.get("venue"))


def _editors(item: Item, patterns: dict[str, str], bare: bool) -> list[Part]:
    """Return editors with the locale's words around them; `bare`: without those before, "In"."""
    inner = People("editors").parts(item, True)
    if not inner:
        return []
    key = "editor" if len(each(item.node.get("editors"))) == 1 else "editors"
    pattern = patterns[key]
    return around(pattern[pattern.index("{") :] if bare else pattern, "editors", inner)


def _others(node: Node) -> bool:
    """True for "et al.", which follows a single name without a comma."""
    return isinstance(node, Scalar) and node.text.rstrip(".") == "et al"


def _person(desk: Desk, node: Node, before: str, signs: str) -> Iterator[Part]:
    name = node.get("name") if isinstance(node, Mapping) else node
    if not isinstance(name, Scalar):
        return
    made = words(name)
    if names.is_own(made.plain, desk.own_names):
        made = Words(tuple(replace(run, bold=True) for run in made.runs), made.path)
    if isinstance(node, Mapping):
        made = linked(made, node.text("url"))
        signs += desk.signs(node)
    yield Part("author", made, before)
    if signs:
        yield Part("sign", said(signs))


def _equal(item: Item, at: int, author: Node) -> str:
    """The sign of an author who contributed equally: one of the first, or one that is named."""
    who = item.node.get("equal_contribution")
    if isinstance(who, Scalar):
        among = who.text.isdecimal() and at < int(who.text)
    else:
        name = author.text("name") if isinstance(author, Mapping) else getattr(author, "text", "")
        among = name in {n.text for n in each(who) if isinstance(n, Scalar)}
    return item.desk.marks.sign(EQUAL_MARK) if among else ""


@dataclass(frozen=True, slots=True)
class Equal:
    """ "(*equal contribution)", where authors carry its sign."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the sign and its meaning."""
        if item.node.get("equal_contribution") is None:
            return []
        marks = item.desk.marks
        meaning = marks.meaning(EQUAL_MARK) or item.desk.label("equal-contribution")
        return enclosed(
            [Part("sign", said(marks.sign(EQUAL_MARK))), Part("text", meaning)],
            "(" if first else ". (",
            ")",
        )


@dataclass(frozen=True, slots=True)
class Status:
    """A status in words: "in press", "granted"."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the words of the locale, nothing for `published`."""
        node = item.node.get("status")
        word = item.desk.locale.status.get(node.text) if isinstance(node, Scalar) else None
        if not word or node is None:
            return []
        return [Part("text", Words((Run(word),), node.path), "" if first else ", ")]


@dataclass(frozen=True, slots=True)
class Published:
    """Where a work came out: "in submission to ICLR 2025", "In J. Peeters (ed.), Trade 6(3)"."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the status in words, the editors and the venue."""
        patterns = item.desk.locale.patterns
        inner = joined(item, (Editors(), VENUE))
        status = item.node.get("status")
        pattern = patterns.get(f"status-{status.text}") if isinstance(status, Scalar) else None
        if inner and pattern and status is not None:
            inner = around(pattern, "venue", inner, status.path)
        return _opening(inner or STATUS.parts(item, first))


def _opening(parts: list[Part]) -> list[Part]:
    """The same parts, the tool's own first word with a capital, since it opens a line."""
    head = parts[0].words.runs[0] if parts else None
    if head is None or not parts[0].words.path.endswith("/status"):
        return parts
    first = replace(head, text=head.text[:1].upper() + head.text[1:])
    words = Words((first,), parts[0].words.path)
    return [replace(parts[0], words=words), *parts[1:]]


@dataclass(frozen=True, slots=True)
class Editors:
    """ "In J. Peeters, A. Okonkwo (eds.)"."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the editors and the locale's words around them."""
        if _edited(item):
            return []
        parts = _editors(item, item.desk.locale.patterns, bare=False)
        return parts if first or not parts else enclosed(parts, ", ")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A DOI or arXiv number, with its name before it and a link to it."""

    key: str
    name: str
    site: str

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return one linked part."""
        node = item.node.get(self.key)
        if not isinstance(node, Scalar):
            return []
        bare = node.text.strip().removeprefix(self.site).removeprefix(self.name)
        made = linked(Words((Run(self.name + bare),), node.path), self.site + bare)
        return [Part("link", made, "" if first else " · ")]


@dataclass(frozen=True, slots=True)
class Issue:
    """ "(3)", close to the volume where there is one."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the issue, in brackets where something stands before it."""
        opening = "(" if item.node.get("volume") else " ("
        return Group(opening, (plain("issue"),), ")").parts(item, first)


AUTHORS = People("authors")
MAKERS = Makers()
EQUAL = Equal()
STATUS = Status()
PUBLISHED = Published()
VENUE: Piece = Group(
    ", ",
    (
        Text("venue"),
        plain("volume", " "),
        Issue(),
        plain("pages"),
    ),
)
DOI = Identifier("doi", "doi:", "https://doi.org/")
ARXIV = Identifier("arxiv", "arXiv:", "https://arxiv.org/abs/")
