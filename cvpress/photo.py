"""The photo of a CV: a PNG or JPEG beside cv.yaml, read, judged, and made fit for print.

TeX prints what is in a file of a name that is ours, so neither the path nor the place of the user's
file reaches it. Of a JPEG, what a camera wrote into it (place, time, serial number, a thumbnail)
stays behind; how the camera was held is told to TeX, which would print such a photo on its side.
Sources: PNG (ISO 15948), JPEG (ITU-T T.81), Exif 2.32 (tag 0x0112).
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cvpress.source.document import Document, Scalar

PATH = "/person/photo"
LIMIT = 10 << 20  # bytes
PIXELS = 120_000_000
ENDINGS = {"png": (".png",), "jpg": (".jpg", ".jpeg")}
NAMES = {"png": "PNG", "jpg": "JPEG"}
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
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
# Exif's orientation: degrees, counter-clockwise, that set the photo upright (mirrored ones, too).
_TURNS = {3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as TeX gets it: its name there, its bytes, the degrees that set it upright."""

    name: str
    data: bytes = field(repr=False)
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a photo can't be printed, and what to do."""

    message: str
    help: str


class _Broken(Exception):
    """The bytes end before the picture does, or do not fit together."""


@lru_cache(maxsize=2)
def of(document: Document, path: str = PATH) -> Photo | Fault | None:
    """Return the photo of a CV, why there is none to print, or None where none is asked for.

    `path`: where its name stands; in a variant, another one.
    """
    written = document.node(path)
    if not isinstance(written, Scalar) or written.empty:
        return None
    found = _find(written.text.strip(), Path(document.name).parent)
    return found if isinstance(found, Fault) else _judge(found)


def _find(written: str, folder: Path) -> Path | Fault:
    """Return the file of a photo: beside the CV or below, and no link that leads out of there."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", written):
        help = "Save the picture beside your CV and write the name of its file."
        return Fault("A photo is a file, not an address.", help)
    absolute = re.match(r"[/\\~]|[A-Za-z]:", written)
    if absolute or ".." in re.split(r"[/\\]", written):
        help = "Put it beside your CV or into a folder there: photo.jpg, pictures/photo.jpg."
        return Fault("A photo lies beside the CV or below.", help)
    if "\\" in written:
        return Fault("There is a \\ in this path.", "Write / between a folder and a file.")
    try:
        path = (folder / written).resolve()
        if not path.is_relative_to(folder.resolve()):
            return Fault("This leads out of the folder of the CV.", "Put the file itself there.")
        if not path.exists():
            return Fault("There is no such file beside the CV.", "Is its name written alike?")
        if not path.is_file():
            return Fault("This is no file.", "Write the path of a PNG or JPEG picture.")
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, links in a ring
        return Fault("There is no such file beside the CV.", "Is its name written alike?")
    return path


def _judge(path: Path) -> Photo | Fault:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        return Fault(f"This photo can't be read: {error.strerror}.", "May you read the file?")
    if len(data) > LIMIT:
        size = f"{LIMIT >> 20} MB"
        return Fault(f"This photo has more than {size}.", "600 pixels on the long side are plenty.")
    kind = "png" if data.startswith(_PNG) else "jpg" if data.startswith(_JPEG) else ""
    if not kind:
        return _no_photo(data)
    if path.suffix.lower() not in ENDINGS[kind]:
        ending = ENDINGS[kind][0]
        message = f"This picture is a {NAMES[kind]}, whatever its name says."
        return Fault(message, f"Let its name end in {ending}.")
    try:
        return _photo(kind, data)
    except (_Broken, struct.error, IndexError):
        message = f"This {NAMES[kind]} is damaged, cut short, or of a rare kind."
        return Fault(message, "Save or copy it anew.")


def _no_photo(data: bytes) -> Fault:
    name = next((name for begin, name in _OTHERS if begin.match(data)), "")
    help = "Save the picture as PNG or JPEG."
    return Fault(f"A photo is a PNG or JPEG, not {name or 'such a file'}.", help)


def _photo(kind: str, data: bytes) -> Photo | Fault:
    turn = 0
    if kind == "png":
        width, height = _png(data)
    else:
        data, (width, height), turn = _jpeg(data)
    if not width or not height:
        raise _Broken
    if width * height > PIXELS:
        message = f"This photo has {width} × {height} pixels."
        return Fault(message, "600 pixels on the long side are plenty.")
    import hashlib  # late: most CVs have no photo

    return Photo(f"photo{hashlib.sha256(data).hexdigest()[:12]}.{kind}", data, turn)


def _png(data: bytes) -> tuple[int, int]:
    """Return width and height. Raises _Broken where a chunk is damaged or the end is not there."""
    at, size = len(_PNG), (0, 0)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 4 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(body) != check:
            raise _Broken
        if kind == b"IHDR":
            size = struct.unpack_from(">II", body, 4)
        elif kind == b"IEND":
            return size
        at += 12 + length


_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive: what a PDF may hold
_NEXT = re.compile(rb"\xff+(?![\x00\xff]|[\xd0-\xd7])", re.DOTALL)


def _jpeg(data: bytes) -> tuple[bytes, tuple[int, int], int]:
    """Return the JPEG without what a camera wrote into it, width and height, and the turn.

    Raises _Broken.
    """
    kept, at, size, turn = [data[:2]], 2, (0, 0), 0
    while (found := _NEXT.search(data, at)) is not None:
        mark = data[found.end()]
        at = found.end() + 1
        if mark == 0xD9:
            return b"".join([*kept, b"\xff\xd9"]), size, turn
        (length,) = struct.unpack_from(">H", data, at)
        body = data[at + 2 : at + length]
        if len(body) != length - 2:
            raise _Broken
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", body, 1)
            size = width, height
        elif mark == 0xE1 and body.startswith(b"Exif\0\0"):
            turn = _turn(body[6:])
        end = at + length
        if mark == 0xDA and (following := _NEXT.search(data, end)):
            end = following.start()
        if _of_the_picture(mark, body):
            kept.append(b"\xff" + bytes([mark]) + data[at:end])
        at = end
    raise _Broken


def _of_the_picture(mark: int, body: bytes) -> bool:
    """True but for comments and what programs wrote: JFIF, Adobe's and colour profiles stay."""
    if mark == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    return mark in (0xE0, 0xEE) or not (0xE0 <= mark <= 0xEF or mark == 0xFE)


def _turn(exif: bytes) -> int:
    """Return the degrees that Exif asks for, 0 where it says nothing that can be read."""
    order = ">" if exif.startswith(b"MM") else "<"
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if tag == 0x0112:
                return _TURNS.get(value, 0)
    except struct.error:
        return 0
    return 0
