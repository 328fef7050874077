"""The cover letter: in the CV or in a file of its own; checked, printed and proved like the CV."""

from __future__ import annotations

from pathlib import Path

import pictures
import pypdfium2
import pytest
from builds import CASES, OURS
from calls import process as run
from need import need

from cvpress import checking, letters, pipeline, printed, view
from cvpress.errors import UsageError
from cvpress.finding import Finding
from cvpress.pipeline import Order
from cvpress.settings import Wishes

WISHES = Wishes(today="2026-01-15")
CV = """\
person: {name: Ada Example, headline: Historian, email: ada@example.org}
sections: [{title: About, text: A first line of Zumthorian salt., bullets: [One., Two.]}]
"""
LETTER = """\
to: {name: J. Peeters, organization: Museum of Salt, address: "Naamsestraat 22\\n\\n3000 Leuven"}
date: 2026-01-15
subject: Application as curator
opening: Dear Dr. Peeters,
body: |
  I apply for the **post** of curator.

  I enclose my [catalogue](https://example.org/c).
ending: Yours sincerely,
"""
SAID = [
    *("J. Peeters", "Museum of Salt", "Naamsestraat 22", "3000 Leuven", "January 15, 2026"),
    *("Application as curator", "Dear Dr. Peeters,", "I apply for the post of curator."),
    *("I enclose my catalogue.", "Yours sincerely,", "Ada Example"),
]


def inside(letter: str = LETTER, more: str = "") -> str:
    """Return a CV that holds a letter."""
    return CV + more + "letter:\n" + "".join(f"  {line}\n" for line in letter.splitlines())


def write(folder: Path, **files: str) -> Path:
    """Write files, named without their .yaml, and return the CV."""
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder / "cv.yaml"


def beside(folder: Path, letter: str, cv: str = CV) -> pipeline.Built:
    """Build the letter of a file beside a CV, and return what became of it."""
    path = write(folder, cv=cv, mail=letter)
    checked = checking.check(str(path), WISHES)
    order = Order(engine="embedded")
    return pipeline.build_letter(checked, WISHES, order, (folder / "mail.yaml").as_posix())


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    return [(one.id, one.path, one.span.line if one.span else None) for one in findings]


def test_check_takes_a_letter_and_tells_of_it_at_its_own_lines(tmp_path: Path) -> None:
    write(tmp_path, cv=CV, mail=LETTER.replace("curator.", "curater of teh salt."))
    ended = run("check", "--letter", "mail.yaml", "--strict", cwd=tmp_path)
    assert ended.code == 1
    assert ended.out.startswith("mail.yaml:6:31 warning unknown-word\n")
    assert "\nmail.yaml:6:42 error misspelling\n" in ended.out
    assert "cv.yaml:" not in ended.out
    assert run("check", "--letter", "mail.yaml", "--fix", cwd=tmp_path).code == 2
    assert run("check", "--letter", "none.yaml", cwd=tmp_path).code == 2


def test_what_it_says_in_order(tmp_path: Path) -> None:
    checked = checking.check(str(write(tmp_path, cv=inside())), WISHES)
    page = view.build_letter(checked.document, checked.settings)
    assert [words.plain for words in page.words()] == [
        "Ada Example",
        "Historian",
        "ada@example.org",
        *SAID,
    ]
    assert (page.title, page.author) == ("Ada Example – Application as curator", "Ada Example")
    assert checked.findings == ()


def test_the_least_letter(tmp_path: Path) -> None:
    checked = checking.check(
        str(write(tmp_path, cv=inside("opening: Hello,\nbody: A line."))), WISHES
    )
    page = view.build_letter(checked.document, checked.settings)
    assert [words.plain for words in page.words()][3:] == ["Hello,", "A line.", "Ada Example"]
    assert page.title == "Ada Example – Letter"


