"""A document as bytes: the same each time, and each stream as long as it says."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name, ObjectStreamMode, Stream, StreamDecodeLevel

_AMBIGUOUS = b"\r\nendstream"


def saved(document: pikepdf.Pdf) -> bytes:
    """Return the bytes of a document.

    Data that ends with CR stands before the LF that ends a stream: who measures it (PDF/A has
    that done) takes both for the end of a line. Such a stream is written in hexadecimal digits.
    """
    data = _bytes(document, object_stream_mode=ObjectStreamMode.generate)
    if _AMBIGUOUS not in data:
        return data
    with pikepdf.open(BytesIO(data)) as again:
        for each in again.objects:
            if isinstance(each, Stream) and each.read_raw_bytes().endswith(b"\r"):
                _spell(each)
        mode, kept = ObjectStreamMode.disable, StreamDecodeLevel.none
        # qpdf would pack the digits again
        return _bytes(
            again, object_stream_mode=mode, stream_decode_level=kept, compress_streams=False
        )


def _bytes(document: pikepdf.Pdf, **how: Any) -> bytes:
    out = BytesIO()
    # Our XMP tells no version of PDF, so there is none to put right (which would cost 20 ms).
    document.save(out, deterministic_id=True, fix_metadata_version=False, **how)
    return out.getvalue()


def _spell(stream: Any) -> None:
    """Write the data of a stream in hexadecimal digits."""
    filters, parameters = _list(stream.get("/Filter")), _list(stream.get("/DecodeParms"))
    stream.write(
        stream.read_raw_bytes().hex().encode() + b">",
        filter=Array([Name.ASCIIHexDecode, *filters]),
        decode_parms=Array([None, *parameters]) if parameters else None,
    )


def _list(value: Any) -> list[Any]:
    return [*value] if isinstance(value, Array) else [] if value is None else [value]
