"""The comments of a file: what YAML skips, found between the values that it does not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from cvpress.source.document import Comment, Scalar
from cvpress.source.folding import BREAK

_COMMENT = re.compile(r"#[^\r\n]*")


def comments(text: str, scalars: Iterable[Scalar], end: int) -> tuple[Comment, ...]:
    """Return the comments of text[:end]; `scalars` are its keys and values in their order.

    Between two scalars stand only signs of YAML and blanks, so there every `#` opens a comment.
    """
    starts = [0, *(match.end() for match in BREAK.finditer(text))]
    found = []
    for left, right in _gaps(text, scalars, end):
        for match in _COMMENT.finditer(text, left, right):
            line = bisect_right(starts, match.start())
            alone = not text[starts[line - 1] : match.start()].strip(" \t\ufeff")
            found.append(Comment(match.start(), match[0].rstrip(), line, alone))
    return tuple(found)


def _gaps(text: str, scalars: Iterable[Scalar], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for scalar in scalars:
        yield at, scalar.start
        at = scalar.end
        if scalar.style in ("literal", "folded"):
            header = BREAK.search(text, scalar.start, scalar.end)
            yield scalar.start, header.start() if header else scalar.end
    yield at, end
