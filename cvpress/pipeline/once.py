"""Sets a page once, reads it back and proves it; each step may be the last."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from cvpress import engines, origin, overlay, printed, runner, tagged, theme
from cvpress.checking import fails
from cvpress.engines import Chosen, pdftex
from cvpress.engines.base import Compiled, Press
from cvpress.errors import TexFailed
from cvpress.finding import Finding
from cvpress.pipeline.model import CHECKS_FAILED, PROOFS_FAILED, TEX_FAILED, Built
from cvpress.pipeline.sheet import Sheet
from cvpress.proving import proved
from cvpress.source.document import Document
from cvpress.texlog import pressing
from cvpress.texlog.model import Pressing


def set_once(sheet: Sheet, chosen: Chosen, press: Press) -> Built:
    """Return what comes of a page that is set with an open press."""
    from cvpress import render

    body = render.body(sheet.page, sheet.look)
    built = _begun(sheet, body, chosen.why)
    told = _told(sheet, pressing.before(built.document, sheet.page, chosen.engine))
    if fails(told, sheet.order.strict):
        return _ended(built, told, CHECKS_FAILED)
    try:
        compiled = _set(press, origin.marked(body, sheet.mark), built.files, sheet.order.tagged)
    except TexFailed as error:
        return replace(_ended(built, told, TEX_FAILED), reason=str(error))
    said, theirs = _heard(sheet, body, compiled)
    told, built = [*told, *said], replace(built, theirs=theirs)
    if not compiled.pdf:
        return _ended(built, told, TEX_FAILED)
    return _proved(sheet, built, told, compiled.pdf)


def _begun(sheet: Sheet, body: str, why: str) -> Built:
    """Return what there is before TeX runs: the .tex, with what stands beside it."""
    checked, page = sheet.checked, sheet.page
    for letter in overlay.letters(sheet.private):
        why = why.replace(engines.spoken(letter), "a private letter")
    return Built(
        checked.document,
        checked.findings,
        tex=pdftex.alone(theme.stationery(sheet.look, page.design.font), body),
        files=page.files(),
        why=why,
        checked=checked,
    )


def _set(press: Press, body: str, files: Mapping[str, bytes], tags: bool) -> Compiled:
    """Let TeX run, and load what tags and reads its PDF in the meantime."""
    ahead = threading.Thread(target=_prepare, args=(tags,))
    ahead.start()
    try:
        return press.press(body, files)
    finally:
        ahead.join()


def _prepare(tags: bool) -> None:
    with suppress(ImportError):  # `printed.read` and `tagged.finish` are the ones to say so
        printed.prepare()
        if tags:
            tagged.prepare()


def _heard(
    sheet: Sheet, body: str, compiled: Compiled
) -> tuple[list[Finding], tuple[Document, ...]]:
    """Return what TeX said, brought home, and the files of a user's theme that it is said of."""
    from cvpress import render
    from cvpress.texlog import blame

    entry_at = partial(render.entry_at, body)
    blamed = partial(blame.place, look=sheet.look, page=sheet.page)
    said = pressing.after(sheet.checked.document, sheet.page, compiled, entry_at, blamed)
    theirs = tuple(place.file for one in said.messages if (place := blamed(one)))
    return _told(sheet, said), theirs


def _told(sheet: Sheet, gathered: Pressing) -> list[Finding]:
    document, settings = sheet.checked.document, sheet.checked.settings
    found = runner.run("texlog", document, settings, lambda rule: rule.judge(gathered))
    return overlay.redacted(found, sheet.private)


def _proved(sheet: Sheet, built: Built, told: list[Finding], pdf: bytes) -> Built:
    """Tag what TeX made, read it back and hold it against the page."""
    pdf = tagged.finish(pdf) if sheet.order.tagged else pdf
    facts = printed.read(pdf)
    proofs = overlay.redacted(proved(sheet.checked, facts, sheet.page), sheet.private)
    told = [*told, *proofs]
    code = PROOFS_FAILED if fails(told, sheet.order.strict) else 0
    return _ended(replace(built, pdf=pdf, pages=len(facts.pages)), told, code)


def _ended(built: Built, told: list[Finding], code: int) -> Built:
    findings = tuple(sorted((*built.findings, *told), key=lambda finding: finding.order))
    return replace(built, findings=findings, failed=code)
