"""`private-field-leaks` on real PDFs made wrong on purpose: each place where a value may hide."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from builds import TODAY
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from cvpress import engines, pipeline, printed, runner, theme
from cvpress.checking import Checked
from cvpress.pages import laid_out
from cvpress.printed import apart, unseen
from cvpress.settings import Wishes, read
from cvpress.source import read as read_source

CV = """\
person: {name: Ada Example, phone: +32 16 55 01 00, email: ada@example.org, location: "O'Hara, UK"}
sections:
  - {title: About, text: A first line.}
  - {title: Plans, text: Leaves Acme next spring., tags: [private]}
variants:
  public: {hide: [phone, email, location], exclude_tags: [private]}
"""
Make = Callable[[pikepdf.Pdf, str], None]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of the variant, in which all is well."""
    if engines.load("embedded").missing():
        pytest.skip(engines.load("embedded").missing())
    path = tmp_path_factory.mktemp("leaks") / "cv.yaml"
    path.write_text(CV, "utf-8")
    built = pipeline.build(str(path), Wishes(today=TODAY), pipeline.Order(variant="public"))
    assert built.failed == 0, built.findings
    return built.pdf


def leaks(pdf: bytes, far: bool = False) -> list[str]:
    """Return what the proof says of a PDF; `far`: read in another process."""
    document = read_source(CV.encode(), "cv.yaml")
    settings = read(document, Wishes(today=TODAY))
    page = laid_out(Checked(document, settings, ()), theme.find("classic", Path()), "public")
    if far:
        with apart.reader() as reading:
            facts = reading(pdf)
    else:
        facts = printed.read(pdf)
    found = runner.run("proofs", document, settings, lambda rule: rule.judge(facts, page))
    return [one.message for one in found if one.id == "private-field-leaks"]


def with_(clean: bytes, make: Make, text: str, **how: object) -> bytes:
    stream = BytesIO()
    with pikepdf.open(BytesIO(clean)) as pdf:
        make(pdf, text)
        pdf.save(stream, **how)  # type: ignore[arg-type]
    return stream.getvalue()


def bookmark(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(text, 0))


def attached(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, f"Call {text}".encode())


def attached_by_name(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments[f"{text}.txt"] = pikepdf.AttachedFileSpec(pdf, b"")


def annotated(pdf: pikepdf.Pdf, **entries: object) -> None:
    note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries)
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(note)])


def comment(pdf: pikepdf.Pdf, text: str) -> None:
    annotated(pdf, Subtype=Name.Text, Contents=String(f"Ask {text}"))


def form(pdf: pikepdf.Pdf, text: str) -> None:
    annotated(pdf, Subtype=Name.Widget, FT=Name.Tx, T=String("field"), V=String(text))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[-1]]))


def link(pdf: pikepdf.Pdf, text: str) -> None:
    target = f"mailto:x@example.org?subject={text.replace(' ', '%20').replace('@', '%40')}"
    annotated(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(target)))


def alternative(pdf: pikepdf.Pdf, text: str) -> None:
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(f"Photo of {text}"))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(figure))


def replacement(pdf: pikepdf.Pdf, text: str) -> None:
    said = text.encode("utf-16-be").hex()
    more = f"/Span <</ActualText <FEFF{said}>>> BDC EMC".encode()
    pdf.pages[0].contents_add(pdf.make_stream(more))


def literal_replacement(pdf: pikepdf.Pdf, text: str) -> None:
    escaped = text.replace("@", "\\100").replace(" ", "\\040")
    more = f"/Span <</ActualText (see \\(this\\) {escaped})>> BDC EMC".encode()
    pdf.pages[0].contents_add(pdf.make_stream(more))


def xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = text


def info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/Keywords"] = text


