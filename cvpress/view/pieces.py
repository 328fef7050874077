"""Pieces: the grammar of LANGUAGE 5's "Prints" column. An absent field makes no part at all.

A piece turns an entry into parts. `first` tells it that nothing stands before it on its line, so it
brings no separator and no bracket.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import Formatter
from typing import Protocol

from cvpress.view.desk import Item
from cvpress.view.words import Part, Run, Words


class Piece(Protocol):
    """What a row is made of."""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the parts of an entry, none where its fields are absent."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A field, one text or a list of them, after a separator."""

    key: str
    role: str = "text"
    before: str = ", "
    plain: bool = False

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return one part for each value."""
        return item.parts(self.key, self.role, "" if first else self.before, self.plain)


def plain(key: str, before: str = ", ") -> Text:
    """A field that is printed letter for letter."""
    return Text(key, before=before, plain=True)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that share an opening and a closing: brackets, or a longer pause before them."""

    opening: str
    pieces: tuple[Piece, ...]
    closing: str = ""

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the inner parts; brackets only where something stands before them."""
        inner = joined(item, self.pieces)
        return inner if first or not inner else enclosed(inner, self.opening, self.closing)


@dataclass(frozen=True, slots=True)
class Label:
    """A word of the tool before pieces: "Supervisor: Prof. Gao", "No. 345678".

    `bare`: no colon, and no look of its own.
    """

    key: str
    pieces: tuple[Piece, ...]
    before: str = ", "
    bare: bool = False

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the label and the pieces, nothing where there are none."""
        inner = joined(item, self.pieces)
        if not inner:
            return []
        before = "" if first else self.before
        if self.bare:
            return [Part("text", item.desk.label(self.key), before), *enclosed(inner, " ")]
        return labelled(item, [Part("label", item.desk.label(self.key), before)], inner)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pieces in the order and with the words of a locale's pattern ("{degree} in {area}")."""

    key: str
    pieces: tuple[tuple[str, Piece], ...]
    before: str = ", "

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return what there is; the pattern's words only between two that are there."""
        made = {name: piece.parts(item, True) for name, piece in self.pieces}
        parts: list[Part] = []
        for literal, name, _, _ in Formatter().parse(item.desk.locale.patterns[self.key]):
            inner = made.get(name or "", [])
            if inner:
                parts += enclosed(inner, literal if parts else "")
        return parts if first or not parts else enclosed(parts, self.before)


@dataclass(frozen=True, slots=True)
class Colon:
    """Pieces after a field that is their label: "Computing: Python, R"."""

    pieces: tuple[Piece, ...]

    def parts(self, item: Item, first: bool) -> list[Part]:
        """Return the inner parts after a colon."""
        return Group(item.desk.colon, self.pieces).parts(item, first)


def labelled(item: Item, label: list[Part], parts: list[Part]) -> list[Part]:
    """Return a label, with its colon, and what it is the label of."""
    colon = item.desk.colon
    *before, last = label
    runs = (*last.words.runs, Run(colon.rstrip()))
    said = replace(last, words=Words(runs, last.words.path))
    return [*before, said, *enclosed(parts, colon[len(colon.rstrip()) :])]


def around(pattern: str, hole: str, inner: list[Part], path: str = "") -> list[Part]:
    """Return parts with a pattern's words before and after them ("in submission to {venue}").

    `path`: the value that the words stand for.
    """
    left, _, right = pattern.partition(f"{{{hole}}}")
    opening, closing = left.rstrip(" ,，"), right.strip()
    before = [Part("text", Words((Run(opening),), path))] if opening else []
    after = [Part("text", Words((Run(closing),), path), right[: -len(closing)])] if closing else []
    return [*before, *enclosed(inner, left[len(opening) :]), *after]


def joined(item: Item, pieces: Sequence[Piece]) -> list[Part]:
    """Return the parts of pieces that stand side by side."""
    parts: list[Part] = []
    for piece in pieces:
        parts += piece.parts(item, not parts)
    return parts


def one_stop(parts: list[Part]) -> list[Part]:
    """Return parts without a second full stop after one that is there ("et al.", "Sci.")."""
    made = parts[:1]
    for before, part in pairwise(parts):
        doubled = part.before.startswith(".") and f"{before.words.plain}{before.after}"[-1:] == "."
        made.append(replace(part, before=part.before[1:]) if doubled else part)
    return made


def enclosed(parts: list[Part], before: str, after: str = "") -> list[Part]:
    """Return parts with an opening before the first and a closing after the last."""
    head, *rest = parts
    opened = [replace(head, before=before), *rest]
    opened[-1] = replace(opened[-1], after=opened[-1].after + after)
    return opened
