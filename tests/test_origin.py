"""The fingerprint of a page: what changes it, what must not, and what `prove` says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from builds import lay
from calls import Caller

from cvpress import __version__, cli, origin, printed, source
from cvpress.checking import Checked
from cvpress.engines import load
from cvpress.pages import laid_out
from cvpress.settings import Wishes, read
from cvpress.source.document import Document
from cvpress.theme import find

CV = """\
person:
  name: Ada Example
  phone: +32 16 55 01 00
  also_known_as: [Ada Former]
sections:
  - title: About
    text: {en: A first line., de: Eine Zeile.}
  - title: Secret
    tags: [private]
    text: Not for the web.
  - title: Work
    experience:
      - {organization: KU Leuven, title: Nurse, start: 2020, end: present}
locale: [en, de]
letter: {opening: "Dear reader,", body: I write to you.}
variants:
  public: {hide: [phone], exclude_tags: [private]}
  broken: {design: {theme: nowhere}}
checks: {ignore: [theme-missing]}
"""


def mark(text: str, variant: str = "", extra: Document | None = None) -> str:
    """Return the fingerprint of a CV, or of a variant of it."""
    document = source.read(text.encode(), "cv.yaml")
    checked = Checked(document, read(document, Wishes(today="2026-01-15")), ())
    return origin.fingerprint(laid_out(checked, find("classic", Path()), variant, extra))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A first line.", "A second line."),
        ("A first line.", "A *first* line."),
        ("KU Leuven,", '"[KU Leuven](https://kuleuven.be)",'),
        ("+32 16 55 01 00", "+32 16 55 01 01"),
        ("locale: [en, de]", "locale: [en, de]\ndesign: {paper: letter}"),
        ("title: About", "title: About\n    hide_title: true"),
    ],
)
def test_what_is_printed_changes_it(old: str, new: str) -> None:
    assert old in CV
    assert mark(CV.replace(old, new)) != mark(CV)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("person:\n", "# a comment\nperson:\n\n"),
        ("A first line.,", '"A first line.",'),
        ("Ada Former", "Eve Former"),  # a former name, which is never printed
        ("Eine Zeile.", "Zwei Zeilen."),  # of another language
    ],
)
def test_what_is_not_printed_does_not(old: str, new: str) -> None:
    assert old in CV
    assert mark(CV.replace(old, new)) == mark(CV)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("+32 16 55 01 00", "+32 16 55 01 01"),
        ("Not for the web.", "Not at all for the web."),
        ("  - title: Secret\n    tags: [private]\n    text: Not for the web.\n", ""),
    ],
)
def test_what_a_variant_hides_does_not_enter(old: str, new: str) -> None:
    """Else anybody could try all telephone numbers until the fingerprint fits."""
    assert mark(CV.replace(old, new)) != mark(CV)
    assert mark(CV.replace(old, new), "public") == mark(CV, "public")


def test_tex_s_lines_keep_their_numbers() -> None:
    page = lay(CV)
    assert origin.marked(page.body, "0" * 64).count("\n") == page.body.count("\n")


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Caller:
    """A folder with a cv.yaml and its PDF, and a way to call the tool there."""
    monkeypatch.chdir(tmp_path)
    Path("cv.yaml").write_text(CV, "utf-8")
    if load("embedded").missing():
        pytest.skip(load("embedded").missing())
    return Caller(capsys)


def said(call: Caller, pdf: str = "build/cv.pdf", *arguments: str) -> str:
    """Return what `prove` says of where a PDF comes from."""
    ended = call("prove", pdf, *arguments)
    last = ended.out.splitlines()[-1]
    found = re.search(r"were compared\. (.+)$", last)
    return found[1] if found else last


def test_a_pdf_of_this_very_cv(call: Caller) -> None:
    assert call("build").code == 0
    facts = printed.read(Path("build/cv.pdf").read_bytes())
    assert facts.metadata["Creator"] == f"cvpress {__version__}"
    assert facts.metadata[origin.KEY] == mark(CV)
    assert said(call) == "It was made from cv.yaml as it stands."


def test_a_pdf_of_a_variant_a_language_or_a_letter(call: Caller) -> None:
    for order in (["--variant", "public"], ["--lang", "de"], []):
        assert cli.main(["build", *order]) == 0
    stands = "It was made from cv.yaml as it stands,"
    assert said(call, "build/cv.public.pdf") == f"{stands} its variant public, in en."
    assert said(call, "build/cv.de.pdf") == f"{stands} the whole of it, in de."
    assert said(call, "build/cv.letter.pdf") == f"{stands} the letter of the whole of it, in en."
    whole = said(call, "build/cv.pdf", "--variant", "public")
    assert whole == f"{stands} the whole of it, in en."


def test_a_pdf_of_another_state_is_no_error(call: Caller) -> None:
    assert call("build").code == 0
    Path("cv.yaml").write_text(CV.replace("phone: +32 16 55 01 00", "location: Leuven"), "utf-8")
    assert said(call) == "It was made from another state of cv.yaml, or in another theme."
    Path("cv.yaml").write_text(CV.replace("title: About", "title: About\n    new_page: true"))
    ended = call("prove", "build/cv.pdf")
    assert ended.code == 0
    assert "another state" in ended.out


def test_private_values_of_an_overlay_do_not_enter(call: Caller) -> None:
    Path("private.yaml").write_text("person: {phone: +32 16 55 01 99}", "utf-8")
    assert call("build", "--overlay", "private.yaml").code == 0
    assert printed.read(Path("build/cv.pdf").read_bytes()).metadata[origin.KEY] == mark(CV)


def test_a_pdf_of_another_version_and_one_made_by_hand(call: Caller) -> None:
    assert call("build").code == 0
    with pikepdf.open("build/cv.pdf") as pdf:
        pdf.docinfo["/Creator"] = "cvpress 0.0.1"
        pdf.save("same.pdf")
        pdf.docinfo["/CvpressSource"] = "0" * 64
        pdf.save("old.pdf")
        del pdf.docinfo["/CvpressSource"]
        pdf.save("hand.pdf")
    assert said(call, "same.pdf") == "It was made from cv.yaml as it stands."
    told = f"cvpress 0.0.1 made it; {__version__} can't tell from which state of cv.yaml."
    assert said(call, "old.pdf") == told
    assert said(call, "hand.pdf") == "It does not say which CV it was made from."
