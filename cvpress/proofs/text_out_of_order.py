"""A text is copied from the page at another place than where it stands in the CV.

Programs read a page in the order in which it was printed into the PDF, not by where the eye finds
things. With columns, boxes and fields at the margin a date can end up under another employer. What
stands side by side and is moved together is one finding. A PDF that was made elsewhere has its own
order and is not judged.

Bad:
    sections:
      - title: Tongues
        bullets: [Ancient Greek, Latin]
      - title: Skills
        bullets: [Palaeography, Files]
Printed:
    Ada Example
    Skills
    • Palaeography
    • Files
    Tongues
    • Ancient Greek
    • Latin
Says:
    4:12 error text-out-of-order: “Skills” and 2 more texts come after “Ada Example”, not “Latin”.
Bad:
    sections:
      - title: Service
        service: [{title: Reviewer, date: 2020}, {title: Editor, date: 2021}]
Printed:
    Ada Example
    Service
    Reviewer
    Editor
    2020
    2021
Says:
    3:39 error text-out-of-order: “2020” comes after “Editor”, not “Reviewer”.
Good:
    sections:
      - title: Service
        service: [{title: Reviewer, date: 2020}, {title: Editor, date: 2021}]
Printed:
    Ada Example
    Service
    Reviewer    2020
    Editor    2021
Silence:
    `checks: {ignore: [text-out-of-order]}`, `ignore: [text-out-of-order]` on the entry, or
    `# cvpress: ignore text-out-of-order` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.reading import compare
from cvpress.proofs.saying import quoted
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield each group of texts that stand elsewhere."""
    for move in compare(printed, view).moved:
        others = move.count - 1
        what = f" and {others} more text{'s' if others > 1 else ''} come" if others else " comes"
        after, instead = (quoted(text) if text else "" for text in (move.after, move.instead))
        where = f" after {after}" if after else " first"
        yield Problem(
            move.path,
            f"{quoted(move.text)}{what}{where}, not {instead or 'first'}.",
            help="Programs read the page in this order. Print in the order of the CV.",
        )
