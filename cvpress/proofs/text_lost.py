"""A text of the CV is not on the printed page.

What was written must be printed. A word gets lost where a font lacks a letter of it, a theme
forgets a field, or a box is cut off. Only words that are wholly missing are told here: one whose
letters came out as others is `text-garbled`. Separators, line breaks and page breaks don't count,
nor do the words that the tool prints itself unless they are missing, too. In a PDF that was made
elsewhere, a text is looked for anywhere on the page as it is written in the CV (no dates). Where
nearly all is missing, or most of it in a PDF of ours that names another author, the PDF is a scan,
or of another CV: that is one finding, and the only one.

Bad:
    sections:
      - title: Skills
        bullets: [Ancient Greek, Palaeography of Latin charters]
Printed:
    Ada Example
    Skills
    • Ancient Greek
    • Palaeography of charters
Says:
    3:46 error text-lost: The printed page lacks “Latin”.
Bad:
    sections:
      - title: Skills
        bullets: [Ancient Greek, Latin, Old Norse]
Printed:
    [creator: Another Tool 1.0]
    Skills
    Ada Example
    • ANCIENT GREEK
    • Latin
Says:
    3:37 error text-lost: The printed page lacks “Old Norse”.
Bad:
    sections:
      - title: Skills
        bullets: [Ancient Greek, Latin, Old Norse, Gothic, Dutch]
    design: {page_numbers: true}
Printed:
    Ada Example
    Skills
    • Ancient Greek
    Ada Example · Page 1 of 3
    [page]
    • Latin
    • Old Norse
    • Gothic
    • Dutch
    Ada Example · Page 2 of 2
Says:
    4:24 error text-lost: The printed page lacks “Ada Example · Page 1 of 2”.
Bad:
    person: {name: Ada Example}
Printed:
    [pages: 2]
    [creator: A Scanner]
Says:
    - error text-lost: No text can be read in the PDF.
Good:
    sections:
      - title: Skills
        bullets: [Ancient Greek, Palaeography of Latin charters, Files, Maps, Coins]
Printed:
    Ada Example
    Skills
    • Ancient Greek
    • Palaeography of
    [page]
    1 / 2 Ada Example
    Latin
    charters
    • Files
    • Maps
    • Coins
Silence:
    `checks: {ignore: [text-lost]}`, `ignore: [text-lost]` on the entry, or
    `# cvpress: ignore text-lost` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.comparison import Comparison
from cvpress.proofs.reading import compare
from cvpress.proofs.saying import shortened, visible
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None
_HELP = "Build an older PDF anew; if it is new, the theme or its font drops this text."


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield what is missing of each text; texts that are missing side by side are one problem."""
    comparison = compare(printed, view)
    if comparison.alien:
        yield _alien(comparison, bool(printed.words))
    for path, group in groupby(comparison.lost, lambda difference: difference.path):
        lost = list(group)
        want, rest = shortened(" … ".join(difference.want for difference in lost))
        after = "word" if rest == 1 else f"{rest} words"
        more = f" and the {after} after it" if rest else ""
        yield Problem(
            path,
            f"The printed page lacks “{want}”{more}.",
            help=_there(lost[0].around) + _HELP,
            word=lost[0].want,
        )


def _there(around: str) -> str:
    return f"A program copies “{visible(around)}” there. " if around else ""


def _alien(comparison: Comparison, readable: bool) -> Problem:
    if not readable:
        help = "A scan or a picture can't be searched or copied: make a PDF of the text itself."
        return Problem("", "No text can be read in the PDF.", help=help)
    missing = f"{comparison.missing} of {comparison.compared} texts are missing"
    help = "Name the CV that it was made from with --source, and its variant or language."
    return Problem("", f"The PDF is hardly of this CV: {missing}.", help=help)
