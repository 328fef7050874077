"""A text in several languages lacks one that the file is written in.

The CV in that language then has a line in another. Silent for a text that is no map: it is meant
for all languages (a name, a number); and for a language whose key stands there with nothing behind
it: the text is left out there on purpose.

Bad:
    locale: [en, de]
    sections: [{title: {en: Education}, bullets: [Latin]}]
Says:
    2:20 warning translation-missing: This text has no “de”.
Good:
    locale: [en, de]
    sections:
      - title: {en: Education, de: Ausbildung}
        bullets: [Latin, {en: Ancient Greek, de: Altgriechisch}, {en: A note., de: }]
Silence:
    `checks: {ignore: [translation-missing]}`, `ignore: [translation-missing]` on the entry, or
    `# cvpress: ignore translation-missing` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.tongues import locales, maps
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "variants"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each language map that lacks languages of the file, one problem each."""
    for node in maps(document):
        missing = [tag for tag in locales(document) if tag not in node.items]
        if missing and len(missing) < len(locales(document)):
            told = ", ".join(f"“{tag}”" for tag in missing)
            help = f"Add {missing[0]}: with the text, or with nothing to leave it out there."
            yield Problem(node.path, f"This text has no {told}.", help=help)
