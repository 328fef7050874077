"""What the bytes of a PNG or JPEG say: whether they are whole, how large, how the camera was held.

Sources: PNG (ISO 15948), JPEG (ITU-T T.81), Exif 2.32 (tag 0x0112).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
# Exif's orientation: degrees, counter-clockwise, that set the photo upright (mirrored ones, too).
_TURNS = {3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90}
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive: what a PDF may hold
_NEXT = re.compile(rb"\xff+(?![\x00\xff]|[\xd0-\xd7])", re.DOTALL)


class Broken(Exception):
    """The bytes end before the picture does, or do not fit together."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without what a camera wrote into it; `turn`: the degrees that set it upright."""

    data: bytes = field(repr=False)
    width: int
    height: int
    turn: int = 0


def read(data: bytes) -> Picture:
    """Return what the bytes of a PNG or JPEG say. Raises Broken."""
    try:
        picture = _png(data) if data.startswith(PNG) else _jpeg(data)
    except (struct.error, IndexError):
        raise Broken from None
    if not picture.width or not picture.height:
        raise Broken
    return picture


def _png(data: bytes) -> Picture:
    at, width, height = len(PNG), 0, 0
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 4 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(body) != check:
            raise Broken
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", body, 4)
        elif kind == b"IEND":
            return Picture(data, width, height)
        at += 12 + length


def _jpeg(data: bytes) -> Picture:
    kept, width, height, turn = [data[:2]], 0, 0, 0
    for mark, body, written in _segments(data):
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
        elif mark == 0xE1 and body.startswith(b"Exif\0\0"):
            turn = _turn(body[6:])
        if _of_the_picture(mark, body):
            kept.append(written)
    return Picture(b"".join(kept), width, height, turn)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each segment of a JPEG to its end: its mark, what it says, and all that is written.

    What follows the head of a scan, up to the next mark, belongs to it.
    """
    at = 2
    while found := _NEXT.search(data, at):
        mark, at = data[found.end()], found.end() + 1
        if mark == 0xD9:
            yield mark, b"", b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at)
        body, end = data[at + 2 : at + length], at + length
        if len(body) != length - 2:
            raise Broken
        if mark == 0xDA and (following := _NEXT.search(data, end)):
            end = following.start()
        yield mark, body, bytes((0xFF, mark)) + data[at:end]
        at = end
    raise Broken


def _of_the_picture(mark: int, body: bytes) -> bool:
    """True but for comments and what programs wrote: JFIF, Adobe's and colour profiles stay."""
    if mark == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    return mark in (0xE0, 0xEE) or not (0xE0 <= mark <= 0xEF or mark == 0xFE)


def _turn(exif: bytes) -> int:
    """Return the degrees that Exif asks for, 0 where it says nothing that can be read."""
    order = ">" if exif.startswith(b"MM") else "<"
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if tag == 0x0112:
                return _TURNS.get(value, 0)
    except struct.error:
        return 0
    return 0
