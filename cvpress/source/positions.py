"""From a path to a place: which lines and columns a key, a value or a word of it stands at.

Worked out only for what a finding points at; reading a document keeps offsets and nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from cvpress.source.document import Document, Node, Scalar, Span
from cvpress.source.encode import encode
from cvpress.source.folding import cells
from cvpress.source.lens import BOM

__all__ = ["encode", "offset", "offsets", "place_of", "places", "span"]


@lru_cache(maxsize=4)  # a book in one text may have a thousand findings
def places(document: Document, scalar: Scalar) -> tuple[tuple[int, int], ...]:
    """Return, for each letter of `scalar.text`, the offsets [start, end) it was written at.

    The offsets count code points of `document.text`. A space or paragraph break that was a line
    break covers the blanks around it; an escape covers all its letters.
    """
    if scalar.start == scalar.end:
        return ()
    found = cells(document.text, scalar.start, scalar.end, scalar.style)
    return tuple((start, end) for _, start, end in found)


def span(document: Document, start: int, end: int) -> Span:
    """Turn offsets of the file into lines and columns from 1, the end exclusive.

    Columns count code points, a byte order mark counts none; LF, CRLF and CR end a line.
    """
    line, column = _position(document, start)
    end_line, end_column = _position(document, max(start, end))
    return Span(line, column, end_line, end_column)


def offset(document: Document, line: int, column: int) -> int:
    """Turn a line and a column, as `span` counts them, into an offset of the file."""
    start = document.line_starts[line - 1]
    return start + column - 1 + (line == 1 and document.text.startswith(BOM))


def place_of(
    document: Document, path: str, at: tuple[int, int] | None = None, key: bool = False
) -> Span:
    """Return the place of a path: its value, the stretch `at` of its text, or its key.

    What has no key (an item of a list) is shown whole. A path that is not there is shown at the
    key of the nearest parent that is, the root at the first line of the file.
    """
    return span(document, *offsets(document, path, at, key))


def offsets(
    document: Document, path: str, at: tuple[int, int] | None = None, key: bool = False
) -> tuple[int, int]:
    """Return the offsets [start, end) of what `place_of` tells as lines and columns."""
    written = document.written  # what a .bib took the place of stands there
    if written is not None and path not in document.nodes and path in written.nodes:
        return offsets(written, path, at, key)
    while path and path not in document.nodes:
        path, at, key = path.rpartition("/")[0], None, True
    node = document.nodes.get(path)
    if not path or node is None:
        return _first_line(document)
    name = document.key(path)
    if name is not None and (key or node.start == node.end):
        return name.start, name.end
    return _stretch(document, node, at)


def _stretch(document: Document, node: Node, at: tuple[int, int] | None) -> tuple[int, int]:
    if not isinstance(node, Scalar) or (at is None and node.style not in ("literal", "folded")):
        return node.start, node.end
    found = places(document, node)
    if not found:
        return node.start, node.end
    first, last = at if at is not None else (0, len(found))
    first, last = min(max(first, 0), len(found)), min(last, len(found))
    if first >= len(found):
        return found[-1][1], found[-1][1]
    return found[first][0], found[last - 1][1] if last > first else found[first][0]


def _first_line(document: Document) -> tuple[int, int]:
    starts, text = document.line_starts, document.text
    end = starts[1] if len(starts) > 1 else len(text)
    return (1 if text.startswith(BOM) else 0), len(text[:end].rstrip("\r\n"))


def _position(document: Document, offset: int) -> tuple[int, int]:
    line = bisect_right(document.line_starts, offset)
    column = offset - document.line_starts[line - 1] + 1
    if line == 1 and column > 1 and document.text.startswith(BOM):
        column -= 1
    return line, column
