"""A heading stands at the foot of a page, and what it is the heading of begins on the next one.

Who reads the page finds a title with nothing below it, and on the next one entries without a title.
Silent where the CV itself asks for the break (`new_page`), and in a PDF that was made elsewhere.

Bad:
    sections:
      - title: Skills
        bullets: [Palaeography]
      - title: Tongues
        bullets: [Ancient Greek, Latin, Old Norse, Gothic]
Printed:
    Ada Example
    Skills
    • Palaeography
    Tongues
    [page]
    • Ancient Greek
    • Latin
    • Old Norse
    • Gothic
Says:
    4:12 warning orphan-heading: “Tongues” stands at the foot of page 1, its first line on page 2.
Good:
    sections:
      - title: Skills
        bullets: [Palaeography]
      - title: Works
        sections:
          - {title: Paintings, new_page: true, bullets: [Quiet Weights, Salt Roads, Thin Ice, Dust]}
Printed:
    Ada Example
    Skills
    • Palaeography
    Works
    [page]
    Paintings
    • Quiet Weights
    • Salt Roads
    • Thin Ice
    • Dust
Silence:
    `checks: {ignore: [orphan-heading]}`, `ignore: [orphan-heading]` on the section, or
    `# cvpress: ignore orphan-heading` on the line of the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.parts import Part, parts
from cvpress.proofs.reading import compare
from cvpress.proofs.saying import quoted
from cvpress.view.model import View

SEVERITY = "warning"
ON = True
FAMILY = "proofs"
LANGUAGES = None
HELP = "The theme should keep them together; `new_page: true` on the section moves both."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each heading that is parted from what follows; of headings in a row the first."""
    if len(printed.pages) == 1:
        return
    places = compare(printed, view).places
    for row in _rows(view):
        first, last = (places.get(part.texts.start, ()) for part in (row[0], row[-1]))
        if not first or not last:
            continue
        page, later = printed.words[first[-1]].page, printed.words[last[0]].page
        if page < later:
            what = f"{quoted(row[0].name)} stands at the foot of page {page}"
            yield Problem(row[0].path, f"{what}, its first line on page {later}.", help=HELP)


def _rows(view: View) -> Iterator[list[Part]]:
    """Yield the headings that stand one above the other, with the part that they are above."""
    row: list[Part] = []
    for part in parts(view):
        if part.forced or (row and part.section != row[0].section):
            row = []
        row.append(part)
        if part.kind != "heading":
            if len(row) > 1:
                yield row
            row = []
