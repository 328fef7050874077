"""Rows: from a kind's table to the lines of one entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cvpress.source.document import Mapping
from cvpress.view.desk import Item
from cvpress.view.pieces import Piece, Text, joined, labelled, one_stop
from cvpress.view.texts import each
from cvpress.view.when import When
from cvpress.view.words import BAR, Line, Part


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a kind: pieces at the left, and what stands at its right.

    `right` is "location", "date", or the "first" or "second" of these two, as the theme says.
    `first` "title": the title came first, so titles and heads change their looks.
    """

    left: tuple[Piece, ...]
    right: str = ""
    first: str = "head"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry as it prints: head lines, own lines, own closing lines.

    `title`: its first field, which the url makes a link. `signs`: the fields after which the signs
    of its marks may stand; the first that is there gets them.
    """

    title: str
    head: tuple[Row, ...]
    own: tuple[Row, ...] = ()
    closing: tuple[Row, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    left: list[Part]
    role: str
    slots: set[str] = field(default_factory=set)


TURNED = {"head": "title", "title": "head"}
# In the order in which they stand, so that the dates of a page share one edge.
RIGHT: dict[str, Piece] = {
    "location": Text("location", "location"),
    "date": When(role="date", before=" · "),
}


def head(item: Item, kind: Kind) -> list[Line]:
    """Return an entry's head lines (roles "head", then "sub") and own lines (role "own")."""
    rows = _turned(item, kind.head)
    roles = ["head"] + ["sub"] * (len(rows) - 1) + ["own"] * len(kind.own)
    return _lines(item, zip((*rows, *kind.own), roles, strict=True))


def _turned(item: Item, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the head's rows with the title's before the organization's, where that is wanted.

    Only where both are there; the right-hand column keeps its order.
    """
    if item.desk.layout.head != "title" or [row.right for row in rows] != ["first", "second"]:
        return rows
    first, second = rows
    if not joined(item, first.left) or not joined(item, second.left):
        return rows
    return Row(second.left, "first", first="title"), Row(first.left, "second", first="title")


def closing(item: Item, kind: Kind) -> list[Line]:
    """Return the lines after an entry's bullets."""
    return _lines(item, ((row, "closing") for row in kind.closing))


def _lines(item: Item, rows: Iterable[tuple[Row, str]]) -> list[Line]:
    """Where a row's left side is empty, its right side goes to the line before.

    Where there is none before, it goes to the line after.
    """
    drafts: list[_Draft] = []
    waiting: set[str] = set()
    for row, role in rows:
        slots = {_slot(item, row.right)} if row.right else set()
        left = one_stop(joined(item, row.left))
        if row.first == "title":
            left = [replace(part, role=TURNED.get(part.role, part.role)) for part in left]
        if left:
            drafts.append(_Draft(left, role, slots | waiting))
            waiting = set()
        else:
            (drafts[-1].slots if drafts else waiting).update(slots)
    if waiting:
        drafts.append(_Draft([], "head", waiting))
    lines = (_line(item, draft) for draft in drafts)
    return [line for line in lines if line.left or line.right]


def _line(item: Item, draft: _Draft) -> Line:
    right = _right(item, draft.slots)
    if item.desk.layout.dates == "right" or not right:
        return Line(tuple(draft.left), right, draft.role)
    before = BAR if draft.left else ""
    return Line((*draft.left, replace(right[0], before=before), *right[1:]), (), draft.role)


def _slot(item: Item, name: str) -> str:
    first, second = item.desk.layout.right
    return {"first": first, "second": second}.get(name, name)


def _right(item: Item, slots: set[str]) -> tuple[Part, ...]:
    return tuple(joined(item, [piece for name, piece in RIGHT.items() if name in slots]))


def details(item: Item) -> list[Line]:
    """Return one line for each of an entry's (or the person's) `details`: "Label: text"."""
    found = (detail for detail in each(item.node.get("details")) if isinstance(detail, Mapping))
    return [Line(tuple(_detail(Item(item.desk, node))), role="own") for node in found]


def _detail(item: Item) -> list[Part]:
    label, text = (joined(item, [Text(key, key)]) for key in ("label", "text"))
    return labelled(item, label, text) if label and text else [*label, *text]


def close(lines: list[Line], parts: list[Part], roles: tuple[str, ...]) -> list[Line]:
    """Return lines with parts closing the last one that has one of the roles, else the first."""
    if not parts or not lines:
        return lines or ([Line(tuple(parts), role="head")] if parts else [])
    at = max((n for n, line in enumerate(lines) if line.role in roles), default=0)
    added = parts if lines[at].left else [replace(parts[0], before=""), *parts[1:]]
    return [*lines[:at], replace(lines[at], left=(*lines[at].left, *added)), *lines[at + 1 :]]