def test_the_pages_of_a_cv_bind_no_letter(tmp_path: Path) -> None:
    path = write(tmp_path, cv=inside(more="design: {max_pages: 1, fit: true}\n"))
    checked = checking.check(str(path), WISHES)
    assert view.build_letter(checked.document, checked.settings).design.max_pages == 0


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["embedded", "latexmk"])
@pytest.mark.parametrize("look", ["classic", "compact"])
def test_both_are_built(tmp_path: Path, look: str, engine: str) -> None:
    if engine == "latexmk":
        need("latexmk")
    (tmp_path / "sign.png").write_bytes(pictures.png())
    write(tmp_path, cv=inside(more="closing: {signature: sign.png}\n"))
    done = run("build", "--theme", look, "--engine", engine, "--today", "2026-01-15", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "build/cv.letter.pdf: 1 page, proved." in done.out
    assert "build/cv.pdf: 1 page, proved." in done.out
    cv, letter = ((tmp_path / "build" / name).read_bytes() for name in ("cv.pdf", "cv.letter.pdf"))
    assert b"/Image" in cv
    assert b"/Image" in letter
    assert printed.read(letter).metadata["Title"] == "Ada Example – Application as curator"


@pytest.mark.tex
def test_the_hard_letter_stands_its_proofs(tmp_path: Path) -> None:
    write(tmp_path, cv=(CASES / "hard.yaml").read_text("utf-8"))
    checked = checking.check(str(tmp_path / "cv.yaml"), WISHES)
    for look in OURS:
        built = pipeline.build_letter(checked, WISHES, Order(look, "embedded"))
        assert (built.failed, built.pages) == (0, 1)
        assert [one for one in built.findings if one.path.startswith("/letter")] == []


@pytest.mark.tex
def test_the_ending_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    seen = set()
    for lines in range(26, 36):
        body = "".join(f"  Line {number}.\n\n" for number in range(lines))
        letter = f"opening: Hi,\nbody: |\n{body}ending: Yours sincerely,\n"
        built = beside(tmp_path, letter)
        last = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(built.pdf)]
        assert built.failed == 0
        assert f"Line {lines - 1}." in last[-1]
        assert last[-1].rstrip().endswith("Ada Example")
        seen.add(len(last))
    assert seen == {1, 2}


@pytest.mark.tex
@pytest.mark.parametrize("text", [LETTER, inside().removeprefix(CV)], ids=["bare", "under letter"])
def test_a_file_of_its_own(tmp_path: Path, text: str) -> None:
    write(tmp_path, cv=CV, mail=text)
    done = run("build", "--letter", "mail.yaml", "--today", "2026-01-15", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "build" / "cv.letter.pdf").is_file()
    assert not (tmp_path / "build" / "mail.pdf").exists()


@pytest.mark.tex
def test_a_letter_for_each_variant_and_language(tmp_path: Path) -> None:
    more = "locale: [en, fr]\nvariants: {a: {hide: [email]}}\n"
    letter = "opening: {en: Hello, fr: Bonjour}\nbody: {en: A line., fr: Une ligne.}\n"
    write(tmp_path, cv=inside(letter, more))
    done = run(
        *("build", "--variant", "all", "--lang", "all", "--today", "2026-01-15", "--strict"),
        cwd=tmp_path,
    )
    assert done.code == 0, done.out
    names = sorted(path.name for path in (tmp_path / "build").iterdir())
    assert names == ["cv.a.en.letter.pdf", "cv.a.en.pdf", "cv.a.fr.letter.pdf", "cv.a.fr.pdf"]


@pytest.mark.tex
def test_two_of_one_name(tmp_path: Path) -> None:
    write(tmp_path, cv=inside())
    (tmp_path / "cv.letter.yaml").write_text(CV, "utf-8")
    done = run("build", "cv.yaml", "cv.letter.yaml", "--today", "2026-01-15", cwd=tmp_path)
    assert done.code == 2
    assert "would both become build/cv.letter.pdf" in done.err


