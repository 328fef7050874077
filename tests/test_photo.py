"""The photo: found beside the CV, told by its bytes, stripped, set upright, printed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pictures
import pikepdf
import pypdfium2
import pytest
from builds import OURS, Laid, case
from calls import Caller
from hypothesis import given
from hypothesis import strategies as st

from cvpress import engines, pages, photo, pipeline, printed, render, runner, source, theme
from cvpress.checking import judge
from cvpress.photo import Fault, Photo
from cvpress.pictures import Broken
from cvpress.pictures import read as read_bytes
from cvpress.pipeline import Order
from cvpress.settings import Settings, Wishes, read
from cvpress.source.document import Document
from cvpress.view.model import View


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a CV."""
    (tmp_path / "cv").mkdir()
    return tmp_path / "cv"


def document(folder: Path, written: str) -> Document:
    text = f"person: {{name: Ada Example, photo: {written}}}\nsections: [{{title: A, text: b.}}]\n"
    return source.read(text.encode(), (folder / "cv.yaml").as_posix())


def found(
    folder: Path, written: str = "photo.png", data: bytes | None = None
) -> Photo | Fault | None:
    if data is not None:
        (folder / written).write_bytes(data)
    return photo.of(document(folder, written))


def fault(folder: Path, written: str = "photo.png", data: bytes | None = None) -> str:
    one = found(folder, written, data)
    assert isinstance(one, Fault)
    assert one.help
    return one.message


def test_no_photo_is_asked_for(folder: Path) -> None:
    assert found(folder, "") is None
    assert photo.of(source.read(b"person: {photo: [a]}", "cv.yaml")) is None
    assert photo.of(source.read(b"[a]", "cv.yaml")) is None


@pytest.mark.parametrize("name", ["a.png", "A.PNG", "pictures/größe 1.png", "./a.png", "a..b.png"])
def test_it_lies_beside_the_cv_or_below(folder: Path, name: str) -> None:
    (folder / "pictures").mkdir()
    (folder / name).write_bytes(pictures.png())
    one = photo.of(document(folder, f'"{name}"'))
    assert isinstance(one, Photo)
    assert re.fullmatch(r"photo[0-9a-f]{12}\.png", one.name)


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../x.png", "a/../../x.png", "~/x.png", "C:/x.png", "C:x.png"),
        *("'\\\\host\\x.png'", "'..\\x.png'", "'a\\..\\x.png'"),
    ],
)
def test_it_lies_nowhere_else(folder: Path, path: str) -> None:
    (folder.parent / "x.png").write_bytes(pictures.png())
    assert fault(folder, path) == "A picture lies beside the CV or below."


@pytest.mark.parametrize("path", ["https://example.org/a.png", "file:///a.png", "data:image/png"])
def test_it_is_no_address(folder: Path, path: str) -> None:
    assert fault(folder, f'"{path}"') == "A picture is a file, not an address."


def test_no_link_leads_out(folder: Path) -> None:
    (folder.parent / "x.png").write_bytes(pictures.png())
    (folder / "link.png").symlink_to("../x.png")
    (folder / "out").symlink_to("..")
    (folder / "here.png").write_bytes(pictures.png())
    (folder / "inner.png").symlink_to("here.png")
    (folder / "ring.png").symlink_to("ring.png")
    assert fault(folder, "link.png") == "This leads out of the folder of the CV."
    assert fault(folder, "out/x.png") == "This leads out of the folder of the CV."
    assert isinstance(found(folder, "inner.png"), Photo)
    assert fault(folder, "ring.png") == "There is no such file beside the CV."


def test_the_folder_of_the_cv_may_be_a_link(folder: Path) -> None:
    (folder / "a.png").write_bytes(pictures.png())
    (folder.parent / "link").symlink_to(folder)
    assert isinstance(found(folder.parent / "link", "a.png"), Photo)


