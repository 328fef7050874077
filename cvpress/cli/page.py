"""Text for a terminal of 80 columns."""

from __future__ import annotations

import re

from cvpress.reports.display import wrap

WIDTH = 80


def columns(first: str, text: str) -> str:
    """Return a text beside what stands before it, its further lines below its first."""
    return wrap(text, WIDTH, first, " " * len(first))


def prose(text: str) -> str:
    """Fill the paragraphs of a text anew; what is indented, or a list, keeps its lines."""
    return "\n\n".join(map(_paragraph, re.split(r"\n\s*\n", text)))


def _paragraph(text: str) -> str:
    if re.search(r"^(?: |[-*] )", text, re.MULTILINE):
        return text
    return wrap(" ".join(text.split()), WIDTH, "", "")
