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

from collections.abc import Iterable, Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.saying import quoted
from cvpress.proofs.standing import Standing, standing
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
    for heading, below in _pairs(standing(printed, view)):
        if not heading.first or not below.first:
            continue
        page, later = (printed.words[at].page for at in (heading.first[-1], below.first[0]))
        if page < later:
            what = f"{quoted(heading.part.name)} stands at the foot of page {page}"
            what += f", its first line on page {later}."
            yield Problem(heading.part.path, what, help=HELP)


def _pairs(walk: Iterable[Standing]) -> Iterator[tuple[Standing, Standing]]:
    """Yield each heading, of several in a row the first, with the part that it is above."""
    heading: Standing | None = None
    for one in walk:
        if heading and (one.part.forced or one.part.section != heading.part.section):
            heading = None
        if one.part.kind == "heading":
            heading = heading or one
        elif heading:
            yield heading, one
            heading = None
