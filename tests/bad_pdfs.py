"""PDFs that are damaged, locked, empty, or made to hang whoever reads them; all small on disk."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pdfs
import pikepdf
from pikepdf import Dictionary, Name


def plain(pages: int = 1) -> pikepdf.Pdf:
    """Return a PDF with a line of text on each page."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdfs.add(pdf, [(50, 700, "Ada Example")])
    return pdf


def written(*objects: bytes, root: int = 1, trailer: bytes = b"") -> bytes:
    """Write a PDF of these objects, numbered from 1, as they are."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, rows)
    size = len(objects) + 1
    out += b"trailer\n<</Size %d/Root %d 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, root, trailer, start,
    )  # fmt: skip
    return bytes(out)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object; `extra` of its dictionary."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(content), extra, content)


def one_page(content: bytes, extra: bytes = b"", page: bytes = b"", *more: bytes) -> bytes:
    """Return a PDF with a page of this content stream; `more`: objects from 6 on."""
    leaf = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]%b>>" % page
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return written(CATALOG, pages, leaf, stream(content, extra), FONT, *more)


def bomb(unit: bytes, count: int) -> bytes:
    """Deflate a repeated unit piece by piece, so that it is never in memory whole."""
    packer = zlib.compressobj(9)
    block, packed = unit * 1000, bytearray()
    for _ in range(count // 1000):
        packed += packer.compress(block)
    return bytes(packed + packer.flush())


LINE = b"BT /F 10 Tf 50 700 Td (Ada Example) Tj ET "
FLATE = b"/Filter/FlateDecode"
TEXT = b"/Resources<</Font<</F 5 0 R>>>>"


def locked(user: str, owner: str) -> bytes:
    how = pikepdf.Encryption(user=user, owner=owner)
    return pdfs.saved(plain(), encryption=how)


def scanned() -> bytes:
    pdf = pikepdf.new()
    for _ in range(2):
        page = pdf.add_blank_page(page_size=pdfs.A4)
        image = pdf.make_stream(b"\x80" * 100)
        image.Type, image.Subtype = Name.XObject, Name.Image
        image.Width = image.Height = 10
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        page.Resources = Dictionary(XObject=Dictionary(Im=image))
        page.Contents = pdf.make_stream(b"q 500 0 0 800 40 20 cm /Im Do Q")
    return pdfs.saved(pdf)


def deep_tree(depth: int = 20_000) -> bytes:
    """A page at the end of a chain of nodes."""
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(depth)]
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return written(CATALOG, *nodes, leaf)


def loop() -> bytes:
    return written(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 5>>",
        b"<</Type/Pages/Kids[2 0 R]/Count 5/Parent 2 0 R>>",
    )


def count_lies(count: int) -> bytes:
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return written(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count, leaf)


def forms(levels: int = 12, each: int = 10) -> bytes:
    """Forms within forms, each drawn ten times: 10^12 texts."""
    made = []
    for level in range(levels):
        number = 6 + level
        last = level == levels - 1
        content = b"BT /F 10 Tf (x) Tj ET" if last else b"/X Do " * each
        found = TEXT if last else b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1)
        made.append(stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + found))
    return one_page(b"/X Do", b"", b"/Resources<</XObject<</X 6 0 R>>>>", *made)


def annotations(count: int = 100_000) -> bytes:
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org/)>>>>"
    return one_page(LINE, b"", TEXT + b"/Annots[%b]" % (link * count))


def object_bomb() -> bytes:
    """An object stream that swells, which says that it holds the pages."""
    head = b"2 0 3 40 "
    body = b"<</Type/Pages/Kids[3 0 R]/Count 1>>     <</Type/Page/Parent 2 0 R>>"
    packer = zlib.compressobj(9)
    packed = bytearray(packer.compress(head + body))
    for _ in range(1200):
        packed += packer.compress(b" " * 1_000_000)
    packed += packer.flush()
    kind = b"/Type/ObjStm/N 2/First %d/Filter/FlateDecode" % len(head)
    return written(CATALOG, b"null", b"null", stream(bytes(packed), kind))


def no_widths() -> bytes:
    """A font that says it is embedded, without widths, descriptor, or anything in its file."""
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/Odd/FontDescriptor 7 0 R>>"
    about = b"<</Type/FontDescriptor/FontName/Odd/FontFile2 8 0 R>>"
    fonts = b"/Resources<</Font<</F 6 0 R>>>>"
    return one_page(LINE, b"", fonts, font, about, stream(b""))


def acting() -> bytes:
    pdf = plain()
    script = Dictionary(S=Name.JavaScript, JS=pikepdf.String("while(true){}"))
    launch = Dictionary(S=Name.Launch, F=pikepdf.String("/bin/sh"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=launch)
    pdf.pages[0].AA = Dictionary(O=launch)
    return pdfs.saved(pdf)


DAMAGED = "The PDF is damaged"
MEMORY = "The PDF takes more than 1024 MB of memory to read."
READ = ""  # no reason to refuse it
MADE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text": (lambda: b"Ada Example\n", "This is no PDF"),
    "nothing": (lambda: b"", "This is no PDF"),
    "locked": (lambda: locked("secret", "other"), "The PDF is locked by a password."),
    "locked for changes only": (lambda: locked("", "other"), READ),
    "truncated": (lambda: pdfs.saved(plain())[:-200], "The PDF is cut off"),
    "a hole": (lambda: pdfs.saved(plain())[:300] + pdfs.saved(plain())[-60:], DAMAGED),
    "no pages": (
        lambda: written(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), "The PDF has no pages.",
    ),
    "a scan": (scanned, "No text can be read in the PDF."),
    "500 pages": (lambda: pdfs.saved(plain(500)), "The PDF has 500 pages; a CV is read up to 200."),
    "a deep tree": (deep_tree, DAMAGED),
    "a loop": (loop, DAMAGED),
    "a count that lies": (lambda: count_lies(2_000_000_000), "No text can be read in the PDF."),
    "a negative count": (lambda: count_lies(-5), "No text can be read in the PDF."),
    "a huge page": (
        lambda: one_page(LINE, b"", TEXT + b"/MediaBox[0 0 1e9 1e9]/UserUnit 1e6"), READ,
    ),
    "a page of no size": (lambda: one_page(LINE, b"", TEXT + b"/MediaBox[0 0 0 0]"), READ),
    "a page of nonsense": (lambda: one_page(LINE, b"", TEXT + b"/MediaBox[(a) /b]"), READ),
    "a stream that swells": (
        lambda: one_page(bomb(b"0 0 m 9 9 l S ", 10_000_000), FLATE, TEXT), MEMORY,
    ),
    "letters without end": (
        lambda: one_page(b"BT /F 10 Tf 50 700 Td " + b"(abcdefghij) Tj " * 200_000, b"", TEXT),
        "Page 1 of the PDF has 2000000 letters",
    ),
    "an object stream that swells": (object_bomb, MEMORY),
    "forms within forms": (forms, MEMORY),
    "100,000 links": (annotations, "Page 1 of the PDF has more than 10000 links"),
    "scripts": (acting, READ),
    "a font of nothing": (no_widths, READ),
}  # fmt: skip
