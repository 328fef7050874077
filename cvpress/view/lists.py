"""The pieces of values that are maps: scores, courses, tests, links, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cvpress import phones
from cvpress.source.document import Mapping, Scalar
from cvpress.view import when
from cvpress.view.desk import Item
from cvpress.view.pieces import Group, Piece, Text, enclosed, joined, labelled, plain
from cvpress.view.texts import each, linked, words
from cvpress.view.words import BAR, Part, Run, Words

TIED = "\u00a0"
"""A space at which no line ends."""


@dataclass(frozen=True, slots=True)
class Scores:
    """ "GPA: 3.87/4.0", each score with its own label or the tool's."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return label, value and scale of each score."""
        parts: list[Part] = []
        for score in each(item.node.get("score")):
            if isinstance(score, Mapping):
                label = joined(Item(item.desk, score), [Text("label", "label")])
                label = label or [Part("label", item.desk.label("score"))]
                value = joined(Item(item.desk, score), [plain("value"), plain("scale", " / ")])
                inner = labelled(item, label, value) if value else label
                parts += enclosed(inner, ", ") if parts or not first else inner
        return parts


@dataclass(frozen=True, slots=True)
class Each:
    """A list whose items are texts, or maps with pieces of their own."""

    key: str
    pieces: tuple[Piece, ...]
    plain: bool = False

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the parts of each item after a comma."""
        parts: list[Part] = []
        for node in each(item.node.get(self.key)):
            if isinstance(node, Mapping):
                inner = joined(Item(item.desk, node), self.pieces)
            else:
                inner = (
                    [Part("text", words(node, plain=self.plain))]
                    if isinstance(node, Scalar)
                    else []
                )
            comma = item.desk.locale.patterns["list"] if parts else ", "
            parts += enclosed(inner, comma) if inner and (parts or not first) else inner
        return parts


@dataclass(frozen=True, slots=True)
class TestParts:
    """The parts of a language test: "Reading: 29, Listening: 28"."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the name and the points of each part."""
        return list(self._each(item, first))

    def _each(self, item: Item, first: bool) -> Iterator[Part]:
        node = item.node.get("parts")
        if not isinstance(node, Mapping):
            return
        for name, points in node.items.items():
            if isinstance(points, Scalar) and not points.empty:
                label = Words((Run(name),), points.path)
                yield Part("text", label, "" if first else ", ")
                yield Part("text", words(points, plain=True), item.desk.colon.replace(" ", TIED))
                first = False


@dataclass(frozen=True, slots=True)
class Address:
    """An email address or a phone number that opens the right program."""

    key: str
    scheme: str

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return one linked part for each value."""
        found = [n for n in each(item.node.get(self.key)) if isinstance(n, Scalar)]
        return [
            Part(self.key, reachable(scalar, self.scheme), "" if first and not at else ", ")
            for at, scalar in enumerate(found)
        ]


def reachable(scalar: Scalar, scheme: str) -> Words:
    """Return an address as a link: `mailto:` as it is, `tel:` with what a program dials."""
    goal = phones.dialled(scalar.text) if scheme == "tel" else scalar.text.strip()
    return linked(words(scalar, plain=True), f"{scheme}:{goal}")


def links(item: Item) -> list[Part]:
    """Return an entry's links, each a label, which leads somewhere if it has a url."""
    return [
        Part("link", linked(words(label), node.text("url")), BAR)
        for node in each(item.node.get("links"))
        if isinstance(node, Mapping) and isinstance(label := node.get("label"), Scalar)
    ]


SCORES = Scores()
COURSES = Each("courses", (Text("name"), Group(f"{TIED}(", (plain("grade"),), ")")))
TESTS = Each(
    "test",
    (
        plain("name"),
        plain("total", TIED),
        Group(" (", (TestParts(),), ")"),
        when.When("date"),
    ),
)
LINKED = (Address("email", "mailto"), Address("phone", "tel"))
