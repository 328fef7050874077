"""Pictures made by code: no file of a person's face lies in the tree."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SECRET = b"SECRET-51.05N-3.72E"


def drawn(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a head and shoulders, of nobody: its upper left corner is red."""
    image = Image.new("RGB", (width, height), (205, 215, 228))
    pen = ImageDraw.Draw(image)
    middle, radius = width / 2, min(width, height) / 5
    pen.ellipse((middle - radius, height * 0.2, middle + radius, height * 0.6), (226, 186, 150))
    pen.rectangle((middle - radius, height * 0.6, middle + radius, height), (70, 90, 130))
    pen.rectangle((0, 0, width // 4, height // 4), (220, 20, 20))
    return image.convert(mode)


def png(width: int = 30, height: int = 40, mode: str = "RGB", **options: Any) -> bytes:
    """Return a PNG."""
    return _saved(drawn(width, height, mode), "PNG", **options)


def jpeg(width: int = 30, height: int = 40, mode: str = "RGB", **options: Any) -> bytes:
    """Return a JPEG."""
    return _saved(drawn(width, height, mode), "JPEG", **options)


def held(orientation: int, width: int = 30, height: int = 40) -> bytes:
    """Return a JPEG of a camera that was held so, with what a camera tells: place, comment."""
    turned = {
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    image = drawn(width, height).transpose(turned[orientation])
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, SECRET.decode()
    return _saved(image, "JPEG", exif=exif, comment=SECRET)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def claimed(width: int, height: int) -> bytes:
    """Return a PNG that claims to be of this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", head) + chunk(b"IEND", b"")


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    made = BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()
