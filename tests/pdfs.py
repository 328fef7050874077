"""Makes PDFs, right and wrong ones, with pikepdf: letters at places, fonts of any kind, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from cvpress.view.model import View

Piece = tuple[float, float, str] | tuple[float, float, str, str]  # x, y, codes, name of the font
A4 = (595.28, 841.89)


def plain(pdf: pikepdf.Pdf, targets: Mapping[str, str] | None = None) -> pikepdf.Object:
    """Return Helvetica, not embedded; `targets`: what a code copies as, where not as itself."""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    if targets:
        font.ToUnicode = pdf.make_stream(_table(targets))
    return pdf.make_indirect(font)


def named(pdf: pikepdf.Pdf, glyphs: Mapping[str, str]) -> pikepdf.Object:
    """Return Helvetica whose codes have the glyphs of these names, with no word on letters."""
    differences = Array()
    for code, glyph in glyphs.items():
        differences.extend([ord(code), Name(f"/{glyph}")])
    font = plain(pdf)
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=differences)
    return font


def drawn(pdf: pikepdf.Pdf, letters: str) -> pikepdf.Object:
    """Return a Type 3 font, in which each letter is a black box that copies as the letter."""
    box = pdf.make_stream(b"500 0 0 0 500 700 d1 0 0 500 700 re f")
    names = [Name(f"/g{ord(letter)}") for letter in letters]
    first, last = min(map(_code, letters)), max(map(_code, letters))
    differences = Array()
    for letter, name in zip(letters, names, strict=True):
        differences.extend([_code(letter), name])
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 500, 700]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({str(name): box for name in names}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
            FirstChar=first,
            LastChar=last,
            Widths=Array([500] * (last - first + 1)),
            Resources=Dictionary(),
            ToUnicode=pdf.make_stream(_table({letter: letter for letter in letters})),
        )
    )


def _code(letter: str) -> int:
    """Return the code of a letter in WinAnsi; of a control sign its own."""
    return letter.encode("cp1252")[0] if letter in "–—’“”…•" else letter.encode("latin-1")[0]


def _table(targets: Mapping[str, str]) -> bytes:
    rows = "".join(
        f"<{_code(code):02X}> <{text.encode('utf-16-be').hex()}>\n"
        for code, text in targets.items()
    )
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    space = "1 begincodespacerange <00> <FF> endcodespacerange\n"
    return f"{head}{space}{len(targets)} beginbfchar\n{rows}endbfchar endcmap end end".encode()


def document(pdf: pikepdf.Pdf, view: View | None = None) -> None:
    """Let the PDF say of itself what a view says, as one of ours."""
    info = {"/Creator": "cvpress 0"}
    if view:
        info |= {"/Title": str(view.title), "/Author": str(view.author)}
        pdf.Root.Lang = pikepdf.String(view.language)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(info))


def add(
    pdf: pikepdf.Pdf,
    pieces: Sequence[Piece],
    fonts: Mapping[str, pikepdf.Object] | None = None,
    links: Sequence[tuple[float, float, float, float, str]] = (),
) -> None:
    """Add a page with pieces of text; the font of a piece is "plain" unless it says another."""
    known = {"plain": plain(pdf), **(fonts or {})}
    lines = []
    for x, y, text, *name in pieces:
        codes = bytes(map(_code, text)).hex()
        lines.append(f"BT /{name[0] if name else 'plain'} 10 Tf {x} {y} Td <{codes}> Tj ET")
    page = pdf.add_blank_page(page_size=A4)
    page.Resources = Dictionary(Font=Dictionary({f"/{n}": font for n, font in known.items()}))
    page.Contents = pdf.make_stream("\n".join(lines).encode())
    page.Annots = Array(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(place),
            A=Dictionary(S=Name.URI, URI=pikepdf.String(url)),
        )
        for *place, url in links
    )


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """Return the bytes."""
    stream = BytesIO()
    pdf.save(stream, **how)  # type: ignore[arg-type]
    return stream.getvalue()