def test_what_is_no_file(folder: Path) -> None:
    (folder / "a").mkdir()
    os.mkfifo(folder / "pipe.png")
    assert fault(folder, "a") == "This is no file."
    assert fault(folder, "pipe.png") == "This is no file."
    assert fault(folder, "none.png") == "There is no such file beside the CV."
    assert fault(folder, '"a\\0.png"') == "There is no such file beside the CV."
    assert fault(folder, "x" * 5000) == "There is no such file beside the CV."
    assert fault(folder, "'a\\x.png'") == "There is a \\ in this path."


def test_one_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (folder / "a.png").write_bytes(pictures.png())
    cv = document(folder, "a.png")
    monkeypatch.setattr(Path, "open", refuse)
    one = photo.of(cv)
    assert isinstance(one, Fault)
    assert one.message == "This picture can't be read: Permission denied."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"II*\0", "TIFF"),
        (b"<svg/>", "SVG"),
        (b"BM\x10\0\0\0\0\0\0\0", "BMP"),
        (b"hello", "such a file"),
        (b"", "such a file"),
        (b"\x89PNG\r\n", "such a file"),
    ],
)
def test_other_kinds_are_called_by_their_names(folder: Path, data: bytes, kind: str) -> None:
    assert fault(folder, data=data) == f"A picture is a PNG or JPEG, not {kind}."


def test_the_ending_tells_the_kind(folder: Path) -> None:
    png, jpeg = "This picture is a PNG, whatever its name says.", pictures.jpeg()
    assert fault(folder, "a.jpg", pictures.png()) == png
    assert fault(folder, "a", pictures.png()) == png
    assert fault(folder, "a.png", jpeg) == "This picture is a JPEG, whatever its name says."
    assert isinstance(found(folder, "a.JPEG", jpeg), Photo)


def test_it_may_be_too_large(folder: Path) -> None:
    just = pictures.png() + bytes(photo.LIMIT - len(pictures.png()))
    assert isinstance(found(folder, "just.png", just), Photo)
    assert fault(folder, "more.png", just + b"\0") == "This picture has more than 10 MB."
    wide = pictures.claimed(20000, 6001)
    assert fault(folder, "wide.png", wide) == "This picture has 20000 × 6001 pixels."


@pytest.mark.parametrize("make", [pictures.png, pictures.jpeg])
def test_one_that_was_cut_short_is_told(folder: Path, make: Callable[[], bytes]) -> None:
    data = make()
    kind = "png" if data[1:4] == b"PNG" else "jpg"
    for end in range(8, len(data) - 1, 7):
        said = fault(folder, f"{end}.{kind}", data[:end])
        assert said.endswith("is damaged, cut short, or of a rare kind.")


def test_a_damaged_png_is_told(folder: Path) -> None:
    data = bytearray(pictures.png())
    data[60] ^= 1
    assert "damaged" in fault(folder, data=bytes(data))
    assert "damaged" in fault(folder, "zero.png", pictures.claimed(0, 10))


def readable(data: bytes) -> bool:
    try:
        return bool(read_bytes(data).data)
    except Broken:
        return False


@given(st.binary(max_size=200), st.sampled_from([pictures.SIGNATURE, b"\xff\xd8\xff", b""]))
def test_no_bytes_raise(data: bytes, begin: bytes) -> None:
    assert not readable(begin + data)


@given(st.integers(2, 800), st.integers(0, 255))
def test_no_slip_in_a_jpeg_raises(at: int, byte: int) -> None:
    data = bytearray(pictures.held(6))
    assert readable(bytes(data))
    data[at % len(data)] = byte
    readable(bytes(data))


@pytest.mark.parametrize(("orientation", "turn"), [(3, 180), (6, 270), (8, 90)])
def test_what_a_camera_wrote_stays_behind(folder: Path, orientation: int, turn: int) -> None:
    taken = pictures.held(orientation)
    assert taken.count(pictures.SECRET) == 2
    one = found(folder, "a.jpg", taken)
    assert isinstance(one, Photo)
    assert pictures.SECRET not in one.data
    assert b"Exif" not in one.data
    assert one.turn == turn
    assert pictures.Image.open(pictures.BytesIO(one.data)).tobytes() == (
        pictures.Image.open(pictures.BytesIO(taken)).tobytes()
    )


