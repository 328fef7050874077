"""Each proof is heard on a real PDF made wrong on purpose, and silent on its right twin.

A fault is made in the TeX of the body, and set by the embedded engine; or in the finished PDF. What
is to be said of each stands in cases/broken-pdfs.txt, with the line and column of the CV.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import builds
import pdfs
import pikepdf
import pytest
from examples import told

from cvpress import printed, rules

pytestmark = pytest.mark.tex

SERVICE = """
  - title: Service
    service:
      - {title: Reviewer, organization: Example Society, date: 2012}
      - {title: Editor, organization: Example Review, date: 2013}
"""
CV = f"""
person: {{name: Đorđe Petrović, website: "https://petrovic.example.org/"}}
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
{SERVICE.lstrip(chr(10))}"""
PLAIN = CV.replace("Đorđe Petrović", "Ada Example").replace(" (αβγ)", "")
DATES = "".join(f"      - {{title: Chair, date: {year}}}\n" for year in range(2014, 2020))
MANY = CV + DATES
LONG = f"{CV}  - title: More\n    bullets:\n" + "".join(
    f"      - Line {number} of very many.\n" for number in range(90)
)
TWO = "design: {max_pages: 2}\n"
FEET = f"{LONG}design: {{page_numbers: true}}\n"

Make = Callable[[builds.Laid], bytes]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in which CV, and how it is made."""

    name: str
    cv: str
    make: Make


def body(find: str, put: str, count: int = 1) -> Make:
    """Change the TeX of the body; `find` "": put something before all of it."""

    def make(laid: builds.Laid) -> bytes:
        assert not find or laid.body.count(find) == count, laid.body
        return laid.press(laid.body.replace(find, put) if find else put + laid.body)

    return make


def changed(change: Callable[[pikepdf.Pdf], None]) -> Make:
    """Change the finished PDF."""

    def make(laid: builds.Laid) -> bytes:
        with pikepdf.open(BytesIO(laid.press())) as opened:
            change(opened)
            return pdfs.saved(opened)

    return make


def typed(font: Callable[[pikepdf.Pdf, str], pikepdf.Object]) -> Make:
    """Set the view's texts in a font of one's own, letter by letter in codes of Latin-1."""

    def make(laid: builds.Laid) -> bytes:
        pdf = pikepdf.new()
        texts = [words.plain for words in laid.view.words()]
        pieces = [(60, 780 - 14 * n, text, "odd") for n, text in enumerate(texts)]
        links = [(60, 60, 90, 72, url) for _, url in laid.view.links()]
        odd = font(pdf, "".join(sorted(set("".join(texts)))))
        pdfs.add(pdf, pieces, {"odd": odd}, links)
        pdfs.document(pdf, laid.view)
        return pdfs.saved(pdf)

    return make


def swapped(laid: builds.Laid) -> bytes:
    head, _, rest = laid.body.partition("%cv /sections/0\n")
    education, _, rest = rest.partition("%cv /sections/1\n")
    service, _, end = rest.partition(r"\end{document}")
    return laid.press("".join((head, service, education, r"\end{document}", end)))


def too_low(laid: builds.Laid) -> bytes:
    text = laid.body.replace("\\begin{document}", "\\begin{document}\\vbox{\\vskip 24cm")
    return laid.press(text.replace("\\end{document}", "}\\end{document}"))


def columns(laid: builds.Laid) -> bytes:
    """Set the head last and move it to the top: right for the eye, and copied last."""
    text = laid.body.replace("\\begin{document}", "\\begin{document}\\setbox9\\vbox{")
    text = text.replace("%cv /sections/0\n", "}\n%cv /sections/0\n").replace("\\cvheadend", "")
    return laid.press(text.replace("\\end{document}", "\\par\\box9\n\\end{document}"))


