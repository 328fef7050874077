"""Marks on the picture of a page: a tint through which it can be read, and a line.

What a mark means is told by its line, too, not by its colour alone: struck through is lost,
underlined is added, framed has moved, or looks different.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cvpress.printed.pictures import Picture

Place = tuple[int, int, int, int]  # left, top, right, bottom, in pixels
Colour = tuple[int, int, int]
_COLOURS: dict[str, Colour] = {
    "lost": (190, 20, 30),
    "added": (0, 120, 40),
    "moved": (20, 80, 190),
    "looks": (150, 100, 0),
}
_STRENGTH = 0.25  # of the tint
_THICK = 2  # pixels
JOINED = 8  # rows that are alike within one place that differs
BLOCK = 48  # bytes: 16 pixels


def mark(picture: Picture, place: Place, kind: str) -> None:
    """Draw a mark into a picture."""
    left, top, right, bottom = place
    colour = _COLOURS[kind]
    for row in range(top, bottom):
        for channel in range(3):
            start = (row * picture.width + left) * 3 + channel
            end = (row * picture.width + right) * 3
            part = picture.pixels[start:end:3]
            picture.pixels[start:end:3] = part.translate(_tint(colour[channel]))
    for line in _lines(place, kind):
        _fill(picture, line, colour)


@cache
def _tint(channel: int) -> bytes:
    """Return what becomes of each brightness below glass of a colour."""
    share = 1 - _STRENGTH * (255 - channel) / 255
    return bytes(round(value * share) for value in range(256))


def _lines(place: Place, kind: str) -> Iterable[Place]:
    left, top, right, bottom = place
    if kind == "lost":
        middle = (top + bottom) // 2
        return ((left, middle, right, middle + _THICK),)
    if kind == "added":
        return ((left, bottom - _THICK, right, bottom),)
    return (
        (left, top, right, top + 1),
        (left, bottom - 1, right, bottom),
        (left, top, left + 1, bottom),
        (right - 1, top, right, bottom),
    )


def _fill(picture: Picture, place: Place, colour: Colour) -> None:
    left, top, right, bottom = place
    for row in range(max(0, top), min(picture.height, bottom)):
        start, end = ((row * picture.width + at) * 3 for at in (left, right))
        picture.pixels[start:end] = bytes(colour) * (right - left)


def differing(one: Picture, other: Picture) -> list[Place]:
    """Return the places where two pictures differ, each a stretch of rows; [] where they don't."""
    if (one.width, one.height) != (other.width, other.height):
        return [(0, 0, one.width, one.height)]
    size, found = one.width * 3, list[Place]()
    for row in range(one.height):
        start, end = row * size, (row + 1) * size
        mine, theirs = one.pixels[start:end], other.pixels[start:end]
        if mine == theirs:
            continue
        left, right = _ends(mine, theirs)
        if found and row - found[-1][3] <= JOINED:
            before = found.pop()
            found.append((min(before[0], left), before[1], max(before[2], right), row + 1))
        else:
            found.append((left, row, right, row + 1))
    return [(left, top, min(right, one.width), bottom) for left, top, right, bottom in found]


def _ends(mine: bytearray, theirs: bytearray) -> tuple[int, int]:
    """Return the pixels between which two rows differ, in blocks."""
    blocks = [
        at for at in range(0, len(mine), BLOCK) if mine[at : at + BLOCK] != theirs[at : at + BLOCK]
    ]
    return blocks[0] // 3, (blocks[-1] + BLOCK) // 3


def beside(one: Picture | None, other: Picture | None) -> tuple[int, int, bytes]:
    """Return two pictures side by side: width, height, pixels. One that is missing is grey."""
    there = [picture for picture in (one, other) if picture]
    height = max(picture.height for picture in there)
    widths = [picture.width if picture else there[0].width for picture in (one, other)]
    rows = []
    for row in range(height):
        rows += [_row(one, widths[0], row), _GREY * _GAP, _row(other, widths[1], row)]
    return sum(widths) + _GAP, height, b"".join(rows)


_GREY, _GAP = b"\xc8\xc8\xc8", 16


def _row(picture: Picture | None, width: int, row: int) -> bytes:
    if picture is None or row >= picture.height:
        return _GREY * width
    return bytes(picture.pixels[row * width * 3 : (row + 1) * width * 3])
