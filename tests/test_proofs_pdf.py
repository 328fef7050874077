"""Every proof on real PDFs: silent on right ones, and heard on each made wrong on purpose."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO, StringIO

import builds
import pdfs
import pikepdf
import pytest
from need import need
from pdfminer.converter import TextConverter
from pdfminer.high_level import extract_text
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from cvpress import printed

pytestmark = pytest.mark.tex

ENGINES = ("embedded", "latexmk")
CASES = ("seed-clean", "hard", "nurse-fr", "long")
CV = """
person: {name: Đorđe Petrović, website: "https://petrovic.example.org/"}
sections:
  - title: Education
    education:
      - institution: KU Leuven
        location: Leuven, Belgium
        degree: PhD
        area: Ancient Greek (αβγ)
        start: 2006-10
        end: 2010-05
        highlights: [An efficient office for co-operation., Well-read in naïve art.]
  - title: Service
    service:
      - {title: Reviewer, organization: Example Society, date: 2012}
      - {title: Editor, organization: Example Review, date: 2013}
"""


@pytest.fixture(scope="module")
def cv() -> builds.Laid:
    return builds.lay(CV)


# Right pages


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("look", builds.OURS)
@pytest.mark.parametrize("name", CASES)
def test_a_right_page_is_silent(name: str, look: str, engine: str) -> None:
    page = printed.read(builds.pdf(name, look, engine))
    found = builds.case(name, look).proofs(page)
    assert [(finding.id, finding.path, finding.message) for finding in found] == []
    assert len(page.words) > 100


def test_the_cv_of_these_tests_is_right(cv: builds.Laid) -> None:
    assert cv.told(cv.press()) == []


# Other readers agree


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _miner(pdf: bytes) -> str:
    """Return the letters that pdfminer copies, in the order of the file."""
    out, resources = StringIO(), PDFResourceManager()
    interpreter = PDFPageInterpreter(resources, TextConverter(resources, out, laparams=None))
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    return "".join(_words(out.getvalue().replace("\f", "")))


def _by_columns(text: str) -> list[str]:
    """Return the words of a page whose columns `-layout` prints side by side, left ones first.

    Main columns begin where most lines do, after a gap that is blank in all lines.
    """
    first, *others = text.split("\f")
    lines = first.splitlines()
    starts = Counter(match.end() for line in lines if (match := re.match(r"(.{15,}?|) {3,}", line)))
    cut = max(starts, key=lambda at: (starts[at], at), default=0)
    if not cut or any(line[cut - 2 : cut].strip() for line in lines):
        return _words(text)
    left, right = (
        "\n".join(line[side] for line in lines) for side in (slice(cut), slice(cut, None))
    )
    return _words("\n".join((left, right, *others)))


@pytest.mark.parametrize("look", builds.OURS)
def test_other_readers_copy_the_same(look: str) -> None:
    pdf = builds.pdf("seed-clean", look)
    ours = [unicodedata.normalize("NFC", word.text) for word in printed.read(pdf).words]
    for how in ([], ["-raw"], ["-layout"]):
        poppler = [need("pdftotext"), *how, "-", "-"]
        done = subprocess.run(poppler, input=pdf, capture_output=True, check=True)
        copied = done.stdout.decode()
        assert (_by_columns(copied) if how == ["-layout"] else _words(copied)) == ours, how
    assert _miner(pdf) == "".join(ours)
    assert sorted(_words(extract_text(BytesIO(pdf)))) == sorted(ours)  # its columns have an order


# Wrong text

GREEK = r"\pdfglyphtounicode{alpha}{0251}\pdfglyphtounicode{gamma}{0263}"
# Source Sans' own ligatures are named by their letters, so pdfTeX always copies them as letters.
LIGATURE = (
    r"\pdfglyphtounicode{ffi}{FB03}\pdfmapfile{+lm.map}{\fontfamily{lmr}\selectfont efficient}"
)
TEXT = [
    ("a word dropped", "Ancient ", "", "text-lost", "/sections/0/education/0/area"),
    ("a bullet dropped", "Well-read in naïve art.", "", "text-lost", "highlights/1"),
    ("a glyph dropped", "naïve", "nave", "text-garbled", "highlights/1"),
    ("another letter drawn", "Leuven, Belgium", "Leuven, Belgıum", "text-garbled", "0/location"),
    ("accents drawn apart", "naïve", 'na\\"{}ive', "text-garbled", "highlights/1"),
    ("Đ as Ð", "", r"\pdfglyphtounicode{Dcroat}{00D0}", "text-garbled", "/person/name"),
    ("soft hyphens", "", r"\pdfglyphtounicode{hyphen}{00AD}", "text-garbled", "highlights/0"),
    ("Greek as Latin", "", GREEK, "text-garbled", "0/area"),
    ("letters of nobody", "", r"\pdfglyphtounicode{b}{E001}", "text-garbled", "education/0/start"),
    ("what can't be shown", "", r"\pdfglyphtounicode{w}{FFFD}", "text-garbled", "service/0/title"),
    ("a ligature sign", "efficient", LIGATURE, "text-garbled", "highlights/0"),
]


@pytest.mark.parametrize(
    ("find", "put", "id", "path"), [row[1:] for row in TEXT], ids=[row[0] for row in TEXT]
)
def test_text(cv: builds.Laid, find: str, put: str, id: str, path: str) -> None:
    assert not find or cv.body.count(find) == 1
    body = cv.body.replace(find, put) if find else put + cv.body
    told = cv.told(cv.press(body))
    assert [found for found, _ in told] == [id] * len(told), told
    assert told[0][1].endswith(path)


def test_ligatures_without_a_table(cv: builds.Laid) -> None:
    body = cv.body.replace("efficient", LIGATURE)
    found = cv.proofs(printed.read(cv.press(r"\pdfgentounicode=0 " + body)))
    assert {finding.id for finding in found} == {"text-garbled"}
    assert "“efficient” is copied as “eﬃcient”" in found[0].message


def test_sections_swapped(cv: builds.Laid) -> None:
    head, _, rest = cv.body.partition("%cv /sections/0\n")
    education, _, rest = rest.partition("%cv /sections/1\n")
    service, _, end = rest.partition(r"\end{document}")
    body = "".join((head, service, education, r"\end{document}", end))
    told = cv.told(cv.press(body))
    assert told == [("text-out-of-order", "/sections/1/title")]


def test_columns_swapped(cv: builds.Laid) -> None:
    body = cv.body.replace("\\begin{document}", "\\begin{document}\\setbox9\\vbox{")
    body = body.replace("%cv /sections/0\n", "}\n%cv /sections/0\n")
    body = body.replace("\\end{document}", "\\par\\box9\n\\end{document}")
    told = cv.told(cv.press(body.replace("\\cvheadend", "")))
    assert ("text-out-of-order", "/person/name") in told
    assert {id for id, _ in told} == {"text-out-of-order"}


# Wrong in another way


def _changed(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        return pdfs.saved(opened)


def test_a_link_without_its_annotation(cv: builds.Laid) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].Annots

    assert cv.told(_changed(cv.press(), change)) == [("link-lost", "/person/website")]


def test_a_link_that_leads_elsewhere(cv: builds.Laid) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots[0].A.URI = pikepdf.String("https://elsewhere.example.org/")

    assert cv.told(_changed(cv.press(), change)) == [("link-lost", "/person/website")]


def test_no_metadata(cv: builds.Laid) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Lang
        del pdf.trailer.Info.Title
        del pdf.trailer.Info.Author

    found = cv.proofs(printed.read(_changed(cv.press(), change)))
    assert [(finding.id, finding.message) for finding in found] == [
        ("metadata-missing", "The PDF doesn't say its title, its author and its language.")
    ]


def test_three_pages_under_a_budget_of_two() -> None:
    many = "".join(f"\n      - Line {number} of very many." for number in range(150))
    laid = builds.lay(f"{CV}\n  - title: More\n    bullets:{many}\ndesign: {{max_pages: 2}}\n")
    pdf = laid.press()
    assert len(printed.read(pdf).pages) >= 3
    assert laid.told(pdf) == [("too-many-pages", "/design/max_pages")]


def test_a_line_beyond_the_margin() -> None:
    laid = builds.lay(CV.replace("An efficient office", "x" * 150))
    assert laid.told(laid.press()) == [("outside-margins", "/sections/0/education/0/highlights/0")]


def test_a_line_a_little_beyond_the_right_edge() -> None:
    dates = "".join(f"\n      - {{title: Chair, date: {year}}}" for year in range(2014, 2020))
    laid = builds.lay(CV + dates.lstrip("\n") + "\n")
    body = laid.body.replace("{2012}", r"{\rlap{2012}\kern5pt}")
    assert body != laid.body
    assert laid.told(laid.press(body)) == [("outside-margins", "/sections/1/service/0/date")]


def test_a_page_that_runs_over_its_foot(cv: builds.Laid) -> None:
    body = cv.body.replace("\\begin{document}", "\\begin{document}\\vbox{\\vskip 24cm")
    told = cv.told(cv.press(body.replace("\\end{document}", "}\\end{document}")))
    assert {id for id, _ in told} == {"outside-margins"}


def _typed(cv: builds.Laid, make: Callable[[pikepdf.Pdf], pikepdf.Object]) -> bytes:
    """Set the view's texts in a font of one's own, letter by letter in codes of Latin-1."""
    pdf = pikepdf.new()
    pieces: list[pdfs.Piece] = []
    for number, words in enumerate(cv.view.words()):
        pieces.append((60, 780 - 14 * number, words.plain, "odd"))
    links = [(60, 60, 90, 72, url) for _, url in cv.view.links()]
    pdfs.add(pdf, pieces, {"odd": make(pdf)}, links)
    pdfs.document(pdf, cv.view)
    return pdfs.saved(pdf)


PLAIN = CV.replace("Đorđe Petrović", "Ada Example").replace(" (αβγ)", "")


def test_a_font_that_is_not_embedded() -> None:
    laid = builds.lay(PLAIN)
    assert laid.told(_typed(laid, pdfs.plain)) == [("font-not-embedded", "")]


def test_a_font_of_pictures() -> None:
    laid = builds.lay(PLAIN)
    letters = "".join(sorted({sign for words in laid.view.words() for sign in words.plain}))
    made = _typed(laid, lambda pdf: pdfs.drawn(pdf, letters))
    assert laid.told(made) == [("font-not-embedded", "")]


# A PDF made elsewhere


def test_a_pdf_made_elsewhere(cv: builds.Laid) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Creator = pikepdf.String("Another Tool")

    assert cv.told(_changed(cv.press(), change)) == []
    body = cv.body.replace("Reviewer", "Chair").replace("October 2006", "10/2006")
    told = cv.told(_changed(cv.press(body), change))
    assert told == [("text-lost", "/sections/1/service/0/title")]
