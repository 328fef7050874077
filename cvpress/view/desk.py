"""The desk on which a view is laid out: what every entry of one CV needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from cvpress.layout import Layout
from cvpress.locales import Locale
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar
from cvpress.view.marks import Marks
from cvpress.view.texts import each, linked, words
from cvpress.view.words import Part, Words, said


@dataclass(frozen=True, eq=False)
class Desk:
    """The CV, its settings and words, and the look: one for each `build`."""

    document: Document
    settings: Settings
    locale: Locale
    layout: Layout
    date_style: str
    own_names: tuple[str, ...]
    marks: Marks

    def label(self, key: str) -> Words:
        """Return a word that the tool prints: the CV's own (`labels:`), else the locale's."""
        labels = self.document.node("/labels")
        own = labels.get(key) if isinstance(labels, Mapping) else None
        return words(own) if isinstance(own, Scalar) else said(self.locale.labels[key])

    @property
    def colon(self) -> str:
        """What stands between a label and its value: ": " (in French " : ")."""
        return self.locale.patterns["label"].partition("{label}")[2]

    def signs(self, node: Mapping) -> str:
        """Return the signs of a node's `marks`, noted as used."""
        names = (mark.text for mark in each(node.get("marks")) if isinstance(mark, Scalar))
        return "".join(self.marks.sign(name) for name in names)


@dataclass(frozen=True, eq=False)
class Item:
    """An entry (or role) under hand.

    `head`: the key of the value that its url makes a link; `marked`: of that its signs follow.
    """

    desk: Desk
    node: Mapping
    head: str = ""
    marked: str = ""

    def parts(self, key: str, role: str, before: str, plain: bool) -> list[Part]:
        """Return the pieces of a value, one or list: the first after `before`, then commas."""
        comma = self.desk.locale.patterns["list"]
        found = [n for n in each(self.node.get(key)) if isinstance(n, Scalar)]
        parts = [
            Part(role, self._words(key, scalar, plain), comma if at else before)
            for at, scalar in enumerate(found)
        ]
        signs = self.desk.signs(self.node) if parts and key == self.marked else ""
        return [*parts, Part("sign", said(signs))] if signs else parts

    def _words(self, key: str, scalar: Scalar, plain: bool) -> Words:
        made = words(scalar, plain=plain)
        return linked(made, self.node.text("url")) if key == self.head else made
