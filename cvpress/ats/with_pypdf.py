"""Copies the text of a PDF with pypdf: `with_pypdf.py IN OUT`, a process of its own."""

from __future__ import annotations

import logging
import sys
from pathlib import Path


def main() -> None:
    """Write the text of all pages, form feeds between them."""
    from pypdf import PdfReader

    logging.disable(logging.WARNING)  # what it thinks of the file is no text of it
    pages = PdfReader(sys.argv[1]).pages
    text = "\f".join(page.extract_text() for page in pages)
    Path(sys.argv[2]).write_text(text, encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
