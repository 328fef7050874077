"""The fonts that a page uses."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import partial
from typing import Any

from cvpress.printed.model import Font
from cvpress.printed.raw import octets

MOST_OBJECTS = 100_000  # of one page, forms within forms counted
_TEXT, _FORM = 1, 5  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_FORM


def fonts(raw: Any, page: Any) -> frozenset[Font]:
    """Return the facts of every font of a page's texts, also of those inside forms."""
    handles: dict[int, Any] = {}
    for piece in _text_objects(raw, page):
        font = raw.FPDFTextObj_GetFont(piece)
        if font:
            handles[ctypes.addressof(font.contents)] = font
    return frozenset(_font(raw, font) for font in handles.values())


def _text_objects(raw: Any, page: Any) -> Iterator[Any]:
    """Yield the text objects of a page, also those inside forms."""
    left = MOST_OBJECTS
    stack = [(page, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject)]
    while stack:
        holder, count, get = stack.pop()
        for index in range(min(count, left)):
            left -= 1
            piece = get(holder, index)
            kind = raw.FPDFPageObj_GetType(piece)
            if kind == _TEXT:
                yield piece
            elif kind == _FORM:
                inside = raw.FPDFFormObj_CountObjects(piece)
                stack.append((piece, inside, raw.FPDFFormObj_GetObject))


def _font(raw: Any, font: Any) -> Font:
    """Return the facts of a font. A Type 3 font is embedded to PDFium, without name or data."""
    name = octets(partial(raw.FPDFFont_GetBaseFontName, font)).rstrip(b"\0")
    embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
    size = ctypes.c_size_t(0)
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    return Font(name.decode("utf-8", "replace"), embedded, embedded and not name and not size.value)
