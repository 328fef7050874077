"""A list written inside a text: its lines run together on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cvpress.source.document import Fault, Scalar
from cvpress.source.folding import BREAK

_DASH = re.compile(r"[ \t]*([-*•‣▪][ \t]+(?=\S))")
_FIRST = re.compile(r"[ \t]*(1[.)][ \t]+(?=\S))")
_SECOND = re.compile(r"[ \t]*2[.)][ \t]")
_ENDS = (".", ":", ";", "!", "?", ",")  # else a "1." was just broken to the front of its line


def in_texts(text: str, scalars: Iterable[Scalar]) -> Iterator[Fault]:
    """Yield a fault for each value of several lines in which a line begins like an item."""
    for scalar in scalars:
        found = _first_item(text, scalar) if scalar.path else None
        if found is not None:
            yield Fault(
                "list-in-text",
                found[0],
                found[1],
                "This line begins like an item of a list, but it is part of a text.",
                "Use highlights or bullets; in a text all lines run together.",
                scalar.path,
            )


def _first_item(text: str, scalar: Scalar) -> tuple[int, int] | None:
    lines = list(_lines(text, scalar))
    second = max((i for i, line in enumerate(lines) if _SECOND.match(text, *line)), default=0)
    for index, (start, end) in enumerate(lines):
        match = _DASH.match(text, start, end) or _FIRST.match(text, start, end)
        if match is None:
            continue
        above = text[slice(*lines[index - 1])].rstrip() if index else ""
        if match.re is _DASH or index < second or not above or above.endswith(_ENDS):
            return match.start(1), start + len(text[start:end].rstrip())
    return None


def _lines(text: str, scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Yield the lines of a value of several lines; the head of a block is none of them."""
    first = BREAK.search(text, scalar.start, scalar.end)
    if first is None:
        return
    start = scalar.start
    if scalar.style in ("literal", "folded"):
        start = first.end()
    elif scalar.style in ("single", "double"):
        start += 1
    for match in BREAK.finditer(text, start, scalar.end):
        yield start, match.start()
        start = match.end()
    yield start, scalar.end
