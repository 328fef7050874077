"""Printed: reads back from a PDF what a reader's program finds in it (DESIGN 1).

`read` alone is called from outside; PDFium does the reading, through pypdfium2's raw API.
"""

from __future__ import annotations

from functools import partial

from cvpress.errors import UsageError
from cvpress.printed import pdfium, raw, unseen
from cvpress.printed.model import Printed

MAX_BYTES = 50_000_000
MAX_PAGES = 200
MAX_LETTERS = 1_000_000  # of one page: a page of small print has 10,000


def prepare() -> None:
    """Load the PDF library, so that `read` finds it ready: for the while in which TeX runs."""
    raw.library()


def read(pdf: bytes) -> Printed:
    """Return the facts of a PDF: pages, words with boxes, links, fonts, metadata, bookmarks.

    Raises UsageError for what is no whole, readable PDF: another kind of file, one that is cut off,
    locked by a password, without pages, or beyond the limits of this module.
    """
    _refuse(pdf)
    with pdfium.opened(pdf) as document:
        count = document.page_count()
        if not count:
            raise UsageError("The PDF has no pages.")
        if count > MAX_PAGES:
            message = f"The PDF has {count} pages; a CV is read up to {MAX_PAGES}."
            raise UsageError(message)
        sheets = [document.sheet(number, MAX_LETTERS) for number in range(1, count + 1)]
        return Printed(
            pages=tuple(sheet.page for sheet in sheets),
            words=tuple(word for sheet in sheets for word in sheet.words),
            links=tuple(link for sheet in sheets for link in sheet.links),
            fonts=tuple(sorted({f for s in sheets for f in s.fonts}, key=lambda f: f.name)),
            metadata=document.metadata(),
            bookmarks=document.bookmarks(),
            unseen=partial(unseen.texts, pdf),
        )


def _refuse(pdf: bytes) -> None:
    """Raise UsageError for what need not be opened to be refused."""
    if b"%PDF-" not in pdf[:1024]:
        raise UsageError("This is no PDF: it does not begin with %PDF.")
    if len(pdf) > MAX_BYTES:
        raise UsageError(f"The PDF has more than {MAX_BYTES // 1_000_000} MB: no CV has.")
    if b"%%EOF" not in pdf[-1024:]:
        raise UsageError("The PDF is cut off: its end is missing.")
