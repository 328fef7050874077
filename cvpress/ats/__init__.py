"""What programs that take in CVs read: the text of a PDF as several of them copy it, and what can
be found again in it.

An applicant tracking system sees no page. It copies the text, and looks for a name, addresses,
headings, posts and dates by their shapes. `look` does the same, with programs that such systems
are built on, and states what came back. It gives no marks: nobody knows what a given system makes
of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cvpress import locales
from cvpress.ats.extractors import Copy, copies
from cvpress.ats.judging import Fact, judge
from cvpress.ats.marking import Marked, compare
from cvpress.ats.readback import Readback, read
from cvpress.printed.model import Printed
from cvpress.view.model import View

__all__ = ["Copy", "Fact", "Marked", "Readback", "Seen", "look"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A PDF as one program reads it.

    `found`: what it has in it by its shapes alone; `facts`: that held against the CV, () without
    one; `differences`: lines that differ from those of the first program.
    """

    copy: Copy
    found: Readback
    facts: tuple[Fact, ...]
    differences: tuple[Marked, ...]


def look(pdf: bytes, printed: Printed, page: View | None) -> tuple[list[Seen], list[str]]:
    """Read a PDF with each program that is here, PDFium first, and hold it against a CV.

    `page`: what the PDF should say, None where nothing tells. Returns what each program saw, and
    a sentence for each that can't be asked.
    """
    read_by, silent = copies(pdf, printed)
    words = locales.load(page.language if page else locales.DEFAULT)
    seen: list[Seen] = []
    for copy in read_by:
        found = read(copy.text, words)
        facts = judge(copy.text, found, page, words) if page else ()
        differs = compare(read_by[0].text, copy.text) if seen else ()
        seen.append(Seen(copy, found, tuple(facts), tuple(differs)))
    return seen, silent
