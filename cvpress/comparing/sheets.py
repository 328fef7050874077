"""The pages that differ, drawn side by side, what differs marked: bounded in number and time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from cvpress.comparing import drawing, png
from cvpress.comparing.model import Compared, Fact, Mark
from cvpress.printed.pictures import Picture

SEEN = 50  # pages that are looked at
MOST = 20  # of them, pages that differ
SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of either PDF as PNG (b"" where there is none), and both side by side."""

    number: int
    old: bytes
    new: bytes
    both: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages that differ, and what their looks tell that no word does."""

    sheets: tuple[Sheet, ...] = ()
    facts: tuple[Fact, ...] = ()


Pictures = Iterable[Picture]


def draw(old: Pictures, new: Pictures, compared: Compared) -> Drawn:
    """Draw the pages of two PDFs that were compared, as far as they look different.

    `old` and `new`: the pictures of their pages, in order, asked for as far as they are needed.
    """
    end = time.monotonic() + SECONDS
    sheets: list[Sheet] = []
    looks: list[int] = []
    number = unseen = 0
    for number, (one, other) in enumerate(zip_longest(old, new), 1):
        if len(sheets) == MOST or time.monotonic() > end:
            unseen = number
            break
        marks = [_on(side, number) for side in compared.marks]
        places = drawing.differing(one, other) if one and other else []
        if one and other and not places:
            continue
        if one and other and number in compared.alike:
            looks.append(number)
            for picture in (one, other):
                for place in places:
                    drawing.mark(picture, place, "looks")
        sheets.append(_sheet(number, one, other, marks))
    unseen = unseen or (number + 1 if number < max(compared.pages) else 0)
    return Drawn(tuple(sheets), tuple(_told(looks, unseen)))


def _on(marks: Sequence[Mark], number: int) -> list[Mark]:
    return [mark for mark in marks if mark.page == number]


def _sheet(
    number: int, one: Picture | None, other: Picture | None, marks: Sequence[Sequence[Mark]]
) -> Sheet:
    for picture, own in zip((one, other), marks, strict=True):
        for mark in own if picture else ():
            assert picture is not None
            drawing.mark(picture, picture.place(mark.box), mark.kind)
    return Sheet(number, _png(one), _png(other), png.encode(*drawing.beside(one, other)))


def _png(picture: Picture | None) -> bytes:
    return png.encode(picture.width, picture.height, picture.pixels) if picture else b""


def _told(looks: Sequence[int], unseen: int) -> Iterator[Fact]:
    for number in looks:
        yield Fact("looks", f"Page {number} looks different, though its words are the same.")
    if unseen:
        yield Fact("not-drawn", f"From page {unseen} on, nothing is drawn: {_WHY}.")


_WHY = f"{SEEN} pages, {MOST} that differ, or {SECONDS:.0f} seconds are the most"
