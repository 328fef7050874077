"""Printed: the facts of a PDF, and a clear refusal of what is none."""

from __future__ import annotations

import time
import tracemalloc
import zlib
from contextlib import suppress

import pdfs
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvpress import printed
from cvpress.errors import UsageError
from cvpress.printed import glyphs
from cvpress.printed.model import Font
from cvpress.printed.objects import objects


def _read(*pieces: pdfs.Piece, **fonts: object) -> printed.Printed:
    pdf = pikepdf.new()
    made = {name: make(pdf) for name, make in fonts.items()}  # type: ignore[operator]
    pdfs.add(pdf, pieces, made)
    return printed.read(pdfs.saved(pdf))


def _texts(read: printed.Printed) -> list[str]:
    return [word.text for word in read.words]


def test_words_have_places() -> None:
    read = _read((50, 700, "Ada Example"), (300, 700, "Leuven"), (50, 686, "second line"))
    assert _texts(read) == ["Ada", "Example", "Leuven", "second", "line"]
    ada, example, leuven, second, _ = (word.box for word in read.words)
    assert ada.left == pytest.approx(50, abs=0.1)
    assert ada.right < example.left < example.right < leuven.left
    assert leuven.left == pytest.approx(300, abs=0.1)
    assert ada.bottom == leuven.bottom == pytest.approx(second.bottom + 14, abs=0.01)
    assert ada.bottom < 700 < ada.top
    assert leuven.right - leuven.left == pytest.approx(32.8, abs=0.1)  # Helvetica's own widths


def test_lines_of_one_letter_are_words_of_their_own() -> None:
    read = _read((50, 700, "C"), (50, 686, "R"), (50, 660, "S"))
    assert [(word.text, round(word.box.bottom)) for word in read.words] == [
        ("C", 698), ("R", 684), ("S", 658)
    ]  # fmt: skip


def test_a_raised_sign_belongs_to_its_word() -> None:
    assert _texts(_read((50, 700, "Zhao"), (71, 704, "*"))) == ["Zhao*"]


def test_a_page_has_its_size_and_text() -> None:
    read = _read((50, 700, "one"), (50, 600, "two"))
    assert [(page.number, page.text) for page in read.pages] == [(1, "one\ntwo")]
    assert (read.pages[0].width, read.pages[0].height) == pytest.approx(pdfs.A4, abs=0.01)


def test_words_know_their_page() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "one")])
    pdfs.add(pdf, [(50, 700, "two")])
    read = printed.read(pdfs.saved(pdf))
    assert [(word.text, word.page) for word in read.words] == [("one", 1), ("two", 2)]


def test_what_stands_beyond_the_paper_is_read() -> None:
    read = _read((50, 700, "in"), (700, 500, "out"))
    assert read.words[1].box.left > pdfs.A4[0]


def test_links() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "here")], links=[(50, 698, 90, 712, "https://ada.example.org/a%20b")])
    (link,) = printed.read(pdfs.saved(pdf)).links
    assert link.url == "https://ada.example.org/a%20b"
    assert (link.page, link.box.left, link.box.top) == (1, 50, 712)


def test_a_link_within_the_pdf_is_none() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "here")], links=[(50, 698, 90, 712, "x")])
    del pdf.pages[0].Annots[0].A
    assert printed.read(pdfs.saved(pdf)).links == ()


def test_fonts() -> None:
    read = _read((50, 700, "plain"), (50, 600, "ab", "boxes"), boxes=lambda p: pdfs.drawn(p, "ab"))
    assert read.fonts == (Font("", True, type3=True), Font("Helvetica", False))


def test_fonts_inside_a_form() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [])
    form = pdf.make_stream(b"BT /plain 10 Tf 50 700 Td (within) Tj ET")
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 0, 600, 800])
    form.Resources = pdf.pages[0].Resources
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form))
    pdf.pages[0].Contents = pdf.make_stream(b"/Fm Do")
    read = printed.read(pdfs.saved(pdf))
    assert _texts(read) == ["within"]
    assert read.fonts == (Font("Helvetica", False),)


def test_metadata() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "one")])
    info = pikepdf.Dictionary(Title="Zoë Đurić – CV", Author="Zoë Đurić")
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Lang = pikepdf.String("de-CH")
    said = printed.read(pdfs.saved(pdf)).metadata
    assert said["Title"] == "Zoë Đurić – CV"
    assert said["Author"] == "Zoë Đurić"
    assert said["Language"] == "de-CH"
    assert said["Creator"] == ""


LETTERS = {"A": "α", "-": "\u00ad", "\x02": "\ufffd", "\x03": "\ue001", "D": "Ð"}


def test_letters_come_out_as_they_are_copied() -> None:
    read = _read((50, 700, "A co-op \x02 \x03 D", "odd"), odd=lambda pdf: pdfs.plain(pdf, LETTERS))
    assert _texts(read) == ["α", "co\u00adop", "\ufffd", "\ue001", "Ð"]


def test_a_hyphen_at_the_end_of_a_line_stays_one() -> None:
    read = _read((50, 700, "Mixture-of-"), (50, 688, "Experts"))
    assert _texts(read) == ["Mixture-of-", "Experts"]
    assert read.pages[0].text == "Mixture-of-\nExperts"
    assert read.words[0].box.bottom > read.words[1].box.bottom


def test_a_soft_hyphen_at_the_end_of_a_line_stays_one() -> None:
    read = _read(
        (50, 700, "co-", "odd"),
        (50, 688, "op", "odd"),
        odd=lambda pdf: pdfs.plain(pdf, {"-": "\u00ad"}),
    )
    assert _texts(read) == ["co\u00ad", "op"]


