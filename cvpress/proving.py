"""The last arrow: a PDF, of ours or from elsewhere, is held against its CV."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from cvpress import __version__, letters, origin, runner, theme, variants, view
from cvpress.checking import Checked, check
from cvpress.errors import UsageError
from cvpress.files import read_input
from cvpress.finding import Finding
from cvpress.pages import laid_out
from cvpress.printed import MAX_BYTES, apart
from cvpress.printed.model import Printed
from cvpress.proofs.reading import compare
from cvpress.proofs.scope import foreign
from cvpress.schema import tongues
from cvpress.settings import Wishes
from cvpress.source.document import Document
from cvpress.theme import Theme
from cvpress.view.model import View


def proved(checked: Checked, facts: Printed, page: View) -> list[Finding]:
    """Run every proof that the CV left on."""
    document, settings = checked.document, checked.settings
    return runner.run("proofs", document, settings, lambda rule: rule.judge(facts, page))


@dataclass(frozen=True, slots=True)
class Proved:
    """A PDF held against its CV. `compared`: how many texts; `foreign`: made by another tool.

    `origin`: a sentence that tells whether it was made from this very CV, "" of a foreign one.

    `unread`: the CV has errors, so that there is nothing to hold the PDF against.
    """

    document: Document
    findings: tuple[Finding, ...]
    pages: int = 0
    compared: int = 0
    foreign: bool = False
    unread: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Which:
    """Which page of a CV a PDF is of.

    `look`: its theme, "" for the one the CV names. `letter`: None for the CV, "" for the letter in
    it, else the file of a letter.
    """

    look: str = ""
    variant: str = ""
    lang: str = ""
    letter: str | None = None


def prove(pdf: str, path: str, wishes: Wishes, which: Which) -> Proved:
    """Read a PDF back and hold it against a page of a CV. Raises UsageError."""
    with apart.reader() as read:
        checked, page = expected(path, wishes, which)
        if page is None:
            errors = tuple(finding for finding in checked.findings if finding.severity == "error")
            return Proved(checked.document, errors, unread=True)
        _, facts = read_back(pdf, read)
    found = proved(checked, facts, page)
    compared = compare(facts, page).compared
    alien = foreign(facts)
    said = "" if alien else _origin(facts, checked, page, which)
    pages = len(facts.pages)
    return Proved(checked.document, tuple(found), pages, compared, alien, origin=said)


def expected(path: str, wishes: Wishes, which: Which) -> tuple[Checked, View | None]:
    """Return a CV, or the file of its letter, and the page that is meant.

    The page is None where there are errors. Raises UsageError.
    """
    cv = check(path, wishes)
    told = letters.check(which.letter, cv) if which.letter and not _wrong(cv) else cv
    if _wrong(told):
        return told, None
    posted = which.letter is not None
    document = letters.put(cv.document, told.document) if which.letter else cv.document
    if posted and not letters.there(document):
        raise UsageError(f"{document.name} has no letter.", "Name its file: --letter FILE.")
    whole = replace(cv, document=document)
    look = _theme(cv.document, which.look, which.variant)
    return told, laid_out(whole, look, which.variant, lang=which.lang, letter=posted)


def _wrong(checked: Checked) -> bool:
    return any(finding.severity == "error" for finding in checked.findings)


def _origin(facts: Printed, checked: Checked, page: View, which: Which) -> str:
    """Tell whether a PDF of ours was made from this CV as it stands now."""
    name, mark = checked.document.name, facts.metadata[origin.KEY]
    maker = origin.version(facts.metadata)
    if not mark:
        return "It does not say which CV it was made from."
    if mark == origin.fingerprint(page):
        return f"It was made from {name} as it stands."
    others = () if which.letter else _others(checked, which.look)
    for words, other in others:
        if mark == origin.fingerprint(other):
            return f"It was made from {name} as it stands, {words}."
    if maker != __version__:
        return f"cvpress {maker} made it; {__version__} can't tell from which state of {name}."
    return f"It was made from another state of {name}, or in another theme."


def _others(checked: Checked, look: str) -> Iterator[tuple[str, View]]:
    """Yield every page that a CV makes, with words that name it."""
    document = checked.document
    kinds = (False, True) if letters.there(document) else (False,)
    asked = product(("", *variants.names(document)), tongues.locales(document), kinds)
    for variant, tag, letter in asked:
        with suppress(UsageError):  # the theme of a variant that nobody asked for is not there
            found = _theme(checked.document, look, variant)
            page = laid_out(checked, found, variant, lang=tag, letter=letter)
            yield _named(variant, tag, letter), page


def _theme(document: Document, look: str, variant: str) -> Theme:
    """Return the theme `look`, or the one that the CV, or its variant, names."""
    wanted = look or view.design(variants.select(document, variant)).theme
    return theme.find(wanted, Path(document.name).parent)


def _named(variant: str, tag: str, letter: bool) -> str:
    what = f"its variant {variant}" if variant else "the whole of it"
    return f"{'the letter of ' * letter}{what}, in {tag}"


def read_back(path: str, read: apart.Read) -> tuple[bytes, Printed]:
    """Return the bytes of a PDF and what is read in it, apart. Raises UsageError."""
    data = read_input(path, "Name a PDF.", MAX_BYTES + 1)
    try:
        return data, read(data)
    except UsageError as error:
        raise UsageError(f"{path}: {error.message}", error.help) from None
