"""The pipeline: the only place that knows the order of the seven arrows.

    cv.yaml → Document → findings
                 └────→ View → .tex → .pdf → tagged → Printed → findings

It returns what came out; only the reports print, and only the command line exits. TeX is started
first and waits at its prompt while Python reads, checks and imports.

    model    what is asked for, and what comes out
    sheet    a page on its way, and the press that it is set with
    once     the page through TeX and the proofs
    again    … as often as it takes, until it fits
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cvpress import engines, fonts, letters, theme, variants, view
from cvpress.checking import Checked, fails, judge, private, read
from cvpress.engines import Chosen
from cvpress.errors import UsageError
from cvpress.pipeline.again import set_fitted, set_page
from cvpress.pipeline.model import CHECKS_FAILED, PROOFS_FAILED, TEX_FAILED, Built, Order
from cvpress.pipeline.sheet import Sheet, lay, opened
from cvpress.settings import Settings, Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document

__all__ = [
    "CHECKS_FAILED",
    "PROOFS_FAILED",
    "TEX_FAILED",
    "Built",
    "Order",
    "build",
    "build_letter",
]


def build(path: str, wishes: Wishes, order: Order) -> Built:
    """Check, typeset and prove a CV. Stops before TeX on an error; writes nothing.

    Raises UsageError, EngineMissing, TexFailed.
    """
    document = read(path, given=wishes.given)
    settings = _settings(document, wishes, order)
    shown = variants.select(document, order.variant)
    try:
        look = theme.find(order.theme or view.design(shown).theme, Path(path).parent)
    except UsageError:
        checked = judge(document, settings)
        if order.theme or not fails(checked.findings, order.strict):
            raise
        return Built(document, checked.findings, CHECKS_FAILED)
    font = view.design(shown, look.layout).font
    first = engines.choose(order.engine, "", font)
    with opened(first.engine, look, first.font) as press:
        checked = judge(document, settings)
        extra, wrong = private(order.overlay, wishes)
        checked = replace(checked, findings=(*checked.findings, *wrong))
        if fails(checked.findings, order.strict):
            return Built(document, checked.findings, CHECKS_FAILED)
        sheet = lay(checked, checked, look, order, extra)
        if _prints(first, sheet):
            return set_fitted(sheet, first, press)
    chosen = _chosen(sheet, font)
    with opened(chosen.engine, look, chosen.font) as press:
        return set_fitted(sheet.dressed(chosen.font), chosen, press)


def _settings(document: Document, wishes: Wishes, order: Order) -> Settings:
    """Return the settings; where the command line names a theme, the file's is no matter."""
    settings = read_settings(document, wishes)
    if not order.theme:
        return settings
    return replace(settings, deselect=(*settings.deselect, "theme-missing"))


def _prints(chosen: Chosen, sheet: Sheet) -> bool:
    """Return whether an engine that is ready prints all of a page, in the page's own font."""
    page = sheet.page
    return page.design.font == chosen.font and not chosen.engine.unprintable(
        page.letters, chosen.font
    )


def _chosen(sheet: Sheet, wanted: str) -> Chosen:
    """Return the engine for a page, and say why its font is another than the one that is wanted."""
    page = sheet.page
    chosen = engines.choose(sheet.order.engine, page.letters, page.design.font)
    if chosen.font == wanted or chosen.font not in fonts.FONTS:
        return chosen
    lacking = engines.spoken(chosen.engine.unprintable(page.letters, wanted)[0])
    why = f"{chosen.why} Set in {chosen.font}, as {wanted} has no {lacking}."
    return chosen._replace(why=why)


def build_letter(cv: Checked, wishes: Wishes, order: Order, file: str = "") -> Built:
    """Typeset and prove the letter of a CV that was built: its own, or that of a file.

    Its findings are of the file that it stands in. Raises as `build` does.
    """
    letter = letters.check(file, cv) if file else cv
    if fails(letter.findings, order.strict):
        return Built(letter.document, letter.findings, CHECKS_FAILED)
    whole = replace(cv, document=letters.put(cv.document, letter.document)) if file else cv
    asked = order.theme or view.design(variants.select(cv.document, order.variant)).theme
    look = theme.find(asked, Path(cv.document.name).parent)
    extra, _ = private(order.overlay, wishes)
    sheet = lay(letter, whole, look, order, extra, letter=True)
    chosen = engines.choose(order.engine, sheet.page.letters, sheet.page.design.font)
    with opened(chosen.engine, look, chosen.font) as press:
        return set_page(sheet.dressed(chosen.font), chosen, press)