def foreign(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Creator = pikepdf.String("Another Tool")


def foreign_and_older(laid: builds.Laid) -> bytes:
    text = laid.body.replace("Reviewer", "Chair").replace("October 2006", "10/2006")
    with pikepdf.open(BytesIO(laid.press(text))) as opened:
        foreign(opened)
        return pdfs.saved(opened)


def no_links(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots


def another_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].A.URI = pikepdf.String("https://elsewhere.example.org/")


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang
    del pdf.trailer.Info.Title
    del pdf.trailer.Info.Author


def another_author(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Author = pikepdf.String("TeX User")


def an_empty_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=pdfs.A4)


GREEK = r"\pdfglyphtounicode{alpha}{0251}\pdfglyphtounicode{gamma}{0263}"
# Source Sans' own ligatures are named by their letters, so pdfTeX always copies them as letters.
LIGATURE = (
    r"\pdfglyphtounicode{ffi}{FB03}\pdfmapfile{+lm.map}{\fontfamily{lmr}\selectfont efficient}"
)
ICON = r"\usepackage{fontawesome5}\newcommand\cvroleorcid{}\newcommand\cvrolewebsite[1]{\faLink#1}"
BULLET = "An efficient office for co-operation."
SUB = r"\cvpart{location}{Leuven, Belgium}}"
LAST_BUT_ONE = "%cv /sections/1/service/6\n"  # of MANY
ODD = r"\pdfglyphtounicode{%s}{%s}"
FAULTS = [
    Fault("a word dropped", CV, body("Ancient ", "")),
    Fault("a bullet dropped", CV, body("Well-read in naïve art.", "")),
    Fault("a page number dropped", FEET, body(r"\cvfoot", r"\csname @gobbletwo\endcsname")),
    Fault("a glyph dropped", CV, body("naïve", "nave")),
    Fault("another letter drawn", CV, body("Leuven, Belgium", "Leuven, Belgıum")),
    Fault("accents drawn apart", CV, body("naïve", 'na\\"{}ive')),
    Fault("Đ as Ð", CV, body("", ODD % ("Dcroat", "00D0"))),
    Fault("soft hyphens", CV, body("", ODD % ("hyphen", "00AD"))),
    Fault("Greek as Latin", CV, body("", GREEK)),
    Fault("letters of nobody", CV, body("", ODD % ("b", "E001"))),
    Fault("what can't be shown", CV, body("", ODD % ("w", "FFFD"))),
    Fault("a ligature sign", CV, body("efficient", LIGATURE)),
    Fault("a ligature without a table", CV,
          body("efficient", r"\pdfgentounicode=0 " + LIGATURE)),
    Fault("an icon", CV, body("", ICON)),
    Fault("sections swapped", CV, swapped),
    Fault("columns swapped", CV, columns),
    Fault("a font that is not embedded", PLAIN, typed(lambda pdf, _: pdfs.plain(pdf))),
    Fault("a Type 3 font", PLAIN, typed(pdfs.drawn)),
    Fault("a link lost", CV, changed(no_links)),
    Fault("a link that leads elsewhere", CV, changed(another_link)),
    Fault("no metadata", CV, changed(no_metadata)),
    Fault("another author", CV, changed(another_author)),
    Fault("a line beyond the paper", CV, body(BULLET, r"\hbox{\hskip15cm " + BULLET + "}")),
    Fault("a line beyond the edge", MANY, body("{2012}", r"{\rlap{2012}\kern5pt}")),
    Fault("a page over its foot", CV, too_low),
    Fault("three pages, not two", LONG + TWO, body("{Line 89", "{\\newpage Line 89")),
    Fault("a last page of two lines", MANY, body(LAST_BUT_ONE, r"\newpage")),
    Fault("an empty last page", CV, changed(an_empty_page)),
    Fault("a heading at the foot", MANY,
          body("{Service}{Service}\n", "{Service}{Service}\\newpage\n")),
    Fault("an entry parted after its head", MANY, body(SUB, SUB + r"\newpage")),
    Fault("an entry's last line", MANY, body("\\cvlast\n", "\\newpage\n")),
    Fault("no fault, made elsewhere", CV, changed(foreign)),
    Fault("an older state, made elsewhere", CV, foreign_and_older),
]  # fmt: skip


@cache
def laid(cv: str) -> builds.Laid:
    return builds.lay(cv)


def said(cv: str, pdf: bytes) -> tuple[str, ...]:
    return tuple(told(finding) for finding in laid(cv).proofs(printed.read(pdf)))


@pytest.mark.parametrize("cv", dict.fromkeys(fault.cv for fault in FAULTS))
def test_its_right_twin_is_silent(cv: str) -> None:
    assert said(cv, laid(cv).press()) == ()


@cache
def expected() -> dict[str, tuple[str, ...]]:
    """Return what is to be said of each fault, by its name."""
    blocks = (builds.CASES / "broken-pdfs.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    rows = [block.split("\n    ") for block in blocks]
    return {name: tuple(says) for name, *says in rows}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_broken_pdf(fault: Fault) -> None:
    assert said(fault.cv, fault.make(laid(fault.cv))) == expected()[fault.name]


def test_every_proof_is_heard_here() -> None:
    heard = {line.split()[2].rstrip(":") for says in expected().values() for line in says}
    silent = {"left-out", "private-field-leaks"}  # not of the PDF; tests/test_variants.py
    assert heard == {rule.id for rule in rules.load("proofs")} - silent
    assert list(expected()) == [fault.name for fault in FAULTS]
