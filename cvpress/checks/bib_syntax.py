"""A .bib is written as BibTeX reads it: braces match, commas part fields, strings are defined.

BibTeX skips what it can't read and goes on in the middle of something else: an entry loses its
year, or the next one is gone. Also told are names that are parted by commas, LaTeX that can't be
read, and a file that is not UTF-8. Each fault is told at its line of the .bib. Of entries that no
section shows only broken braces are told, since they may hide others. An `@comment{…}` hides what
is in it.

Bad:
    sections:
      - title: Publications
        publications: {bibliography: papers.bib}
Bib:
    @book{salt,
      author = {Example, Ada}
      title = {Salt Roads},
      year = 2022,
    }
    @article{wool, author = {Example, Ada}, title = {Wool}, journal = jts, year = 2023}
    @article{tin, author = {Example, A., Zhu, K., Zhao, Y.}, title = {Tin}, year = 2024}
    @article{glass, author = {Example, Ada}, title = {Glass {Roads}, year = 2025}
Says:
    papers.bib:3:3 error bib-syntax: A comma is missing before this field.
    papers.bib:6:67 error bib-syntax: No @string is called jts.
    papers.bib:7:24 error bib-syntax: There are too many commas in this name.
    papers.bib:8:50 error bib-syntax: This value is never closed.
Good:
    person: {name: Ada Example, also_known_as: [A. Example]}
    sections:
      - title: Publications
        publications: {bibliography: papers.bib}
Bib:
    @string{jts = {Journal of Trade}}
    @comment{@article{old, title = {Never}}
    }
    @article{wool, author = {Example, A. and Zhu, K.}, title = "The {W}ool", journal = jts # " A"}
Silence:
    `checks: {ignore: [bib-syntax]}`, but part of an entry may be missing on the page then.
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
    """Yield a problem for each place where a .bib is broken."""
    yield from faults(document, "bib-syntax")
