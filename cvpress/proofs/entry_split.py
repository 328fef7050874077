"""A page break parts an entry so that its head, or a single line of it, stands alone.

An employer at the foot of a page and all that was done there on the next one, or one last line at
the head of a page, read as if something were missing. An entry that is parted elsewhere is none: a
long one has to be. Silent in a PDF that was made elsewhere.

Bad:
    sections:
      - title: Education
        education:
          - {institution: KU Leuven, degree: PhD, date: 2010, highlights: [Read charters.]}
          - {institution: University of Graz, degree: MA, date: 2006, highlights: [Read Greek.]}
Printed:
    Ada Example
    Education
    KU Leuven
    PhD    2010
    [page]
    • Read charters.
    University of Graz
    MA    2006
    • Read Greek.
Says:
    4:23 warning entry-split: The head of “KU Leuven” stands alone at the foot of page 1.
Bad:
    sections:
      - title: Projects
        projects:
          - {name: Salt Roads, date: 2010, highlights: [Mapped the roads., Dated the salt.]}
          - {name: Old Wells, date: 2008, highlights: [Dug., Drew.]}
Printed:
    Ada Example
    Projects
    Salt Roads    2010
    • Mapped the roads.
    [page]
    • Dated the salt.
    Old Wells    2008
    • Dug.
    • Drew.
Says:
    4:16 warning entry-split: The last line of “Salt Roads” stands alone at the top of page 2.
Good:
    sections:
      - title: Projects
        projects:
          - {name: Salt Roads, date: 2010, highlights: [Mapped the roads., Dated the salt.]}
          - {name: Old Wells, date: 2008, highlights: [Dug., Drew., Wrote it down., Told.]}
Printed:
    Ada Example
    Projects
    Salt Roads    2010
    • Mapped the roads.
    • Dated the salt.
    Old Wells    2008
    • Dug.
    Ada Example 1 / 2
    [page]
    • Drew.
    • Wrote it
    down.
    • Told.
    Ada Example 2 / 2
Silence:
    `checks: {ignore: [entry-split]}`, `ignore: [entry-split]` on the entry, or
    `# cvpress: ignore entry-split` on the line where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.lines import lines
from cvpress.proofs.saying import quoted
from cvpress.proofs.standing import Standing, standing
from cvpress.view.model import View

SEVERITY = "warning"
ON = True
FAMILY = "proofs"
LANGUAGES = None
HELP = "The theme should keep them together; a longer or shorter text moves the break."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each entry that is parted badly, and each of several roles in one."""
    if len(printed.pages) == 1:
        return
    for one in standing(printed, view):
        if one.part.kind in ("entry", "role"):
            fault = _fault(one, printed)
            if fault:
                yield Problem(one.part.path, fault, help=HELP)


def _fault(entry: Standing, printed: Printed) -> str:
    """Return what is wrong with the way in which an entry is parted, "" where nothing is."""
    pages = {printed.words[word].page for word in entry.words}
    if len(pages) < 2:
        return ""
    name, foot, top = quoted(entry.part.name), min(pages), max(pages)
    if all(word in entry.head for word in entry.words if printed.words[word].page == foot):
        return f"The head of {name} stands alone at the foot of page {foot}."
    after = [word for word in entry.words if printed.words[word].page == top]
    if len(list(lines(printed, after))) == 1:
        return f"The last line of {name} stands alone at the top of page {top}."
    return ""
