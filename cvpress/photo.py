"""The pictures of a CV, photo and signature: each a PNG or JPEG beside cv.yaml, judged and read.

TeX prints what is in a file of a name that is ours, so neither the path nor the place of the user's
file reaches it. Of a JPEG, what a camera wrote into it (place, time, serial number, a thumbnail)
stays behind; how the camera was held is told to TeX, which would print such a photo on its side.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cvpress import beside, pictures
from cvpress.beside import Fault, What
from cvpress.source.document import Document, Scalar

PATH = "/person/photo"
SIGNATURE = "/closing/signature"
LIMIT = 10 << 20  # bytes
PIXELS = 120_000_000
PLENTY = "600 pixels on the long side are plenty."
_WHAT = What(
    "picture",
    "picture",
    "photo.jpg, pictures/photo.jpg",
    "Write the path of a PNG or JPEG picture.",
)
ENDINGS = {"png": (".png",), "jpg": (".jpg", ".jpeg")}
NAMES = {"png": "PNG", "jpg": "JPEG"}
# What other pictures begin with, so that they can be called by their names.
_OTHERS = (
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftypavi", re.DOTALL), "AVIF"),
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"\s*<(?:\?xml|svg|!DOCTYPE svg)"), "SVG"),
)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as TeX gets it: its name there, its bytes, the degrees that set it upright."""

    name: str
    data: bytes = field(repr=False)
    turn: int = 0


@lru_cache(maxsize=4)
def of(document: Document, path: str = PATH) -> Photo | Fault | None:
    """Return a picture of a CV, why there is none to print, or None where none is asked for.

    `path`: where its name stands: that of the photo, of a variant's photo, of the signature.
    """
    written = document.node(path)
    if not isinstance(written, Scalar) or written.empty:
        return None
    found = beside.find(written.text.strip(), Path(document.name).parent, _WHAT)
    if isinstance(found, Fault):
        return found
    data = _bytes(found)
    return data if isinstance(data, Fault) else _judge(found, data)


def _bytes(path: Path) -> bytes | Fault:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        return Fault(f"This picture can't be read: {error.strerror}.", "May you read the file?")
    if len(data) > LIMIT:
        return Fault(f"This picture has more than {LIMIT >> 20} MB.", PLENTY)
    return data


def _judge(path: Path, data: bytes) -> Photo | Fault:
    begun = {"png": pictures.PNG, "jpg": pictures.JPEG}
    kind = next((kind for kind, begin in begun.items() if data.startswith(begin)), "")
    if not kind:
        return _no_picture(data)
    if path.suffix.lower() not in ENDINGS[kind]:
        ending = ENDINGS[kind][0]
        message = f"This picture is a {NAMES[kind]}, whatever its name says."
        return Fault(message, f"Let its name end in {ending}.")
    try:
        picture = pictures.read(data)
    except pictures.Broken:
        message = f"This {NAMES[kind]} is damaged, cut short, or of a rare kind."
        return Fault(message, "Save or copy it anew.")
    if picture.width * picture.height > PIXELS:
        message = f"This picture has {picture.width} × {picture.height} pixels."
        return Fault(message, PLENTY)
    name = f"photo{hashlib.sha256(picture.data).hexdigest()[:12]}.{kind}"
    return Photo(name, picture.data, picture.turn)


def _no_picture(data: bytes) -> Fault:
    name = next((name for begin, name in _OTHERS if begin.match(data)), "")
    help = "Save the picture as PNG or JPEG."
    return Fault(f"A picture is a PNG or JPEG, not {name or 'such a file'}.", help)
