"""Pages as pictures, drawn by PDFium: bounded in size and in time, whatever a page holds."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from typing import Any

from cvpress.printed import pdfium
from cvpress.printed.model import Box

DOTS = 100  # to an inch: letters of 10 points can be read
MOST_PIXELS = 4_000_000  # of one page; A4 has a million
REACH = 10_000  # points: far away, since pixels are whole numbers
SECONDS = 5.0  # for one page; a CV's takes 0.02
_RGB, _WHITE = 2, 0xFFFFFFFF  # FPDFBitmap_BGR, told to put red first


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of `width` by `height` pixels: three bytes each, red, green, blue, row by row.

    `corners`: the pixels at which the points (0, 0), (REACH, 0) and (0, REACH) of the page are
    found. `whole` is False where the time was over before all was drawn.
    """

    width: int
    height: int
    pixels: bytearray
    corners: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    whole: bool = True

    def place(self, box: Box) -> tuple[int, int, int, int]:
        """Return where a box of the page lies: left, top, right, bottom, within the picture."""
        ends = (self._at(box.left, box.bottom), self._at(box.right, box.top))
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(*ends, strict=True))
        left, right = (max(0, min(self.width, each)) for each in (left, right + 1))
        top, bottom = (max(0, min(self.height, each)) for each in (top, bottom + 1))
        return left, top, right, bottom

    def _at(self, x: float, y: float) -> tuple[int, int]:
        (x0, y0), (xx, xy), (yx, yy) = self.corners
        across = x0 + (xx - x0) * x / REACH + (yx - x0) * y / REACH
        down = y0 + (xy - y0) * x / REACH + (yy - y0) * y / REACH
        return round(across), round(down)


def pictures(pdf: bytes, numbers: Iterable[int]) -> Iterator[Picture]:
    """Yield the pictures of some pages (from 1) of a PDF that `printed.read` could read."""
    with pdfium.opened(pdf) as document:
        for number in numbers:
            with document.page(number) as page:
                yield _drawn(document.raw, page)


def _drawn(raw: Any, page: Any) -> Picture:
    wide, high = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    scale = min(DOTS / 72, sqrt(MOST_PIXELS / max(wide * high, 1)))
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    pixels = bytearray(width * height * 3)
    held = (ctypes.c_char * len(pixels)).from_buffer(pixels)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, _RGB, held, width * 3)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        whole = _draw(raw, bitmap, page, width, height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Picture(width, height, pixels, _corners(raw, page, width, height), whole)


def _corners(raw: Any, page: Any, width: int, height: int) -> Any:
    """Return where three points of a page lie on its picture: it may be cropped, or turned."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def found(across: int, up: int) -> tuple[int, int]:
        size = 0, 0, width, height, 0
        raw.FPDF_PageToDevice(page, *size, across, up, ctypes.byref(x), ctypes.byref(y))
        return x.value, y.value

    return found(0, 0), found(REACH, 0), found(0, REACH)


def _draw(raw: Any, bitmap: Any, page: Any, width: int, height: int) -> bool:
    """Draw a page; return False where that took too long."""
    with _pause(raw) as pause:
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        size = 0, 0, width, height, 0
        done = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *size, flags, pause)
        raw.FPDF_RenderPage_Close(page)
    return bool(done == raw.FPDF_RENDER_DONE)


@contextmanager
def _pause(raw: Any) -> Iterator[Any]:
    """Yield what PDFium asks, again and again, whether it is to stop."""
    end = time.monotonic() + SECONDS
    pause = raw.IFSDK_PAUSE()
    pause.version = 1
    kind = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause.NeedToPauseNow = kind(lambda _: time.monotonic() > end)
    yield ctypes.byref(pause)
