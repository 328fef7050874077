"""PDFium, asked for facts: text, boxes, links, fonts, metadata (pypdfium2's raw API).

PDFium keeps one state for the process and is not safe with several threads at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from cvpress.errors import UsageError
from cvpress.printed.glyphs import LINE_END, Evidence, Place, evidence
from cvpress.printed.lettering import copied, words
from cvpress.printed.model import Box, Font, Link, Page, Word

FIELDS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
MOST_OBJECTS = 100_000  # of one page, forms within forms counted
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_TEXT, _FORM = 1, 5  # FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_FORM
_URI = 3  # PDFACTION_URI


@cache
def library() -> Any:
    """Return the raw bindings, loaded and initialised once. (The helpers above cost 25 ms more.)"""
    import pypdfium2_raw as raw  # type: ignore[import-untyped]

    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2))
    return raw


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page holds."""

    page: Page
    words: tuple[Word, ...]
    links: tuple[Link, ...]
    fonts: frozenset[Font]


@contextmanager
def opened(pdf: bytes) -> Iterator[Opened]:
    """Open a PDF and close it again. Raises UsageError where PDFium can't open it."""
    raw = library()
    handle = raw.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not handle:
        if raw.FPDF_GetLastError() == _PASSWORD:
            raise UsageError("The PDF is locked by a password.", "Save it without one.")
        raise UsageError("The PDF is damaged: it can't be opened.")
    try:
        yield Opened(raw, handle, evidence(pdf))
    finally:
        raw.FPDF_CloseDocument(handle)


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF that stands open."""

    raw: Any
    handle: Any
    evidence: Evidence

    def page_count(self) -> int:
        """Return how many pages there are."""
        return int(self.raw.FPDF_GetPageCount(self.handle))

    def metadata(self) -> dict[str, str]:
        """Return what the PDF says of itself, "" where it doesn't."""
        get = self.raw.FPDF_GetMetaText
        found = {
            field: _utf16(lambda b, n, f=field: get(self.handle, f.encode(), b, n))
            for field in FIELDS
        }
        units = ctypes.POINTER(ctypes.c_ushort)
        language = self.raw.FPDFCatalog_GetLanguage
        found["Language"] = _utf16(lambda b, n: language(self.handle, ctypes.cast(b, units), n))
        return found

    def sheet(self, number: int, most: int) -> Sheet:
        """Return what stands on a page (from 1). Raises UsageError beyond `most` letters."""
        page = self.raw.FPDF_LoadPage(self.handle, number - 1)
        if not page:
            raise UsageError(f"The PDF is damaged: its page {number} can't be read.")
        try:
            text, found = self._text(page, number, most)
            width = self.raw.FPDF_GetPageWidthF(page)
            height = self.raw.FPDF_GetPageHeightF(page)
            links = tuple(self._links(page, number))
            return Sheet(Page(number, width, height, text), found, links, self._fonts(page))
        finally:
            self.raw.FPDF_ClosePage(page)

    def _text(self, page: Any, number: int, most: int) -> tuple[str, tuple[Word, ...]]:
        raw = self.raw
        sheet = raw.FPDFText_LoadPage(page)
        if not sheet:
            raise UsageError(f"The PDF is damaged: the text of page {number} can't be read.")
        try:
            count = raw.FPDFText_CountChars(sheet)
            if count > most:
                raise UsageError(f"Page {number} of the PDF has {count} letters: no page of a CV.")
            place, font = _places(raw, sheet), _named(raw, sheet)
            letters = self.evidence.reveal(_letters(raw, sheet, count), place, font)
            return copied(letters), tuple(words(letters, number, place))
        finally:
            raw.FPDFText_ClosePage(sheet)

    def _links(self, page: Any, number: int) -> Iterator[Link]:
        raw = self.raw
        place, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            action = raw.FPDFLink_GetAction(link)
            if not action or raw.FPDFAction_GetType(action) != _URI:
                continue
            if not raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
                continue
            url = _bytes(lambda b, n, a=action: raw.FPDFAction_GetURIPath(self.handle, a, b, n))
            yield Link(number, _box(rect), url.rstrip(b"\0").decode("utf-8", "replace"))

    def _fonts(self, page: Any) -> frozenset[Font]:
        raw = self.raw
        handles: dict[int, Any] = {}
        for piece in _text_objects(raw, page):
            font = raw.FPDFTextObj_GetFont(piece)
            if font:
                handles[ctypes.addressof(font.contents)] = font
        return frozenset(_font(raw, font) for font in handles.values())


def _letters(raw: Any, sheet: Any, count: int) -> str:
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


def _places(raw: Any, sheet: Any) -> Place:
    """Return a function that tells where the letter of an index stands."""
    rect = raw.FS_RECTF()
    get, reference = raw.FPDFText_GetLooseCharBox, ctypes.byref(rect)

    def place(index: int) -> tuple[float, float, float, float]:
        get(sheet, index, reference)
        return rect.left, rect.bottom, rect.right, rect.top

    return place


def _named(raw: Any, sheet: Any) -> Callable[[int], str]:
    """Return a function that tells the font's name of the letter of an index."""
    flags = ctypes.c_int()

    def name(index: int) -> str:
        get = raw.FPDFText_GetFontInfo
        found = _bytes(lambda b, n: get(sheet, index, b, n, ctypes.byref(flags)))
        return found.rstrip(b"\0").decode("utf-8", "replace")

    return name


def _box(rect: Any) -> Box:
    return Box(rect.left, rect.bottom, rect.right, rect.top)


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
    name = _bytes(lambda b, n: raw.FPDFFont_GetBaseFontName(font, b, n)).rstrip(b"\0")
    embedded = raw.FPDFFont_GetIsEmbedded(font) == 1
    size = ctypes.c_size_t(0)
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    return Font(name.decode("utf-8", "replace"), embedded, embedded and not name and not size.value)


def _bytes(ask: Any) -> bytes:
    """Ask twice, as PDFium wants it: for the length, then for the bytes."""
    length = ask(None, 0)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    ask(buffer, length)
    return buffer.raw


def _utf16(ask: Any) -> str:
    return _bytes(ask).decode("utf-16-le", "replace").rstrip("\0").strip()
