"""A colour of the design is too pale to be read on white paper.

Grey on grey is skipped by tired eyes, lost by printers and scanners, and fails the least that
accessibility asks of text: a contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3). Silent for
whatever reaches it, and for a colour that isn't one.

Bad:
    design: {colors: {muted: BBBBBB}}
Says:
    1:26 warning low-contrast: This colour has a contrast of 1.9 to 1 on white; text needs 4.5.
Good:
    design: {colors: {muted: "#555555", accent: 1F4E79}}
Silence:
    `checks: {ignore: [low-contrast]}`, or `# cvpress: ignore low-contrast` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

LEAST = 4.5
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each colour, of the design or of a variant's, whose contrast with white is low."""
    for path, node in document.nodes.items():
        if not path.endswith("/design/colors") or not isinstance(node, Mapping):
            continue
        for value in node.items.values():
            match = _COLOR.fullmatch(value.text.strip()) if isinstance(value, Scalar) else None
            if match and (ratio := contrast(match[1])) < LEAST:
                yield Problem(
                    value.path,
                    f"This colour has a contrast of {ratio:.1f} to 1 on white; text needs {LEAST}.",
                    help="Take a darker one.",
                )


def contrast(digits: str) -> float:
    """Return the contrast of a colour with white, 1 to 21 (WCAG 2.2, contrast ratio)."""
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    """Return the light of one channel of sRGB (WCAG 2.2, relative luminance)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
