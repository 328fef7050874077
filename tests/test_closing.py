"""The closing: a declaration, place and date, the picture of a signature, the name."""

from __future__ import annotations

from pathlib import Path

import builds
import pictures
import pytest
from need import need

from cvpress import pipeline, runner, source, view
from cvpress.pipeline import Order
from cvpress.settings import Wishes, read
from cvpress.view.model import View
from cvpress.view.signed import Closing

PERSON = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
WISHES = Wishes(today="2026-01-15")


def laid(closing: str, more: str = "") -> View:
    """Lay out a CV with a closing."""
    return builds.lay(f"{PERSON}{more}closing: {closing}\n").view


def lines(page: View) -> list[str]:
    """Return the closing as it is printed: paragraphs, place and date, name."""
    closing = page.closing
    assert isinstance(closing, Closing)
    line = "".join(part.before + part.words.plain for part in closing.signed.line)
    name = closing.signed.name.plain if closing.signed.name else ""
    return [*(text.plain for text in closing.text), *filter(None, (line, name))]


@pytest.mark.parametrize(
    ("closing", "said"),
    [
        (
            "{text: True., location: Leuven, date: 2026-01-05}",
            ["True.", "Leuven, January 5, 2026", "Ada Example"],
        ),
        ("{text: A clause.}", ["A clause."]),
        ('{text: "One.\\n\\nTwo."}', ["One.", "Two."]),
        ("{location: Leuven}", ["Leuven", "Ada Example"]),
        ("{date: 2026-01}", ["January 2026", "Ada Example"]),
    ],
)
def test_what_is_absent_prints_nothing(closing: str, said: list[str]) -> None:
    assert lines(laid(closing)) == said


@pytest.mark.parametrize("closing", ["", "{}", "{text: }", "{signature: no-such-file.png}"])
def test_nothing_at_all(closing: str) -> None:
    page = laid(closing)
    assert page.closing is None
    assert "Ada Example" not in [words.plain for words in page.words()][1:]


@pytest.mark.parametrize(
    ("tag", "day", "said"),
    [
        ("fr", "2026-01-05", "Leuven, le 5 janvier 2026"),
        ("fr", "2026-01", "Leuven, janvier 2026"),
        ("de", "2026-01-05", "Leuven, den 5. Januar 2026"),
        ("zh", "2026-01-05", "Leuven，2026年1月5日"),
        ("es", "2026-13-45", "Leuven, 2026-13-45"),
    ],
)
def test_place_and_day_in_other_languages(tag: str, day: str, said: str) -> None:
    page = laid(f"{{location: Leuven, date: {day}}}", f"locale: {tag}\n")
    assert lines(page)[0] == said


def test_each_text_is_told_with_its_path() -> None:
    page = laid("{text: True., location: Leuven, date: 2026-01-05}")
    assert [words.path for words in page.words()][-4:] == [
        *("/closing/text", "/closing/location", "/closing/date", "/person/name")
    ]


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A CV with a photo and a signature, each a picture of its own."""
    (tmp_path / "me.png").write_bytes(pictures.png())
    (tmp_path / "sign.jpg").write_bytes(pictures.jpeg())
    path = tmp_path / "cv.yaml"
    text = PERSON.replace("Example}", "Example, photo: me.png}")
    closing = "closing: {text: True., location: Leuven, date: 2026-01-05, signature: sign.jpg}\n"
    path.write_text(text + closing, "utf-8")
    return path


@pytest.mark.tex
@pytest.mark.parametrize("look", ["classic", "compact"])
@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
def test_the_signature_is_printed(signed: Path, look: str, engine: str) -> None:
    if engine == "latexmk":
        need("latexmk")
    built = pipeline.build(str(signed), WISHES, Order(look, engine))
    assert (built.failed, built.findings) == (0, ())
    assert sorted(name.rpartition(".")[2] for name in built.files) == ["jpg", "png"]
    assert built.pdf.count(b"/Subtype/Image") + built.pdf.count(b"/Subtype /Image") == 2


def test_a_variant_without_the_photo_keeps_the_signature(signed: Path) -> None:
    text = signed.read_text("utf-8") + "variants: {plain: {hide: [photo]}}\n"
    signed.write_text(text, "utf-8")
    built = pipeline.build(str(signed), WISHES, Order(engine="embedded", variant="plain"))
    assert [name.rpartition(".")[2] for name in built.files] == ["jpg"]


@pytest.mark.parametrize(
    ("closing", "told"),
    [
        ("{signature: no.png}", ("photo-missing", "/closing/signature")),
        ("{date: present}", ("date-invalid", "/closing/date")),
        ("{date: expected 2027}", ("date-invalid", "/closing/date")),
        ("{date: 2026-02-30}", ("date-invalid", "/closing/date")),
        ("{date: 0021}", ("date-implausible", "/closing/date")),
        ("{place: Leuven}", ("unknown-key", "/closing/place")),
        ("[a]", ("wrong-type", "/closing")),
        ("{text: [a]}", ("wrong-type", "/closing/text")),
        ("{text: A colour of of salt.}", ("repeated-word", "/closing/text")),
        ('{text: "See [this](#)."}', ("placeholder-link", "/closing/text")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(closing: str, told: tuple[str, str]) -> None:
    document = source.read(f"{PERSON}closing: {closing}\n".encode(), "cv.yaml")
    found = runner.checks(document, read(document, WISHES))
    assert [(one.id, one.path) for one in found] == [told]
    assert all(one.span and one.span.line == 3 for one in found)
    view.build(document, read(document, WISHES))
