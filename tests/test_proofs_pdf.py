"""Every proof is silent on right PDFs, which other readers copy alike; see test_broken_pdfs."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO, StringIO

import builds
import pytest
from need import need
from pdfminer.converter import TextConverter
from pdfminer.high_level import extract_text
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from cvpress import printed, tagged

pytestmark = pytest.mark.tex

ENGINES = ("embedded", "latexmk")
CASES = ("seed-clean", "hard", "nurse-fr", "long")


# Right pages


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("look", builds.OURS)
@pytest.mark.parametrize("name", CASES)
def test_a_right_page_is_silent(name: str, look: str, engine: str) -> None:
    page = printed.read(builds.pdf(name, look, engine))
    found = builds.case(name, look).proofs(page)
    assert [(finding.id, finding.path, finding.message) for finding in found] == []
    assert len(page.words) > 100


@pytest.mark.parametrize("font", ["source-sans", "latin-modern", "charter"])
def test_bold_words_of_a_line_that_is_just_full_stay_apart(font: str) -> None:
    words = "Effect of the test for staff of the first half of it to test if the rest of the best"
    heads = [{"name": f"{words} of it to the left {'i' * length}"} for length in range(60)]
    sections = [{"title": "Projects", "projects": heads}]
    cv = {"person": {"name": "Ada Example"}, "sections": sections, "design": {"font": font}}
    laid = builds.lay(json.dumps(cv), "modern")
    told = {what for what, _ in laid.told(tagged.finish(laid.press()))}
    assert told <= {"too-many-pages", "last-page-nearly-empty"}


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


@pytest.mark.parametrize("finish", [bytes, tagged.finish], ids=["untagged", "tagged"])
@pytest.mark.parametrize("look", builds.OURS)
def test_other_readers_copy_the_same(look: str, finish: Callable[[bytes], bytes]) -> None:
    pdf = finish(builds.pdf("seed-clean", look))
    ours = [unicodedata.normalize("NFC", word.text) for word in printed.read(pdf).words]
    for how in ([], ["-raw"], ["-layout"]):
        poppler = [need("pdftotext"), *how, "-", "-"]
        done = subprocess.run(poppler, input=pdf, capture_output=True, check=True)
        copied = done.stdout.decode()
        assert (_by_columns(copied) if how == ["-layout"] else _words(copied)) == ours, how
    assert _miner(pdf) == "".join(ours)
    assert sorted(_words(extract_text(BytesIO(pdf)))) == sorted(ours)  # its columns have an order
