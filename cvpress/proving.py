"""The last arrow: a PDF, of ours or from elsewhere, is held against its CV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import fitting, languages, overlay, printed, runner, theme, variants, view
from cvpress.checking import Checked, check
from cvpress.engines.glyphs import dressed
from cvpress.errors import UsageError
from cvpress.files import read_input
from cvpress.finding import Finding
from cvpress.printed.model import Printed
from cvpress.proofs.reading import compare
from cvpress.proofs.scope import foreign
from cvpress.settings import Wishes
from cvpress.source.document import Document
from cvpress.theme import Theme
from cvpress.view.model import View


def laid_out(
    checked: Checked,
    look: Theme,
    variant: str = "",
    extra: Document | None = None,
    left_out: frozenset[str] = frozenset(),
    lang: str = "",
    letter: bool = False,
) -> View:
    """Return the page of a CV, of a variant, or of its letter, in a theme and a language.

    `extra`: its private fields; `left_out`: paths of entries and bullets; `lang` "": the variant's,
    else the CV's first. Raises UsageError.
    """
    whole = overlay.put(checked.document, extra)
    tag = languages.asked(whole, lang or variants.language(whole, variant))
    shown = languages.choose(fitting.without(variants.select(whole, variant), left_out), tag)
    lay = view.build_letter if letter else view.build
    page = dressed(lay(shown, languages.speaking(checked.settings, tag), look.layout))
    private = variants.private(whole, variant)
    return replace(page, design=replace(page.design, theme=look.name), private=private)


def proved(checked: Checked, facts: Printed, page: View) -> list[Finding]:
    """Run every proof that the CV left on."""
    document, settings = checked.document, checked.settings
    return runner.run("proofs", document, settings, lambda rule: rule.judge(facts, page))


@dataclass(frozen=True, slots=True)
class Proved:
    """A PDF held against its CV. `compared`: how many texts; `foreign`: made by another tool.

    `unread`: the CV has errors, so that there is nothing to hold the PDF against.
    """

    document: Document
    findings: tuple[Finding, ...]
    pages: int = 0
    compared: int = 0
    foreign: bool = False
    unread: bool = False


def prove(
    pdf: str, path: str, wishes: Wishes, look: str, variant: str = "", lang: str = ""
) -> Proved:
    """Read a PDF back and hold it against a CV, or a variant of it.

    `look`: its theme, "" for the one the CV names.

    Raises UsageError.
    """
    checked = check(path, wishes)
    errors = tuple(finding for finding in checked.findings if finding.severity == "error")
    if errors:
        return Proved(checked.document, errors, unread=True)
    wanted = look or view.design(variants.select(checked.document, variant)).theme
    page = laid_out(checked, theme.find(wanted, Path(path).parent), variant, lang=lang)
    facts = _facts(pdf)
    found = proved(checked, facts, page)
    compared = compare(facts, page).compared
    return Proved(checked.document, tuple(found), len(facts.pages), compared, foreign(facts))


def _facts(path: str) -> Printed:
    data = read_input(path, "Name a PDF.")
    try:
        return printed.read(data)
    except UsageError as error:
        raise UsageError(f"{path}: {error.message}", error.help) from None
