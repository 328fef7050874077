"""Where in a CV the cursor is, told from the lines above it.

While one types the file is seldom whole, so the parsed file can't tell it (`cvpress.lsp.lines`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cvpress.lsp.lines import KEY, Lines, name
from cvpress.lsp.place import Place
from cvpress.source.folding import BREAK


def find(text: str, offset: int) -> Place | None:
    """Return where an offset of a text is, or None within comments, quotes and long texts."""
    *above, last = BREAK.split(text[:offset].removeprefix("\ufeff"))
    lines = Lines()
    for line in above:
        lines.read(line)
    place = lines.stop(last)
    if place is None or not place.key:
        return place
    rest, *below = BREAK.split(text[offset:])
    more = lines.keys_beside(rest) if place.flow else _keys_below(below, lines.column)
    return replace(place, taken=place.taken | more)


def _keys_below(lines: Iterable[str], column: int) -> frozenset[str]:
    """Return the keys that a map, whose keys begin at a column, has in the lines below."""
    found = set()
    for line in lines:
        at = len(line) - len(line.lstrip(" \t"))
        if at == len(line) or at > column:
            continue
        if at < column:
            break
        key = KEY.match(line, at)
        if key:
            found.add(name(key))
    return frozenset(found)
