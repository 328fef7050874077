"""A font is not in the PDF, or its letters are only pictures.

Without the font in the file, another machine puts its own in place: letters run together, and some
are missing. In a font of pictures (Type 3) the letters are coarse on screen and mostly can't be
searched or copied.

Bad:
    person: {name: Ada Example}
Printed:
    [font: Arial, not embedded]
    [font: Type 3]
    Ada Example
    About
    A first line.
Says:
    - error font-not-embedded: The PDF has a font without a name whose letters are only pictures.
    - error font-not-embedded: The font “Arial” is not in the PDF; other machines print another.
Good:
    person: {name: Ada Example}
Printed:
    [font: SourceSansPro-Regular]
    Ada Example
    About
    A first line.
Silence:
    `checks: {ignore: [font-not-embedded]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.view.model import View

SEVERITY = "error"
ON = True
FAMILY = "proofs"
LANGUAGES = None


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield one problem for each font that is missing or drawn."""
    for font in printed.fonts:
        if not font.embedded:
            yield Problem(
                "",
                f"The font “{font.name}” is not in the PDF; other machines print another.",
                help="Choose a font that the TeX engine can put into the PDF.",
            )
    if any(font.type3 for font in printed.fonts):
        yield Problem(
            "",
            "The PDF has a font without a name whose letters are only pictures.",
            help="TeX makes such a font where it finds no outlines; choose another font.",
        )