def test_what_colours_need_stays(folder: Path) -> None:
    icc = b"an ICC profile"
    one = found(folder, "a.jpg", pictures.jpeg(icc_profile=icc, progressive=True) + b"a video")
    assert isinstance(one, Photo)
    read = pictures.Image.open(pictures.BytesIO(one.data))
    assert (read.info["icc_profile"], read.info["progressive"]) == (icc, 1)
    assert one.data.endswith(b"\xff\xd9")


def test_the_finding_stands_at_the_name_and_in_variants(folder: Path) -> None:
    text = (
        "person: {name: Ada Example, photo: a.png}\n"
        "variants: {b: {person: {photo: b.png}}, c: {hide: [photo]}}\n"
        "sections: [{title: A, text: b.}]\n"
    )
    (folder / "a.png").write_bytes(pictures.png())
    cv = source.read(text.encode(), (folder / "cv.yaml").as_posix())
    told = [one for one in runner.checks(cv, read(cv, Wishes())) if one.id != "variant-empty"]
    assert [(one.id, one.path) for one in told] == [("photo-missing", "/variants/b/person/photo")]


# --- on the page ----------------------------------------------------------------------------------


def laid(folder: Path, name: str, look: str, data: bytes) -> Laid:
    """Lay out a case with a photo, as a build does."""
    kind = "png" if data[1:4] == b"PNG" else "jpg"
    (folder / f"a.{kind}").write_bytes(data)
    text = case(name).document.text.replace("person:", f"person:\n  photo: a.{kind}", 1)
    cv = source.read(text.encode(), (folder / "cv.yaml").as_posix())
    settings: Settings = read(cv, Wishes(today="2026-01-15"))
    page: View = pages.laid_out(judge(cv, settings), theme.find(look, folder))
    return Laid(
        cv, settings, page, theme.find(look, folder), render.body(page, theme.find(look, folder))
    )


@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize("name", ["hard", "seed-clean"])
def test_without_it_the_page_is_as_it_was(folder: Path, look: str, name: str) -> None:
    body = laid(folder, name, look, pictures.png()).body
    assert re.sub(r"\\cvphoto\{.*\}\n|\\cvphotoend\n", "", body) == case(name, look).body
    assert len(re.findall(r"\\cvphoto\{photo[0-9a-f]{12}\.png\}\{0\}\{[^\n]+\}\n", body)) == 1


