"""What is asked of a bibliography is there: the entries of these keys, types and keywords.

A paper whose key is misspelt is missing on the page, and nothing else tells. An entry that is to
inherit from another (`crossref`) has neither venue nor year without it.

Bad:
    sections:
      - title: Publications
        publications: {bibliography: papers.bib, keys: [salt, ledger]}
      - title: Books
        publications: {bibliography: papers.bib, types: bok}
      - title: Selected
        publications: {bibliography: papers.bib, keywords: selected}
Bib:
    @book{salt, author = {Example, Ada}, title = {Salt Roads}, year = 2022}
    @inproceedings{oak, author = {Ada Example}, title = {Oaks}, crossref = {trade}}
Says:
    3:59 error bib-entry-missing: There is no entry ledger in papers.bib.
    5:53 error bib-entry-missing: No entry of papers.bib is of type bok.
    7:34 error bib-entry-missing: No entry of papers.bib is chosen by this.
Bad:
    sections:
      - title: Publications
        publications: {bibliography: papers.bib}
Bib:
    @inproceedings{oak, author = {Ada Example}, title = {Oaks}, crossref = {trade}}
Says:
    papers.bib:1:72 error bib-entry-missing: Its parent trade is missing.
Good:
    sections:
      - title: Publications
        publications: {bibliography: papers.bib, keys: [oak], types: [inproceedings]}
Bib:
    @inproceedings{oak, author = {Ada Example}, title = {Oaks}, crossref = {trade}}
    @proceedings{trade, title = {Proceedings of the Trade Conference}, year = 2022}
Silence:
    `checks: {ignore: [bib-entry-missing]}`, or `ignore: [bib-entry-missing]` on the section.
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
    """Yield a problem for each wish that no entry fulfils."""
    yield from faults(document, "bib-entry-missing")
