"""The bibliography can be read: a .bib file beside the CV or below.

A section that takes its publications from a file is empty without it. Told are also a file of more
than 8 MB, and a path that leads out of the folder of the CV: it would be broken on every other
machine.

Bad:
    sections:
      - title: Publications
        publications: {bibliography: no-such-papers.bib}
Says:
    3:34 error bib-missing: There is no such file beside the CV.
Bad:
    sections:
      - title: Publications
        publications: {types: [article]}
    bibliography: {file: ../papers.bib}
Says:
    4:22 error bib-missing: A bibliography lies beside the CV or below.
Good:
    person: {name: Ada Example}
    sections:
      - title: Publications
        publications: {bibliography: papers.bib}
Bib:
    @book{salt, author = {Example, Ada}, title = {Salt Roads}, year = 2022}
Silence:
    `checks: {ignore: [bib-missing]}`; the page is printed without these publications then.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "bibliography"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each .bib that can't be read."""
    yield from faults(document, "bib-missing")
