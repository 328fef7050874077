"""A field that the language does not know is refused, so no word of yours is dropped in silence.

A misspelt field would print nothing, and nobody would see it until the CV is sent: `end_dat` turns
a finished job into one that goes on. Words that other tools use are known: `company` is answered
by organization. Where it is sure which field is meant, what stands below is judged at once, as if
the key were right.

Bad:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degre: PhD}]
Says:
    3:42 error unknown-key: There is no field of this name here.
Bad:
    person: {name: Ada Example, fullname: Ada}
    work: [A job]
Says:
    1:29 error unknown-key: There is no field of this name here.
    2:1 error unknown-key: There is no field of this name here.
Bad:
    locale: [en, nl]
    sections: [{title: {en: Education, de: Ausbildung}, bullets: [Latin]}]
Says:
    2:36 error unknown-key: This file is not written in “de”.
Good:
    locale: [en, nl]
    sections:
      - title: {en: Education, nl: Opleiding}
        education: [{institution: KU Leuven, degree: PhD}]
Silence:
    `checks: {ignore: [unknown-key]}`, but the field prints nothing then. What has no field of its
    own goes under `details`: a label and a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.tongues import locales, strange_keys
from cvpress.schema.validation import under
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each field that is not in the schema."""
    yield from under(document, "unknown-key")
    known = ", ".join(locales(document))
    for node, key in strange_keys(document):
        yield Problem(
            f"{node.path}/{key.text}",
            f"This file is not written in “{key.text}”.",
            key=True,
            help=f"Its languages are told at the top: locale: [{known}, {key.text}].",
        )
