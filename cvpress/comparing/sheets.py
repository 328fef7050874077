"""The pages that differ, drawn side by side, what differs marked: bounded in number and time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cvpress.comparing import drawing, png
from cvpress.comparing.model import Compared, Fact, Mark
from cvpress.printed.pictures import Picture, pictures

MOST = 20  # pages that are drawn
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


def draw(old: bytes, new: bytes, compared: Compared) -> Drawn:
    """Draw the pages of two PDFs that were compared, as far as they look different."""
    end = time.monotonic() + SECONDS
    sheets: list[Sheet] = []
    looks: list[int] = []
    unseen = 0
    for number, one, other in _pairs(old, new, compared.pages):
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
    return Drawn(tuple(sheets), tuple(_told(looks, unseen)))


def _pairs(
    old: bytes, new: bytes, counts: tuple[int, int]
) -> Iterator[tuple[int, Picture | None, Picture | None]]:
    mine, theirs = (
        pictures(pdf, range(1, count + 1)) for pdf, count in zip((old, new), counts, strict=True)
    )
    for number in range(1, max(counts) + 1):
        yield number, next(mine, None), next(theirs, None)


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


_WHY = f"{MOST} pages or {SECONDS:.0f} seconds are the most"