@pytest.mark.parametrize("code", ["\x01", "\x80"])
def test_a_ligature_that_copies_as_a_sign(code: str) -> None:
    read = _read(
        (50, 700, f"of{code}ce shelf", "odd"),
        odd=lambda pdf: pdfs.plain(pdf, {code: "ﬁ"}),
    )
    assert _texts(read) == ["ofﬁce", "shelf"]  # PDFium alone says “office”
    assert read.pages[0].text == "ofﬁce shelf"


def test_a_ligature_that_is_a_name_only() -> None:
    read = _read(
        (50, 700, "o\x0ece", "odd"),
        odd=lambda pdf: pdfs.named(pdf, {"\x0e": "ffi", "o": "o", "c": "c", "e": "e"}),
    )
    assert _texts(read) == ["oﬃce"]


def test_a_ligature_that_copies_as_letters() -> None:
    read = _read((50, 700, "of\x01ce", "good"), good=lambda pdf: pdfs.plain(pdf, {"\x01": "fi"}))
    assert _texts(read) == ["office"]


def test_letters_of_one_kind_are_no_ligature() -> None:
    proof = glyphs.Evidence({"F": frozenset({"fi", "ff", "ffi"})})
    place = lambda index: (float(index), 0.0, index + 1.0, 1.0)  # noqa: E731
    assert proof.reveal("off shelf find", place, lambda index: "F") == "off shelf find"  # noqa: ARG005


def test_a_good_font_beside_a_bad_one() -> None:
    pdf = pikepdf.new()
    good, bad = pdfs.plain(pdf, {"\x01": "fi"}), pdfs.plain(pdf, {"\x01": "ﬁ", "-": "\u00ad"})
    bad.BaseFont = pikepdf.Name("/ABCDEF+Times-Roman")
    pieces = [(50, 700, "of\x01ce co-", "good"), (50, 680, "of\x01ce co-", "bad"), (50, 660, "op")]
    pdfs.add(pdf, pieces, {"good": good, "bad": bad})
    read = printed.read(pdfs.saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate))
    assert _texts(read) == ["office", "co-", "ofﬁce", "co\u00ad", "op"]


# Refusals


def _cut() -> bytes:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "whole")])
    return pdfs.saved(pdf)


def _locked() -> bytes:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "secret")])
    return pdfs.saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))


def _many(count: int) -> bytes:
    pdf = pikepdf.new()
    for _ in range(count):
        pdfs.add(pdf, [(50, 700, "page")])
    return pdfs.saved(pdf)


@pytest.mark.parametrize(
    ("pdf", "sentence"),
    [
        (b"", "This is no PDF"),
        (b"person: {name: Ada Example}\n", "This is no PDF"),
        (b"%PDF-1.7\n%%EOF\n", "The PDF is damaged"),
        (b"%PDF-1.7\n" + b"0" * 51_000_000 + b"%%EOF", "The PDF has more than 50 MB"),
        (_cut()[:-200], "The PDF is cut off"),
        (_cut()[: len(_cut()) // 2], "The PDF is cut off"),
        (_locked(), "The PDF is locked by a password"),
        (_many(0), "The PDF has no pages"),
        (_many(500), "The PDF has 500 pages"),
    ],
    ids=["empty", "yaml", "hollow", "large", "cut", "half", "locked", "no-pages", "500-pages"],
)
def test_refused(pdf: bytes, sentence: str) -> None:
    start = time.process_time()
    with pytest.raises(UsageError, match=sentence) as refused:
        printed.read(pdf)
    assert time.process_time() - start < 4
    assert refused.value.message.endswith((".",))


def test_a_page_of_too_many_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [(50, 700, "x" * 200)])
    monkeypatch.setattr(printed, "MAX_LETTERS", 100)
    with pytest.raises(UsageError, match="200 letters"):
        printed.read(pdfs.saved(pdf))


def test_a_scan_has_no_words() -> None:
    pdf = pikepdf.new()
    pdfs.add(pdf, [])
    image = pdf.make_stream(b"\0" * 100)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width = image.Height = 10
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
    pdf.pages[0].Contents = pdf.make_stream(b"500 0 0 700 40 40 cm /Im Do")
    read = printed.read(pdfs.saved(pdf))
    assert (read.words, read.fonts, read.links) == ((), (), ())
    assert read.pages[0].text == ""


def test_200_pages_are_read_in_bounds() -> None:
    pdf = _many(200)
    tracemalloc.start()
    start = time.process_time()
    read = printed.read(pdf)
    assert time.process_time() - start < 8
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert len(read.words) == 200


@given(st.data())
def test_damage_is_refused_or_read(data: st.DataObject) -> None:
    pdf = bytearray(_cut())
    for _ in range(data.draw(st.integers(1, 6))):
        pdf[data.draw(st.integers(0, len(pdf) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UsageError):
        assert printed.read(bytes(pdf)).pages


@given(st.binary(max_size=300))
def test_the_look_for_evidence_takes_any_bytes(noise: bytes) -> None:
    head = b"1 0 obj <</Type/ObjStm /First 9 /Filter/Flate>> stream\n"
    parts = objects(head + noise + b"endstream " + noise + b" 2 0 obj" + noise + b"endobj")
    assert all(isinstance(part, bytes) for part in parts.values())
    assert not glyphs.evidence(head + zlib.compress(noise) + b"endstream").soft


def test_a_stream_that_swells_is_read_in_part() -> None:
    bomb = zlib.compress(b"/CIDInit begincmap " + b"\0" * 60_000_000)
    tracemalloc.start()
    found = objects(b"1 0 obj <</Filter/FlateDecode>> stream\n" + bomb + b"endstream endobj")
    assert 1_000_000 < len(found[1]) < 3_000_000
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
