"""The tool has the words of the language that a CV is written in.

It needs them for two things. Months, “present”, labels and status words print in English where it
has none of its own; docs/languages.md lists the 27 languages whose words it has. And other
languages than English are spelled with a Hunspell dictionary, which your system, the extra `spell`
or a package has; without one, unknown words go by in silence. Both are told for information only.
Languages that are written without spaces have no spelling to miss, and a title or two in another
language than the CV's (`lang`) are not worth a dictionary.

Bad:
    person: {name: Ada Sýnishorn}
    locale: is
Says:
    2:9 info locale-without-words: Dates and labels print in English, for want of words in “is”.
    2:9 info locale-without-words: Spelling in “is” is not checked, for want of a dictionary.
Good:
    sections:
      - title: Publications
        publications: [{title: Le réseau des glaciers, lang: fr}]
    locale: en-GB
Silence:
    `checks: {ignore: [locale-without-words]}`, once `labels` says them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import locales
from cvpress.checks import _foreign
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem at `locale` or `lang` for what is printed in English, and for what is not
    spelled."""
    tag = settings.locales[0]
    if not locales.known(tag) and not document.spoken:
        yield Problem(
            "/locale",
            f"Dates and labels print in English, for want of words in “{tag}”.",
            help="Write your own under `labels`, and take `date_style: numeric`.",
        )
    for one in _foreign.read(document, settings).unspelled:
        want = "the extra `spell`" if one.library else "a dictionary"
        yield Problem(
            one.path,
            f"Spelling in “{one.tag}” is not checked, for want of {want}.",
            help=_library() if one.library else _dictionary(one.tag),
        )


def _dictionary(tag: str) -> str:
    language = tag.partition("-")[0]
    return (
        f"Install one (Debian's hunspell-{language}, or npm's dictionary-{language} and name its "
        "folder by `--dictionaries`)."
    )


def _library() -> str:
    return "Install cvpress with the extra `spell`, which brings Hunspell itself."