@pytest.mark.tex
@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("opening: Hi,\nbody: I recieve of of it.", [("repeated-word", "/letter/body", 2)]),
        ("opening: Hi,\nbody: I recieve it.", [("misspelling", "/letter/body", 2)]),
        ("opening: Hi,", [("missing-key", "/letter", 1)]),
        ("opening: Hi,\nbody: A.\nclosing: Bye", [("unknown-key", "/letter/closing", 3)]),
        ("opening: Hi,\nbody: A.\ndate: 2026-02-30", [("date-invalid", "/letter/date", 3)]),
        ("opening: Hi,\nbody: A.\ndate: present", [("date-invalid", "/letter/date", 3)]),
        ("opening: [Hi", [("yaml-syntax", "/letter/opening", 1)]),
        ("", [("yaml-syntax", "", 1)]),
        ("- a", [("wrong-type", "", 1)]),
        (CV, [("unknown-key", "/letter/person", 1), ("missing-key", "/letter", 1)]),
    ],
)
def test_what_is_wrong_is_told_in_its_own_file(
    tmp_path: Path, letter: str, found: list[tuple[str, str, int]]
) -> None:
    built = beside(tmp_path, letter)
    assert set(found) <= set(told(built.findings))
    assert {one.file.rpartition("/")[2] for one in built.findings} == {"mail.yaml"}
    assert built.pdf == b""


@pytest.mark.tex
def test_names_of_the_cv_are_known_and_its_language_is_spoken(tmp_path: Path) -> None:
    cv = CV.replace("About", "Zumthorian").replace("sections", "locale: fr\nsections")
    letter = "opening: Bonjour,\nbody: I recieve of of Zumthorian.\n"
    assert [one.id for one in beside(tmp_path, letter, cv).findings] == []
    english = "opening: Hi,\nbody: The work of Ada Example is Zumthorian.\n"
    cv = CV.replace("About", "Zumthorian")
    assert told(beside(tmp_path, english, cv).findings) == []


@pytest.mark.tex
def test_what_tex_can_not_print_is_told_at_its_line(tmp_path: Path) -> None:
    built = beside(tmp_path, "opening: Hi,\nbody: A 漢 sign.\n")
    assert ("missing-glyph", "/letter/body", 2) in told(built.findings)
    assert built.failed == pipeline.CHECKS_FAILED


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("person: {name: A}\nletter: {opening: Hi}", "may hold a letter alone, not person"),
        (None, "mail.yaml does not exist. Name the file of a letter."),
    ],
)
def test_files_that_are_no_letters(tmp_path: Path, text: str | None, sentence: str) -> None:
    cv = checking.check(str(write(tmp_path, cv=CV, **({"mail": text} if text else {}))), WISHES)
    with pytest.raises(UsageError, match=sentence):
        letters.check((tmp_path / "mail.yaml").as_posix(), cv)


@pytest.mark.tex
def test_a_cv_that_fails_sends_no_letter(tmp_path: Path) -> None:
    write(tmp_path, cv=inside().replace("A first", "A recieve first"))
    done = run("build", "--today", "2026-01-15", cwd=tmp_path)
    assert done.code == 1
    assert "letter" not in done.out + done.err


@pytest.mark.tex
def test_its_pdf_is_proved_again(tmp_path: Path) -> None:
    cv, mail = write(tmp_path, cv=inside(), mail=LETTER), "mail.yaml"
    assert run("build", cv.name, "--today", "2026-01-15", cwd=tmp_path).code == 0
    pdf = ("prove", "build/cv.letter.pdf", "--today", "2026-01-15")
    for letter in (["--letter"], ["--letter", mail]):
        ended = run(*pdf, *letter, cwd=tmp_path)
        assert (ended.code, "as it stands." in ended.out) == (0, True), ended
    assert run(*pdf, cwd=tmp_path).code == 4
    (tmp_path / mail).write_text(LETTER.replace("I apply", "I applied"), "utf-8")
    ended = run(*pdf, "--letter", mail, cwd=tmp_path)
    assert (ended.code, "mail.yaml:6:" in ended.out) == (4, True), ended
    write(tmp_path, cv=CV)
    ended = run(*pdf, "--letter", cwd=tmp_path)
    assert (ended.code, ended.err.count("cv.yaml has no letter.")) == (2, 1)
