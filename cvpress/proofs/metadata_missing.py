"""The PDF doesn't say its title, its author or its language.

The title stands in the window and in search results, the author in document systems; a screen
reader chooses its voice by the language. Of our own PDFs they must be the CV's.

Bad:
    person: {name: Ada Example}
Printed:
    [title: ]
    [language: ]
    Ada Example
    About
    A first line.
Says:
    - warning metadata-missing: The PDF doesn't say its title and its language.
Good:
    person: {name: Ada Example}
Printed:
    Ada Example
    About
    A first line.
Silence:
    `checks: {ignore: [metadata-missing]}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.printed.model import Printed
from cvpress.proofs.reading import another
from cvpress.proofs.scope import foreign
from cvpress.view.model import View

SEVERITY = "warning"
ON = True
FAMILY = "proofs"
LANGUAGES = None


def check(printed: Printed, view: View) -> Iterator[Problem]:
    """Yield one problem for all that is missing, and one for each that says something else."""
    if another(printed, view):
        return
    wanted = {"Title": view.title, "Author": view.author, "Language": view.language}
    said = {field: printed.metadata.get(field, "") for field in wanted}
    missing = [f"its {field.lower()}" for field in wanted if not said[field]]
    if missing:
        yield Problem(
            "",
            f"The PDF doesn't say {' and '.join(', '.join(missing).rsplit(', ', 1))}.",
            help="The theme should hand them over to the PDF.",
        )
    for field, text in wanted.items():
        if said[field] and not foreign(printed) and not _same(field, said[field], text):
            yield Problem(
                "", f"The PDF says “{said[field]}” for its {field.lower()}, not “{text}”."
            )


def _same(field: str, said: str, text: str) -> bool:
    """Compare letters; of a language only its name: en-GB is English, too."""
    if field == "Language":
        said, text = said.partition("-")[0], text.partition("-")[0]
    return " ".join(said.split()).casefold() == " ".join(text.split()).casefold()