def unknown_entry(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.PieceInfo = Dictionary(Tool=Dictionary(Private=String(text)))


def camera(pdf: pikepdf.Pdf, text: str) -> None:
    image = pdf.make_stream(b"\xff\xd8\xff\xe1\0\x40Exif\0\0" + text.encode() + b"\0\0\xff\xd9")
    image.Type, image.Subtype, image.Filter = Name.XObject, Name.Image, Name.DCTDecode
    pdf.pages[0].obj.Resources.XObject = Dictionary(Photo=image)


PLACES: dict[Make, str] = {
    bookmark: "",
    attached: "an attached file",
    attached_by_name: "the name of a file",
    comment: "a comment",
    form: "a form field",
    link: "a link of page 1",
    alternative: "an alternative text",
    replacement: "a text for copying",
    literal_replacement: "a text for copying",
    xmp: "the metadata",
    info: "the metadata (Keywords)",
    unknown_entry: "the entry /Private",
    camera: "what is written into a picture",
}
VALUES = {
    "phone": "016/55.01.00",
    "email": "ADA@example.org",
    "location": "O’Hara, UK",
}


def test_a_pdf_that_is_right_has_none(clean: bytes) -> None:
    assert leaks(clean) == []
    assert leaks(clean, far=True) == []


@pytest.mark.parametrize("make", PLACES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("field", ["phone", "email"])
def test_a_hidden_value_is_found_wherever_it_stands(clean: bytes, make: Make, field: str) -> None:
    packed = pikepdf.ObjectStreamMode.generate
    for how in ({}, {"object_stream_mode": packed}):
        pdf = with_(clean, make, VALUES[field], **how)
        (said,) = leaks(pdf)
        assert said.startswith(f"The hidden {field} is found in {PLACES[make]}"), said
    assert leaks(pdf, far=True) == [said]


@pytest.mark.parametrize("field", VALUES)
def test_a_value_is_known_in_another_form(clean: bytes, field: str) -> None:
    (said,) = leaks(with_(clean, comment, VALUES[field]))
    assert said.startswith(f"The hidden {field} is found in a comment")


@pytest.mark.parametrize(
    "text", ["+32 16 55 01 00", "0032-16-55-01-00", "(016) 55 01 00 2020 – 2021", "tel:+3216550100"]
)
def test_a_number_is_known_whatever_stands_between_and_behind_it(clean: bytes, text: str) -> None:
    assert len(leaks(with_(clean, comment, text))) == 1


@pytest.mark.parametrize("text", ["+32 16 55 01 001", "016 55 02 00", "55 01 and 00", "5 5 0 1 0"])
def test_another_number_is_none_of_it(clean: bytes, text: str) -> None:
    assert leaks(with_(clean, comment, text)) == []


def test_a_text_that_is_left_out_is_found_too(clean: bytes) -> None:
    (said,) = leaks(with_(clean, bookmark, "Leaves  Acme next spring."))
    assert said.startswith("The text that is left out here is found in ")


def test_what_a_later_part_of_the_file_replaced_is_still_there(clean: bytes) -> None:
    """So do programs that blacken a line, and save: the old object stays in the file."""
    old = b"\n9999 0 obj\n<</Contents (Call 016 55 01 00)>>\nendobj\n"
    at = clean.rindex(b"startxref")
    assert len(leaks(clean[:at] + old + clean[at:])) == 1


def test_strings_are_read_by_the_standard() -> None:
    """PDF 32000-1, 7.3.4: nested parentheses, escapes, hexadecimal, UTF-16, UTF-8."""
    written = (
        rb"1 0 obj << /A (a (b) \) c\101\n) /B <41 4> /C (" + b"\xfe\xff\0A\x20\x19)"
        b"/D (\xef\xbb\xbf\xc3\xa9) /E (open \\\nline) /F [(one) (two)] >> endobj"
    )
    found = [said.text for said in unseen.texts(written)]
    assert found == ["a (b) ) cA\n", "A@", "A’", "é", "open line", "one", "two"]


def test_what_never_ends_ends() -> None:
    for wrong in (b"1 0 obj (never", b"1 0 obj <41", b"1 0 obj << /A", b"(((" * 100_000):
        unseen.texts(wrong)