def images(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return the boxes of the images on the first page: left, bottom, right, top, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return [one.get_bounds() for one in page.get_objects(filter=[kind])]


@pytest.mark.tex
@pytest.mark.parametrize("engine", engines.NAMES)
@pytest.mark.parametrize("look", OURS)
@pytest.mark.parametrize(("width", "height"), [(30, 40), (60, 40), (400, 10), (10, 400)])
def test_it_stands_at_the_right_of_the_head(
    folder: Path, engine: str, look: str, width: int, height: int
) -> None:
    cv = laid(folder, "hard", look, pictures.png(width, height))
    pdf = cv.press(engine=engine)
    assert cv.told(pdf) == []
    ((left, bottom, right, top),) = images(pdf)
    assert (right - left) / (top - bottom) == pytest.approx(width / height, rel=0.01)
    read_back = printed.read(pdf)
    head = len(list(cv.view.person.words()))
    assert head > 10
    beside = [
        w for w in read_back.words if w.page == 1 and w.box.bottom < top and w.box.top > bottom
    ]
    assert all(word.box.right < left - 5 for word in beside if word.box.left < left)
    assert not [word for word in beside if word.box.right > left]
    margin = max(word.box.right for word in read_back.words if word.page == 1)
    assert right == pytest.approx(margin, abs=1)
    limit = {"compact": 2.2}.get(look, 3.6) * 72 / 2.54
    assert top - bottom <= limit


@pytest.mark.tex
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_it_is_set_upright(folder: Path, orientation: int) -> None:
    pdf = laid(folder, "seed-clean", "classic", pictures.held(orientation, 60, 80)).press()
    ((left, bottom, right, top),) = images(pdf)
    assert (right - left) / (top - bottom) == pytest.approx(60 / 80, rel=0.01)
    page = pypdfium2.PdfDocument(pdf)[0]
    seen = page.render(scale=2).to_pil().convert("RGB")
    corner = seen.getpixel((int(left + 4) * 2, int(page.get_height() - top + 4) * 2))
    assert corner[0] > 180
    assert corner[1] < 80
    assert pictures.SECRET not in pdf


@pytest.mark.tex
@pytest.mark.parametrize("engine", engines.NAMES)
def test_its_alternative_text_is_the_name(folder: Path, engine: str) -> None:
    pdf = laid(folder, "hard", "classic", pictures.png()).press(engine=engine)
    opened = pikepdf.open(pictures.BytesIO(pdf))
    spans = [
        operands[1]["/Alt"]
        for operands, operator in pikepdf.parse_content_stream(opened.pages[0])
        if str(operator) == "BDC" and "/Alt" in operands[1]
    ]
    assert [str(span) for span in spans] == [str(case("hard").view.author)]
    read_back = printed.read(pdf)
    assert read_back.pages[0].text[:300].count("Wójcik y Castellanos") == 1


@pytest.mark.tex
@pytest.mark.parametrize(
    "data",
    [
        *(pictures.png(mode=mode) for mode in ("L", "LA", "P", "1", "RGBA", "I;16")),
        *(pictures.jpeg(mode=mode) for mode in ("L", "CMYK")),
        pictures.jpeg(progressive=True),
    ],
    ids=[
        "grey",
        "grey-alpha",
        "palette",
        "bits",
        "alpha",
        "16",
        "jpeg-grey",
        "cmyk",
        "progressive",
    ],
)
def test_every_kind_of_picture_prints(folder: Path, data: bytes) -> None:
    cv = laid(folder, "seed-clean", "classic", data)
    pdf = cv.press()
    assert cv.told(pdf) == []
    assert len(images(pdf)) == 1


@pytest.mark.tex
def test_a_build_carries_it_and_repeats_its_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    text = "person: {name: Ada Example, photo: a.jpg}\nsections: [{title: About, text: A line.}]\n"
    (folder / "cv.yaml").write_text(text, "utf-8")
    (folder / "a.jpg").write_bytes(pictures.held(6))
    first, second = (pipeline.build("cv/cv.yaml", Wishes(), Order()) for _ in range(2))
    assert (first.failed, first.findings) == (0, ())
    assert first.pdf == second.pdf
    assert [name in first.tex for name in first.files] == [True]


@pytest.mark.tex
def test_a_page_with_it_is_made_to_fit(folder: Path) -> None:
    bullets = "".join(f"      - Did the thing that is number {n}.\n" for n in range(70))
    text = (
        "person: {name: Ada Example, photo: a.png}\ndesign: {max_pages: 1, fit: true}\n"
        f"sections:\n  - title: Work\n    bullets:\n{bullets}"
    )
    (folder / "cv.yaml").write_text(text, "utf-8")
    (folder / "a.png").write_bytes(pictures.png())
    built = pipeline.build((folder / "cv.yaml").as_posix(), Wishes(), Order())
    assert (built.pages, built.failed, len(images(built.pdf))) == (1, 0, 1)


@pytest.mark.tex
def test_the_tex_finds_it_beside_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    text = "person: {name: Ada Example, photo: a.png}\nsections: [{title: A, text: A line.}]\n"
    (folder / "cv.yaml").write_text(text, "utf-8")
    (folder / "a.png").write_bytes(pictures.png())
    assert Caller(capsys)("build", "cv.yaml", "--to", "tex", "-o", "out").code == 0
    written = sorted(path.name for path in (folder / "out").iterdir())
    named = re.findall(r"\\cvphoto\{(.*?)\}", (folder / "out" / "cv.tex").read_text("utf-8"))
    assert written == ["cv.tex", *named]
