"""The file of a bibliography: found beside the CV, read, decoded, parsed once while it stays."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from cvpress import beside
from cvpress.beside import Fault, What
from cvpress.bibliography.model import Bib
from cvpress.source.document import Document
from cvpress.source.document import Fault as TextFault

LIMIT = 8 << 20  # bytes: some 20,000 entries
_WHAT = What("bibliography", "file", "papers.bib, texts/papers.bib", "Write the path of a .bib.")


def read(written: str, folder: Path) -> Bib | Fault:
    """Return the bibliography of a name that stands in a CV, or why there is none."""
    found = beside.find(written, folder, _WHAT)
    if isinstance(found, Fault):
        return found
    try:
        with found.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        return Fault(f"This file can't be read: {error.strerror}.", "May you read it?")
    if len(data) > LIMIT:
        help = "Put the entries of your CV into a file of their own."
        return Fault(f"This file has more than {LIMIT >> 20} MB.", help)
    try:
        return _parsed((folder / written).as_posix(), data)
    except ImportError as error:
        message = f"This file can't be read: the package {error.name} is not installed."
        return Fault(message, "Install cvpress anew, with its libraries.")


@lru_cache(maxsize=4)
def _parsed(name: str, data: bytes) -> Bib:
    """Return the bibliography of a file's bytes. Raises ImportError where a library is missing."""
    import pylatexenc  # noqa: F401, needed once there is a command to decode

    from cvpress.bibliography.parser import parse

    text, fault = _decoded(data)
    file = Document(name, text, None)
    bib = parse(file)
    if fault is None:
        return bib
    at, message = fault
    help = "Save it as UTF-8: in most editors under “Save as” or “Save with encoding”."
    told = TextFault("bib-syntax", at, at + 1, message, help, file=file)
    return replace(bib, faults=(told, *bib.faults))


def _decoded(data: bytes) -> tuple[str, tuple[int, str] | None]:
    """Return the text, and the first letter that is no UTF-8: from there it is Windows-1252."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode("utf-8"))
        text = data[: error.start].decode("utf-8") + data[error.start :].decode("cp1252", "replace")
        return text, (at, f"The byte 0x{data[error.start]:02X} is not UTF-8.")
