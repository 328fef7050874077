"""The letters of a page, as PDFium knows them: which, where, in which font."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from cvpress.printed.glyphs import LINE_END, Place
from cvpress.printed.raw import octets


def letters(raw: Any, sheet: Any, count: int) -> str:
    """Return a page's letters, one for each of PDFium's, in its order.

    Where the quick way gives another number (glyphs without any letter are left out there), each is
    asked for, and one without a letter is U+FFFD.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(sheet, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(sheet, index) for index in range(count))
    return "".join(_letter(code) for code in codes)


def _letter(code: int) -> str:
    if code == 2:  # how PDFium tells a hyphen at the end of a line; as text it is LINE_END
        return LINE_END
    return "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def places(raw: Any, sheet: Any) -> Place:
    """Return a function that tells where the letter of an index stands."""
    rect = raw.FS_RECTF()
    get, reference = raw.FPDFText_GetLooseCharBox, ctypes.byref(rect)

    def place(index: int) -> tuple[float, float, float, float]:
        get(sheet, index, reference)
        return rect.left, rect.bottom, rect.right, rect.top

    return place


def baselines(raw: Any, sheet: Any) -> Callable[[int], float]:
    """Return a function that tells the height of the baseline of the letter of an index."""
    x, y = ctypes.c_double(), ctypes.c_double()

    def baseline(index: int) -> float:
        raw.FPDFText_GetCharOrigin(sheet, index, ctypes.byref(x), ctypes.byref(y))
        return y.value

    return baseline


def names(raw: Any, sheet: Any) -> Callable[[int], str]:
    """Return a function that tells the font's name of the letter of an index."""
    flags = ctypes.c_int()

    def name(index: int) -> str:
        get = raw.FPDFText_GetFontInfo
        found = octets(lambda b, n: get(sheet, index, b, n, ctypes.byref(flags)))
        return found.rstrip(b"\0").decode("utf-8", "replace")

    return name
