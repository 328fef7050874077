"""Which PDFs are ours, and what can be asked of one that was made elsewhere (DESIGN 3.2, `prove`).

On a page of ours every text is known, with its order, the words that the tool prints itself, and
its links. A page made elsewhere has the CV's texts in another layout, with other labels and its own
way to write dates. There a proof of the text asks for what stands in the CV as written, and nothing
else: each text, anywhere on the page, whatever its case, dashes and quotes. Order, margins within
the page and the wording of the metadata are the other tool's choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.printed.model import Printed
from cvpress.view.model import View
from cvpress.view.words import Run, Words

OURS = "cvpress"
_COMPOSED = frozenset({"start", "end", "date", "expires"})  # dates are printed in a theme's style

_LABELLED = frozenset({"doi", "arxiv", "orcid", "username"})  # the tool prints whose it is


def foreign(printed: Printed) -> bool:
    """Return whether a PDF was made by another tool: ours name cvpress as their creator."""
    return not printed.metadata.get("Creator", "").startswith(OURS)


def written(view: View) -> Iterator[Words]:
    """Yield the texts that print as they are written in the CV: no labels, signs or dates."""
    for words in view.words():
        ends = words.path.split("/")[-2:]
        if words.path and not _COMPOSED.intersection(ends):
            yield _value(words) if _LABELLED.intersection(ends) else words


def _value(words: Words) -> Words:
    """Return a labelled value without its label: “GitHub: ada”, “doi:10.1000/182”."""
    label, colon, value = words.plain.replace("：", ":").partition(":")
    return Words((Run(value.strip() if colon else label),), words.path)
