"""Which characters an OpenType font has: the table “cmap” of its file, asked in place.

A reader of the whole font, like fontTools, would be five megabytes more to install, and would build
a table of 45,000 entries where one CV asks for a hundred. (The tests hold this one against it.)
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

# (platform, encoding) of Unicode, the fullest first
_WANTED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


@dataclass(frozen=True, slots=True)
class Cmap:
    """A font's characters as ranges: the first ones and the last ones, both rising."""

    first: tuple[int, ...]
    last: tuple[int, ...]

    def __contains__(self, character: str) -> bool:
        """Tell whether the font has a letter for a character."""
        code = ord(character)
        at = bisect_left(self.last, code)
        return at < len(self.last) and self.first[at] <= code


NOTHING = Cmap((), ())


def read(path: Path, index: int = 0) -> Cmap:
    """Return the characters of a font, of a collection's font by its index; none of no font."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            start = 0
            if head[:4] == b"ttcf":
                file.seek(12 + 4 * index)
                (start,) = struct.unpack(">L", file.read(4))
                file.seek(start)
                head = file.read(12)
            (count,) = struct.unpack_from(">H", head, 4)
            records = struct.iter_unpack(">4s3L", file.read(16 * count))
            at, size = next((r[2], r[3]) for r in records if r[0] == b"cmap")
            file.seek(at)
            return _parsed(file.read(size))
    except (OSError, struct.error, StopIteration):
        return NOTHING


def _parsed(table: bytes) -> Cmap:
    (count,) = struct.unpack_from(">H", table, 2)
    tables = {
        (platform, encoding): offset
        for platform, encoding, offset in struct.iter_unpack(">HHL", table[4 : 4 + 8 * count])
    }
    for key in _WANTED:
        if key in tables:
            ranges = _ranges(table[tables[key] :])
            return Cmap(tuple(a for a, _ in ranges), tuple(b for _, b in ranges))
    return NOTHING


def _ranges(table: bytes) -> list[tuple[int, int]]:
    (form,) = struct.unpack_from(">H", table)
    if form == 12:
        (count,) = struct.unpack_from(">L", table, 12)
        return [(a, b) for a, b, _ in struct.iter_unpack(">3L", table[16 : 16 + 12 * count])]
    return _segments(table) if form == 4 else []


def _segments(table: bytes) -> list[tuple[int, int]]:
    """Return the ranges of format 4, without characters that are mapped to glyph 0."""
    (double,) = struct.unpack_from(">H", table, 6)
    count = double // 2

    def column(at: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", table, at)

    ends, starts = column(14), column(16 + double)
    deltas, offsets = column(16 + 2 * double), column(16 + 3 * double)
    found: list[tuple[int, int]] = []
    for number in range(count):
        if not offsets[number]:
            found.append((starts[number], ends[number]))
            continue
        for code in range(starts[number], ends[number] + 1):
            at = 16 + 3 * double + 2 * number + offsets[number] + 2 * (code - starts[number])
            (glyph,) = struct.unpack_from(">H", table, at)
            if glyph and (glyph + deltas[number]) & 0xFFFF:
                found.append((code, code))
    return [(a, b) for a, b in found if b < 0xFFFF]
