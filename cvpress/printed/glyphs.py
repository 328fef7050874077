"""What PDFium smooths over: ligature signs and soft hyphens that other readers copy as they are.

PDFium copies the one glyph of “fi” as two letters whatever the PDF says of it, and doesn't tell a
hyphen from a soft hyphen where a line ends with it. What the PDF says stands in its ToUnicode
tables (PDF 32000-1, 9.10.3), or, without one, in the glyph names of an /Encoding. Both are looked
up in the raw file; where they are mixed or can't be found, PDFium is believed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Place = Callable[[int], tuple[float, float, float, float]]
SIGNS = {"ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ"}
PAD = "\uffff"  # fills the places of the letters that became one sign
MOST_INFLATED = 2_000_000  # of one stream
_STREAM = re.compile(rb"stream\r?\n")
# "<source> <target>" or "<first> <last> <target>" at the end of a line, or a list of targets
_TARGET = re.compile(rb"<([0-9A-Fa-f]+)>(?=[ \t]*(?:[\r\n]|endbf))|\[([^\]]{0,5000})\]")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_FONT = re.compile(rb"<<[^<>]{0,500}/Type\s*/Font\b(?!\w)[^<>]{0,500}>>")
_NAMED = re.compile(rb"/(ff[il]?|f[il])(?=[\s/\]])")
_DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]{0,9000})\]")
_RUN = re.compile("f[fil]+")
_OBJECTS = re.compile(rb"\d+ \d+\s+\d+ \d+")  # an object stream begins with numbers and offsets


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is surely so in this PDF: the letters that copy as one sign, what a hyphen copies as."""

    signs: frozenset[str] = frozenset()
    hyphen: str = "-"

    def reveal(self, letters: str, box: Place) -> str:
        """Put the sign where letters stand in one box; the text keeps its length (`PAD`)."""
        if not self.signs:
            return letters

        shown = list(letters)
        for match in _RUN.finditer(letters):
            at = match.start()
            while at < match.end():
                size = self._sign(letters, at, box)
                if size > 1:
                    sign = SIGNS[letters[at : at + size]]
                    shown[at : at + size] = [sign, *PAD * (size - 1)]
                at += size
        return "".join(shown)

    def _sign(self, letters: str, at: int, box: Place) -> int:
        """Return how many letters from `at` on are one sign, 1 where none is."""
        for size in (3, 2):
            text = letters[at : at + size]
            if text in self.signs and all(box(at) == box(at + step) for step in range(1, size)):
                return size
        return 1


def evidence(pdf: bytes) -> Evidence:
    """Return what the PDF itself says of its ligatures and hyphens."""
    targets: set[bytes] = set()
    named: set[str] = set()
    nameless = False  # is there a font that leaves its letters to glyph names?
    for part in _parts(pdf):
        if b"begincmap" in part:
            targets.update(_targets(part))
            continue
        nameless |= any(b"/ToUnicode" not in f and b"/Type0" not in f for f in _FONT.findall(part))
        for block in _DIFFERENCES.findall(part):
            named.update(name.decode() for name in _NAMED.findall(block))
    signs = {text for text, sign in SIGNS.items() if _hex(sign) in targets}
    if nameless:
        signs |= named
    plain = {text for text in SIGNS if _hex(text) in targets}
    soft = _hex("\u00ad") in targets and _hex("-") not in targets
    return Evidence(frozenset(signs - plain), "\u00ad" if soft else "-")


def _targets(table: bytes) -> Iterator[bytes]:
    """Yield what a ToUnicode table maps to, each as hexadecimal UTF-16."""
    for single, several in _TARGET.findall(table):
        yield from (found.lower() for found in (single, *_HEX.findall(several)) if found)


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode()


def _parts(pdf: bytes) -> Iterator[bytes]:
    """Yield the file outside its streams, and the streams that tell of fonts."""
    at = 0
    for match in _STREAM.finditer(pdf):
        if match.start() < at:
            continue
        yield pdf[at : match.start()]
        end = pdf.find(b"endstream", match.end())
        at = len(pdf) if end < 0 else end + len(b"endstream")
        yield _told(pdf[match.end() : at])
    yield pdf[at:]


def _told(stream: bytes) -> bytes:
    """Return a stream's text if it is a ToUnicode table or holds objects, else nothing."""
    if not stream.startswith((b"\x78", b"\x68", b"\x58", b"\x48")):
        return stream if b"begincmap" in stream[:2000] else b""
    try:
        unpack = zlib.decompressobj()
        head = unpack.decompress(stream, 400)
        if b"/CIDInit" not in head and b"begincmap" not in head and not _OBJECTS.match(head):
            return b""
        return head + unpack.decompress(unpack.unconsumed_tail, MOST_INFLATED)
    except zlib.error:
        return b""
