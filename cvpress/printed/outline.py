"""The bookmarks of a PDF: what a reader's program shows beside the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import partial
from typing import Any

from cvpress.printed.model import Bookmark
from cvpress.printed.raw import utf16

MOST = 1000  # a PDF may go round in a circle
DEEP = 8


def bookmarks(raw: Any, document: Any) -> Iterator[Bookmark]:
    """Yield the bookmarks in their order, those below one after it; at most MOST."""
    left = MOST
    stack = [raw.FPDFBookmark_GetFirstChild(document, None)]
    while stack and left:
        left -= 1
        mark = stack.pop()
        if not mark:
            continue
        depth = len(stack)
        stack.append(raw.FPDFBookmark_GetNextSibling(document, mark))
        if depth < DEEP:
            stack.append(raw.FPDFBookmark_GetFirstChild(document, mark))
        yield _bookmark(raw, document, mark, depth)


def _bookmark(raw: Any, document: Any, mark: Any, depth: int) -> Bookmark:
    title = utf16(partial(raw.FPDFBookmark_GetTitle, mark))
    target = raw.FPDFBookmark_GetDest(document, mark)
    page = raw.FPDFDest_GetDestPageIndex(document, target) + 1 if target else 0
    return Bookmark(title, page, _top(raw, target) if target else None, depth)


def _top(raw: Any, target: Any) -> float | None:
    """Return the height on its page that a bookmark leads to, None where it does not say."""
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    places: tuple[Any, ...] = (has_x, has_y, has_zoom, x, y, zoom)
    known = raw.FPDFDest_GetLocationInPage(target, *(ctypes.byref(one) for one in places))
    return y.value if known and has_y.value else None
