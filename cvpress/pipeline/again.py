"""Has a page set as often as it takes: until it fits, until its feet tell how many pages came."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from cvpress import fitting, variants
from cvpress.engines import Chosen
from cvpress.engines.base import Press
from cvpress.pages import laid_out
from cvpress.pipeline.model import Built
from cvpress.pipeline.once import set_once
from cvpress.pipeline.sheet import Sheet, opened
from cvpress.view.model import View

_WRITTEN = re.compile(r"Output written on .*?\((\d+) pages?", re.DOTALL)


def set_fitted(sheet: Sheet, chosen: Chosen, press: Press) -> Built:
    """Make the page fit its pages where the CV asks for it, then print it. Raises EngineMissing."""
    if not (sheet.page.design.fit and sheet.page.design.max_pages):
        return set_page(sheet, chosen, press)
    variant = sheet.order.variant

    def lay(left_out: frozenset[str]) -> View:
        page = laid_out(
            sheet.checked, sheet.look, variant, sheet.private, left_out, sheet.order.lang
        )
        return page.dressed(sheet.page.design.font)

    shown = variants.select(sheet.checked.document, variant)
    fit = fitting.fit(shown, sheet.look, lay, partial(_pages, sheet, chosen))
    built = set_page(replace(sheet, page=fit.page), chosen, press)
    return replace(built, why=f"{built.why} {fit.said}".rstrip())


def _pages(sheet: Sheet, chosen: Chosen, page: View) -> int:
    """Set a page and return how many pages that makes; 0 where TeX failed, which is told later."""
    from cvpress import render

    with opened(chosen.engine, sheet.look, page.design.font) as press:
        said = _WRITTEN.search(press.press(render.body(page, sheet.look), page.files()).log)
    return int(said[1]) if said else 0


def set_page(sheet: Sheet, chosen: Chosen, press: Press) -> Built:
    """Set a page; once more where its feet tell another number of pages than came out.

    Raises EngineMissing.
    """
    built, foot = set_once(sheet, chosen, press), sheet.page.foot
    if foot is None or built.pages in (0, foot.pages):
        return built
    page = replace(sheet.page, foot=replace(foot, pages=built.pages))
    with opened(chosen.engine, sheet.look, page.design.font) as again:
        return set_page(replace(sheet, page=page), chosen, again)
