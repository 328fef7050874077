"""Text for a terminal of 80 columns."""

from __future__ import annotations

import re

from cvpress.reports.display import wrap

WIDTH = 80


def columns(first: str, text: str) -> str:
    """Return a text beside what stands before it, its further lines below its first."""
    return _filled(text, first, " " * len(first))


def prose(text: str) -> str:
    """Fill the paragraphs of a text anew; what is indented, or a list, keeps its lines."""
    return "\n\n".join(map(_paragraph, re.split(r"\n\s*\n", text)))


def _paragraph(text: str) -> str:
    if re.search(r"^(?: |[-*] )", text, re.MULTILINE):
        return text
    return _filled(" ".join(text.split()), "", "")


def _filled(text: str, first: str, others: str) -> str:
    """Break a text into lines, but not within `code`, which is to be copied."""
    whole = re.sub("`[^`]+`", lambda code: code[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    return wrap(whole, WIDTH, first, others).replace("\N{NO-BREAK SPACE}", " ")
