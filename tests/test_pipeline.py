"""The pipeline: what comes out of each of its ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cvpress import engines, pipeline, printed, proving
from cvpress.engines import embedded
from cvpress.engines.base import Compiled, Stationery
from cvpress.errors import EngineMissing, TexFailed, UsageError
from cvpress.pipeline import Built, Order, once
from cvpress.proving import Which
from cvpress.settings import Wishes

GOOD = "person: {name: Ada Example}\nsections: [{title: About, text: A first line.}]\n"
WISHES = Wishes(today="2026-01-15")


@pytest.fixture
def cv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    path = tmp_path / "cv.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def build(text: str = "", **order: object) -> Built:
    if text:
        Path("cv.yaml").write_text(text, "utf-8")
    return pipeline.build("cv.yaml", WISHES, Order(**order))  # type: ignore[arg-type]


@dataclass
class Presses:
    """Counts the presses that were opened and closed, and may do something else with the body."""

    opened: int = 0
    closed: int = 0
    bodies: list[str] = field(default_factory=list)


@pytest.fixture
def presses(monkeypatch: pytest.MonkeyPatch) -> Presses:
    """Watch the embedded engine at work."""
    seen = Presses()
    real = embedded.open

    class Press:
        def __init__(self, stationery: Stationery) -> None:
            self._real = real(stationery)
            seen.opened += 1

        def press(self, body: str, files: Mapping[str, bytes]) -> Compiled:
            seen.bodies.append(body)
            return self._real.press(body, files)

        def close(self) -> None:
            seen.closed += 1
            self._real.close()

    monkeypatch.setattr(embedded, "open", Press)
    return seen


pytestmark = pytest.mark.usefixtures("cv")


def test_a_page_is_set_read_back_and_proved(presses: Presses) -> None:
    built = build(engine="embedded")
    assert (built.failed, built.findings, built.pages) == (0, (), 1)
    assert built.pdf.startswith(b"%PDF-")
    mark, body = presses.bodies[0].split("\\cvsetup", 1)
    assert built.tex.endswith(body)
    assert mark.startswith("\\hypersetup{pdfcreator={cvpress "), "what a PDF says of its origin"
    assert built.tex.lstrip().startswith((r"\def\cvfont", r"\documentclass"))
    assert built.why == "embedded, as asked."
    assert not built.reason
    assert (presses.opened, presses.closed) == (1, 1)


def test_nothing_is_written(cv: Path) -> None:
    build()
    assert [path.name for path in cv.parent.iterdir()] == ["cv.yaml"]


@pytest.mark.parametrize(
    ("text", "strict", "id"),
    [
        (GOOD.replace("first", "frist"), False, "misspelling"),
        (GOOD.replace("first", "first first"), True, "repeated-word"),
        ("person: {name: Ada", False, "yaml-syntax"),
    ],
)
def test_an_error_stops_before_tex(presses: Presses, text: str, strict: bool, id: str) -> None:
    built = build(text, engine="embedded", strict=strict)
    assert built.failed == 1
    assert [finding.id for finding in built.findings] == [id]
    assert (built.tex, built.pdf, built.pages) == ("", b"", 0)
    assert (presses.opened, presses.closed, presses.bodies) == (1, 1, [])


def test_a_warning_does_not_stop() -> None:
    built = build(GOOD.replace("first", "first first"))
    assert built.failed == 0
    assert [finding.id for finding in built.findings] == ["repeated-word"]
    assert built.pdf


def test_a_letter_that_can_t_be_printed_stops_before_tex(presses: Presses) -> None:
    built = build(GOOD.replace("A first line.", "The letter 漢."), engine="embedded")
    assert built.failed == 1
    (finding,) = built.findings
    assert finding.id == "missing-glyph"
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, 44)
    assert presses.bodies == []
    assert presses.opened == presses.closed
    assert built.tex, "the page can still be looked at"


def test_where_the_owner_lets_a_letter_pass_tex_is_asked() -> None:
    text = GOOD.replace("A first line.", "The letter 漢.")
    text += "checks: {severity: {missing-glyph: warning}}\n"
    built = build(text, engine="embedded")
    assert "missing-glyph" in {finding.id for finding in built.findings}
    assert built.failed in (3, 4), "what came out was not taken for a page"


def test_a_page_that_fails_its_proofs_is_handed_over_as_failed() -> None:
    text = GOOD.replace("text: A first line.", f"bullets: [{'Words of a page. ' * 900}]")
    built = build(text + "design: {max_pages: 1}\n")
    assert built.failed == 4
    assert "too-many-pages" in {finding.id for finding in built.findings}
    assert built.pdf
    assert built.pages > 1


@contextmanager
def pressing(monkeypatch: pytest.MonkeyPatch, press: object) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(once, "_set", press)
        yield


def test_tex_that_is_stopped_keeps_what_the_checks_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> Compiled:
        raise TexFailed("It ran too long.", "A circle.")

    with pressing(monkeypatch, stop):
        built = build(GOOD.replace("first", "first first"))
    assert (built.failed, built.reason) == (3, "It ran too long. A circle.")
    assert [finding.id for finding in built.findings] == ["repeated-word"]
    assert built.tex
    assert not built.pdf


def test_no_page_is_a_failure_even_where_no_finding_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pressing(monkeypatch, lambda *_: Compiled(b"", "", "embedded", 0.1)):
        assert build().failed == 3


def test_what_tex_says_comes_home_to_the_word() -> None:
    text = GOOD.replace("A first line.", "x" * 300)
    told = {f.id: f for f in build(text, engine="embedded").findings}
    assert told["overfull-line"].span is not None
    assert (told["overfull-line"].span.line, told["overfull-line"].span.column) == (2, 33)


def test_the_theme_of_the_flag_wins_over_the_file_s_and_names_the_view() -> None:
    text = GOOD + "design: {theme: compact}\n"
    flagged, named = build(text, theme="classic"), build(text)
    assert "cvtheme-classic" in flagged.tex
    assert "cvtheme-compact" in named.tex
    with pytest.raises(UsageError, match="classic"):
        build(text, theme="clasic")


def test_findings_are_in_the_order_of_the_file() -> None:
    text = "person: {name: Ada Example}\nsections:\n  - title: About\n    text: A a line.\n"
    text += f"  - title: Words\n    text: {'x' * 300}\n  - {{title: More, text: The the end.}}\n"
    lines = [finding.order for finding in build(text).findings]
    assert lines == sorted(lines)
    assert len(lines) >= 3


def test_without_an_engine_nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in engines.NAMES:
        monkeypatch.setattr(engines.load(name), "missing", lambda: "it is not here.")
    with pytest.raises(EngineMissing, match="No TeX engine can run here"):
        build()


def test_auto_takes_another_engine_where_the_first_can_t_print_the_cv(
    monkeypatch: pytest.MonkeyPatch, presses: Presses
) -> None:
    """A stand-in: at this stage both engines print the same letters."""
    other = engines.load("latexmk")
    if other.missing():
        pytest.skip(other.missing())
    monkeypatch.setattr(embedded, "unprintable", lambda text, _: "é" if "é" in text else "")
    built = build(GOOD.replace("first", "é"))
    assert built.why.startswith("latexmk: embedded can't print “é”")
    assert built.failed == 0
    assert (presses.opened, presses.closed, presses.bodies) == (1, 1, [])


def test_a_press_is_closed_whatever_goes_wrong(
    monkeypatch: pytest.MonkeyPatch, presses: Presses
) -> None:
    def explode(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    for module, name in ((pipeline, "judge"), (pipeline, "lay"), (once, "_told")):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, explode)
            with pytest.raises(ZeroDivisionError):
                build(engine="embedded")
    assert (presses.opened, presses.closed) == (3, 3)


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_missing_pdf_library_is_told_by_the_one_who_needs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(*_: object) -> None:
        raise ModuleNotFoundError("No module named 'pypdfium2_raw'", name="pypdfium2_raw")

    monkeypatch.setattr(printed, "prepare", missing)
    monkeypatch.setattr(printed, "read", missing)
    with pytest.raises(ModuleNotFoundError):
        build()


# --- prove -----------------------------------------------------------------------------------


def test_prove_counts_what_it_compared(cv: Path) -> None:
    (cv.parent / "cv.pdf").write_bytes(build().pdf)
    proved = proving.prove("cv.pdf", "cv.yaml", WISHES, Which())
    assert (proved.findings, proved.pages, proved.compared) == ((), 1, 3)
    assert (proved.foreign, proved.unread) == (False, False)


def test_prove_takes_the_theme_that_is_named(cv: Path) -> None:
    (cv.parent / "cv.pdf").write_bytes(build(theme="compact").pdf)
    assert proving.prove("cv.pdf", "cv.yaml", WISHES, Which("compact")).findings == ()


def test_prove_holds_no_pdf_against_a_cv_with_errors(cv: Path) -> None:
    (cv.parent / "cv.pdf").write_bytes(build().pdf)
    cv.write_text(GOOD.replace("first", "frist"), "utf-8")
    proved = proving.prove("cv.pdf", "cv.yaml", WISHES, Which())
    assert proved.unread
    assert [finding.id for finding in proved.findings] == ["misspelling"]


def test_prove_hears_of_a_text_that_is_not_on_the_page(cv: Path) -> None:
    (cv.parent / "cv.pdf").write_bytes(build().pdf)
    cv.write_text(GOOD.replace("A first line.", "Another line."), "utf-8")
    proved = proving.prove("cv.pdf", "cv.yaml", WISHES, Which())
    assert [finding.path for finding in proved.findings] == ["/sections/0/text"]
