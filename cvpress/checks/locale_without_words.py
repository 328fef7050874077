"""The tool has no words of its own in the language of this CV.

Months, “present”, labels and status words then print in English, beside texts in another language.
Languages with words: English, German, French, Spanish and Chinese. It is told for information only,
since `labels` and `date_style: numeric` can do without them.

Bad:
    person: {name: Ada Esempio}
    locale: it
Says:
    2:9 info locale-without-words: Dates and labels print in English, for want of words in “it”.
Good:
    person: {name: Ada Beispiel}
    locale: de-AT
Silence:
    `checks: {ignore: [locale-without-words]}`, once `labels` says them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import locales
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem at `locale` where there is no table for it."""
    tag = settings.locales[0]
    if not locales.known(tag):
        yield Problem(
            "/locale",
            f"Dates and labels print in English, for want of words in “{tag}”.",
            help="Write your own under `labels`, and take `date_style: numeric`.",
        )
