"""What stands in a PDF that an engine made."""

from __future__ import annotations

import pypdfium2

from cvpress import printed
from cvpress.engines.base import Compiled


def words(compiled: Compiled) -> list[str]:
    """Return the words of its pages."""
    assert compiled.pdf, compiled.log[-2000:]
    return [word.text for word in printed.read(compiled.pdf).words]


def date(compiled: Compiled) -> str:
    """Return the date that a PDF says of itself."""
    with pypdfium2.PdfDocument(compiled.pdf) as document:
        return str(document.get_metadata_value("CreationDate"))
