"""Which page of a CV is meant: a variant of it, or its letter, in a theme and a language."""

from __future__ import annotations

from dataclasses import replace

from cvpress import fitting, languages, overlay, variants, view
from cvpress.checking import Checked
from cvpress.engines.glyphs import dressed
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
