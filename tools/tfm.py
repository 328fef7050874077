"""Write TFM files: the widths, heights and depths by which TeX sets a font."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

Metrics = tuple[float, float, float]  # width, height, depth in parts of the font size


def fix_word(value: float) -> bytes:
    """Return a number as a TFM fix_word: 32 bits, 20 of them after the point."""
    return struct.pack(">i", round(value * (1 << 20)))


def levels(values: Iterable[float], most: int) -> list[float]:
    """Return 0 and at most `most` - 1 sizes, so that each value has one that is not smaller."""
    kept = sorted({round(value, 4) for value in values if value > 0})
    while len(kept) > most - 1:
        closest = min(range(len(kept) - 1), key=lambda i: kept[i + 1] - kept[i])
        kept.pop(closest)
    return [0.0, *kept]


def level(sizes: list[float], value: float) -> int:
    """Return the index of the first size that holds the value."""
    if value <= 0:
        return 0
    return next(i for i, size in enumerate(sizes) if i and size >= round(value, 4) - 1e-9)


def tfm(measured: Mapping[int, Metrics], slant: float, x_height: float) -> bytes:
    """Return the metrics of one font as a TFM file (Knuth, "TFtoPL", part 8), without kerning.

    `measured`: by slot, in parts of the font size. `slant`: of an italic, 0 for upright.
    `x_height`: in parts of the font size.
    """
    first, last = min(measured), max(measured)
    widths = [0.0, *sorted({width for width, _, _ in measured.values()})]
    heights = levels((height for _, height, _ in measured.values()), 16)
    depths = levels((depth for _, _, depth in measured.values()), 16)
    info = b""
    for slot in range(first, last + 1):
        if slot in measured:
            width, height, depth = measured[slot]
            tall = level(heights, height) << 4 | level(depths, depth)
            info += bytes([widths.index(width), tall, 0, 0])
        else:
            info += bytes(4)
    space = 0.2
    parameters = [slant, space, space / 2, space * 0.33, x_height, 1.0, space * 0.33]
    words = [*widths, *heights, *depths, 0.0, *parameters]
    body = struct.pack(">I", 0) + fix_word(10.0) + info + b"".join(map(fix_word, words))
    counts = [len(widths), len(heights), len(depths), 1, 0, 0, 0, len(parameters)]
    return struct.pack(">12H", 6 + len(body) // 4, 2, first, last, *counts) + body
