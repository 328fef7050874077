"""What a PDF says where no page shows it: every string of every object, and streams of words.

Alternative texts, replacements for copying, bookmarks, comments, forms, titles, names of files,
XMP, attached files, what a camera wrote into a picture; also of objects that a later part of the
file replaced, which no reader shows, and anybody can get at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.printed.model import Said
from cvpress.printed.objects import inflated, packed, written

MOST = 50_000_000  # bytes that are unpacked
_TOKEN = re.compile(rb"/([^\s/<>\[\]()%{}]+)|(\()|<([0-9A-Fa-f\s]*)>")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PRINTABLE = re.compile(rb"(?:[\t -~\x80-\xff]\0?){6,}")
_TAG = re.compile(r"<[^>]*>")
# Of a page's content, strings are codes of glyphs, but for what stands behind these.
_MARKED = frozenset({"ActualText", "Alt", "E"})
_WHERE = {
    "": "a text that the PDF holds",
    "ActualText": "a text for copying (/ActualText)",
    "Alt": "an alternative text (/Alt)",
    "E": "an expansion (/E)",
    "Contents": "a comment (/Contents)",
    "Title": "a title or bookmark (/Title)",
    "URI": "a link (/URI)",
    **dict.fromkeys(("V", "DV", "TU", "Opt"), "a form field"),
    **dict.fromkeys(("F", "UF", "Names"), "the name of a file"),
}
# Where PDFDocEncoding is not Latin-1 (PDF 32000-1, D.2).
_PDFDOC = dict(enumerate("˘ˇˆ˙˝˛˚˜", 0x18)) | dict(
    enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", 0x80)
)
_OURS = frozenset({"CvpressSource", "ID"})  # hashes


def texts(pdf: bytes) -> tuple[Said, ...]:
    """Return every text of a PDF that is none of a page's letters, once each."""
    return tuple(dict.fromkeys(_texts(pdf)))


def _texts(pdf: bytes) -> Iterator[Said]:
    left = MOST
    for _, head, stream in written(pdf):
        yield from _strings(head)
        if not stream or left <= 0:
            continue
        body = inflated(stream, b"") if b"/Flate" in head else stream
        left -= len(body)
        if b"/ObjStm" in head:
            for _, inside in packed(head, body):
                yield from _strings(inside)
        else:
            yield from _of_stream(head, body)


def _of_stream(head: bytes, body: bytes) -> Iterator[Said]:
    """Yield what a stream says, by what it is; fonts and tables of colours say nothing."""
    if b"/Metadata" in head or b"/XML" in head:
        yield Said("the metadata (XMP)", _TAG.sub(" ", body.decode("utf-8", "replace")))
    elif b"/EmbeddedFile" in head:
        yield Said("an attached file", body.decode("utf-8", "replace"))
    elif b"/Image" in head:
        for run in _PRINTABLE.findall(body):
            yield Said("what is written into a picture", run.replace(b"\0", b"").decode("latin-1"))
    elif b"/Length1" not in head and b"/XRef" not in head:
        yield from (said for key, said in _keyed(body) if key in _MARKED)


def _strings(written: bytes) -> Iterator[Said]:
    return (said for key, said in _keyed(written) if key not in _OURS and said.text)


def _keyed(written: bytes) -> Iterator[tuple[str, Said]]:
    """Yield every string with the name that stands before it."""
    key, at = "", 0
    while match := _TOKEN.search(written, at):
        at = match.end()
        if match[1]:
            key = match[1].decode("latin-1")
            continue
        if match[2]:
            end = _closed(written, at)
            octets, at = _unescaped(written[at:end]), end + 1
        else:
            octets = bytes.fromhex(_whole(match[3]))
        yield key, Said(_WHERE.get(key, f"the entry /{key}"), _decoded(octets))


def _closed(written: bytes, at: int) -> int:
    """Return where the parenthesis closes that was opened before a place."""
    depth = 1
    for match in _PARENTHESIS.finditer(written, at):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return len(written)


def _whole(digits: bytes) -> str:
    """Return the digits of a string in hexadecimal, the last one of which may be left out."""
    found = "".join(digits.decode().split())
    return found + "0" * (len(found) % 2)


def _unescaped(written: bytes) -> bytes:
    def plain(match: re.Match[bytes]) -> bytes:
        sign = match[1]
        if sign.isdigit():
            return bytes([int(sign, 8) & 255])
        return b"" if sign in (b"\n", b"\r", b"\r\n") else _ESCAPED.get(sign, sign)

    return _ESCAPE.sub(plain, written)


def _decoded(octets: bytes) -> str:
    """Return the letters of a string: UTF-16 and UTF-8 say so, else it is PDFDocEncoding."""
    if octets.startswith(b"\xfe\xff"):
        return octets[2:].decode("utf-16-be", "replace")
    if octets.startswith(b"\xef\xbb\xbf"):
        return octets[3:].decode("utf-8", "replace")
    return octets.decode("latin-1").translate(_PDFDOC)
