"""A PDF that stands open in PDFium, asked for its pages, links and metadata."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from cvpress.errors import UsageError
from cvpress.printed import leftward
from cvpress.printed.fonts import fonts
from cvpress.printed.glyphs import Evidence, evidence
from cvpress.printed.letters import baselines, letters, names, places
from cvpress.printed.model import Bookmark, Box, Font, Link, Page, Word
from cvpress.printed.outline import bookmarks
from cvpress.printed.raw import library, octets, utf16
from cvpress.printed.words import copied, words

FIELDS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CvpressSource")
MOST_LINKS = 10_000  # of one page
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_URI = 3  # PDFACTION_URI


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
        found = {field: utf16(partial(get, self.handle, field.encode())) for field in FIELDS}
        return found | {"Language": self.language}

    @property
    def language(self) -> str:
        """The language that the PDF says it is in."""
        units, get = ctypes.POINTER(ctypes.c_ushort), self.raw.FPDFCatalog_GetLanguage
        return utf16(lambda b, n: get(self.handle, ctypes.cast(b, units), n))

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks in their order."""
        return tuple(bookmarks(self.raw, self.handle))

    def sheet(self, number: int, most: int) -> Sheet:
        """Return what stands on a page (from 1). Raises UsageError beyond `most` letters."""
        with self.page(number) as page:
            text, found = self._text(page, number, most)
            width = self.raw.FPDF_GetPageWidthF(page)
            height = self.raw.FPDF_GetPageHeightF(page)
            links = tuple(self._links(page, number))
            return Sheet(Page(number, width, height, text), found, links, fonts(self.raw, page))

    @contextmanager
    def page(self, number: int) -> Iterator[Any]:
        """Open a page (from 1) and close it again. Raises UsageError."""
        page = self.raw.FPDF_LoadPage(self.handle, number - 1)
        if not page:
            raise UsageError(f"The PDF is damaged: its page {number} can't be read.")
        try:
            yield page
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
            place, font = places(raw, sheet), names(raw, sheet)
            text = self.evidence.reveal(letters(raw, sheet, count), place, font)
            if read := leftward.read(text, self.language, place, baselines(raw, sheet)):
                text, place = read.letters, read.places(place)
            return copied(text), tuple(words(text, number, place))
        finally:
            raw.FPDFText_ClosePage(sheet)

    def _links(self, page: Any, number: int) -> Iterator[Link]:
        raw = self.raw
        count = 0
        place, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            action = raw.FPDFLink_GetAction(link)
            if not action or raw.FPDFAction_GetType(action) != _URI:
                continue
            if not raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
                continue
            count += 1
            if count > MOST_LINKS:
                sentence = f"Page {number} of the PDF has more than {MOST_LINKS} links"
                raise UsageError(f"{sentence}: no page of a CV.")
            url = octets(partial(raw.FPDFAction_GetURIPath, self.handle, action))
            yield Link(number, _box(rect), url.rstrip(b"\0").decode("utf-8", "replace"))


def _box(rect: Any) -> Box:
    return Box(rect.left, rect.bottom, rect.right, rect.top)
