"""A text with a comma in brackets, without quotes: YAML takes it for two.

In braces what follows the comma is a key without a colon; in a list it is an item of its own, which
shows only in a bracket that opens in one item and closes in another, or in an author who is
initials alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cvpress.source.document import Edit, Fault, Node, Scalar, Sequence
from cvpress.source.traps.model import quoted

_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?)+|[^\W\d_]{1,2}")
_FIELD = re.compile(r"[a-z_]+")
_PEOPLE = ("authors", "editors", "also_known_as")
_HELP = "Inside { } and [ ] put a text with a comma in quotes."
_NO_BRACES = "Put the whole text in quotes instead of braces."
_MESSAGE = "The comma before this cuts the text in two."


def in_braces(text: str, value: Node | None, keys: list[Scalar]) -> Fault:
    """Return the fault of keys without a colon that follow a value and a comma."""
    start, end = keys[0].start, keys[-1].end
    sure = isinstance(value, Scalar) and all(scalar.style == "plain" for scalar in (value, *keys))
    if (
        value is None
        or value.start == value.end
        or not sure
        or any(_FIELD.fullmatch(key.text) for key in keys)
    ):
        bare = value is not None and value.start == value.end  # {Beijing, China}
        return Fault("cut-by-comma", start, end, _MESSAGE, _NO_BRACES if bare else _HELP)
    return _cut(text, value, start, end, end)


def in_lists(text: str, nodes: Iterable[Node]) -> Iterator[Fault]:
    """Yield the faults of all lists in square brackets."""
    for node in nodes:
        if not isinstance(node, Sequence) or not text.startswith("[", node.start):
            continue
        items = [s if isinstance(s, Scalar) and s.style == "plain" else None for s in node.items]
        yield from _halves(text, items)
        if node.path.rpartition("/")[2] in _PEOPLE:
            yield from _initials(text, items)


def _cut(text: str, value: Node, start: int, end: int, last: int) -> Fault:
    raw = text[value.start : last]
    cure = Edit(value.start, last, quoted(raw))
    fix = f"Put “{' '.join(raw.split())}” in quotes"
    return Fault("cut-by-comma", start, end, _MESSAGE, _HELP, value.path, fix, (cure,))


def _halves(text: str, items: list[Scalar | None]) -> Iterator[Fault]:
    """`[f(x, y)]`: from the item in which a bracket opens to the one in which it closes."""
    opened: Scalar | None = None
    depth = 0
    for item in items:
        if item is None:
            opened, depth = None, 0
            continue
        depth += item.text.count("(") - item.text.count(")")
        if opened is None and depth > 0:
            opened = item
        elif opened is not None and depth == 0:
            first = text.index(",", opened.end) + 1
            first += len(text[first : item.end]) - len(text[first : item.end].lstrip())
            yield _cut(text, opened, first, item.end, item.end)
            opened = None
        depth = max(depth, 0)


def _initials(text: str, items: list[Scalar | None]) -> Iterator[Fault]:
    """`[Smith, J.]`: an author who has initials and no name."""
    before: Scalar | None = None
    for item in items:
        if item and item.text.isupper() and _INITIALS.fullmatch(item.text):
            if before is not None:
                yield _cut(text, before, item.start, item.end, item.end)
            before = None
        else:
            before = item
