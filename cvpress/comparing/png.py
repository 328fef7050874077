"""PNG, as far as a page needs it: eight bits a colour, three colours, no more (ISO 15948).

Pillow could do this, too; it would be a dependency of megabytes, with its own decoders of forty
formats, for what zlib and these lines do. (PNG's filters make a page of text larger, not smaller.)
"""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_UNFILTERED = b"\0"


def encode(width: int, height: int, pixels: bytes | bytearray) -> bytes:
    """Return a picture of `width` by `height` pixels, three bytes each, as a PNG file."""
    size = width * 3
    rows = (_UNFILTERED + pixels[at : at + size] for at in range(0, size * height, size))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(rows), 6)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", body), _chunk(b"IEND", b""))
    return _SIGNATURE + b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
