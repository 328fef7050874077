"""The file has the size of a CV: at most 512 KiB, 50,000 values, and 64 levels of lists and maps.

A CV of fifty pages has half of that. What is larger is another file by mistake, or was made
to keep the machine busy that builds it; it is not read.

Bad:
    sections: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
Says:
    1:74 error too-large: Lists and maps are nested more than 64 deep here.
Good:
    sections: [{title: Rivers, bullets: [{text: All, highlights: [{text: The Leie}]}]}]
Silence:
    Not at all: what is not read can't be built.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each place where the file is too large to be read."""
    yield from faults(document, "too-large")
