"""The objects of a PDF, as far as the looks for ligatures and for hidden texts need them.

No reader of PDFs, which PDFium is: it goes through the file once, believes nothing it can't read,
and unpacks only streams that hold objects or tell what glyphs copy as (PDF 32000-1, 7.3 and 7.5.7).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST_INFLATED = 2_000_000  # of one stream
_START = re.compile(rb"\b(\d{1,9})\s+\d{1,5}\s+obj\b")
_END = re.compile(rb"\bendobj\b|\bstream\r?\n")
_FIRST = re.compile(rb"/First\s+(\d{1,9})")


def objects(pdf: bytes) -> dict[int, bytes]:
    """Return the objects by number; of a stream that is a table of glyphs, what is in it."""
    found: dict[int, bytes] = {}
    for number, head, stream in written(pdf):
        if not stream:
            found[number] = head
        elif b"/ObjStm" in head:
            found.update(packed(head, inflated(stream, b"")))
        elif b"/FontFile" not in head:
            found[number] = inflated(stream, b"begincmap") if b"/Flate" in head else stream
    return found


def written(pdf: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each object of the file: its number, what is written, and its stream, if it has one."""
    at = 0
    while start := _START.search(pdf, at):
        end = _END.search(pdf, start.end())
        if end is None:
            return
        at, stream = end.end(), b""
        if end.group() != b"endobj":
            close = pdf.find(b"endstream", at)
            close = len(pdf) if close < 0 else close
            stream, at = pdf[at:close], close
        yield int(start[1]), pdf[start.end() : end.start()], stream


def packed(written: bytes, body: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of an object stream: it begins with numbers and offsets, in pairs."""
    first = _FIRST.search(written)
    head = body[: int(first[1])] if first else b""
    numbers = [int(each) for each in head.split() if each.isdigit()]
    offsets = [len(head) + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], offsets, [*offsets[1:], None], strict=False):
        yield number, body[start:end]


def inflated(stream: bytes, needed: bytes) -> bytes:
    """Unpack a stream; nothing where its beginning does not have what is needed."""
    try:
        unpack = zlib.decompressobj()
        head = unpack.decompress(stream, 1500)
        if needed not in head:
            return b""
        return head + unpack.decompress(unpack.unconsumed_tail, MOST_INFLATED)
    except zlib.error:
        return b""
