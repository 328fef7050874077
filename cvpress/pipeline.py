"""The pipeline: the only file that knows the order of the seven arrows.

    cv.yaml → Document → findings
                 └────→ View → .tex → .pdf → tagged → Printed → findings

It returns what came out; only the reports print, and only the command line exits. TeX is started
first and waits at its prompt while Python reads, checks and imports.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from cvpress import (
    engines,
    fitting,
    fonts,
    letters,
    origin,
    overlay,
    printed,
    runner,
    tagged,
    theme,
    variants,
    view,
)
from cvpress.checking import Checked, fails, judge, private, read
from cvpress.engines import pdftex
from cvpress.engines.base import Compiled, Engine, Press, Stationery
from cvpress.errors import TexFailed
from cvpress.finding import Finding
from cvpress.proving import laid_out, proved
from cvpress.settings import Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document
from cvpress.texlog import pressing
from cvpress.texlog.model import Pressing
from cvpress.theme import Theme
from cvpress.view.model import View

CHECKS_FAILED, TEX_FAILED, PROOFS_FAILED = 1, 3, 4


@dataclass(frozen=True, slots=True)
class Order:
    """How a CV is to be typeset.

    `theme` "": as the file says; `variant` "": the whole CV; `overlay`: a file of private fields;
    `lang` "": as the variant or the file says; `tagged`: the PDF says what its parts are.
    """

    theme: str = ""
    engine: str = "auto"
    strict: bool = False
    variant: str = ""
    overlay: str = ""
    lang: str = ""
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made. `pdf` is b"" where it stopped before; `failed` is the exit code so far.

    `files`: what the .tex asks for beside it, by name. `theirs`: files of a user's theme in which
    findings stand.

    `why` tells why this engine was taken; `reason` why TeX was stopped, where no finding does.
    `checked`: the CV, where its letter may be printed.
    """

    document: Document
    findings: tuple[Finding, ...]
    failed: int = 0
    tex: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    theirs: tuple[Document, ...] = ()
    pdf: bytes = b""
    pages: int = 0
    why: str = ""
    reason: str = ""
    checked: Checked | None = None


def build(path: str, wishes: Wishes, order: Order) -> Built:
    """Check, typeset and prove a CV. Stops before TeX on an error; writes nothing.

    Raises UsageError, EngineMissing, TexFailed.
    """
    document = read(path, given=wishes.given)
    settings = read_settings(document, wishes)
    shown = variants.select(document, order.variant)
    look = theme.find(order.theme or view.design(shown).theme, Path(path).parent)
    font = view.design(shown, look.layout).font
    engine, ready, why = engines.choose(order.engine, "", font)
    with _opened(engine, theme.stationery(look, ready)) as press:
        checked = judge(document, settings)
        extra, wrong = private(order.overlay, wishes)
        checked = replace(checked, findings=(*checked.findings, *wrong))
        if fails(checked.findings, order.strict):
            return Built(document, checked.findings, CHECKS_FAILED)
        sheet = _laid_out(checked, checked, look, order, extra)
        page = sheet.page
        text = page.letters
        if page.design.font == ready and not engine.unprintable(text, ready):
            return _fitted(sheet, engine, why, press)
    engine, taken, why = engines.choose(order.engine, text, page.design.font)
    if taken != font and taken in fonts.FONTS:
        lacking = engines.spoken(engine.unprintable(text, font)[0])
        why = f"{why} Set in {taken}, as {font} has no {lacking}."
    with _opened(engine, theme.stationery(look, taken)) as press:
        return _fitted(replace(sheet, page=page.dressed(taken)), engine, why, press)


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
    sheet = _laid_out(letter, whole, look, order, extra, letter=True)
    engine, font, why = engines.choose(order.engine, sheet.page.letters, sheet.page.design.font)
    sheet = replace(sheet, page=sheet.page.dressed(font))
    with _opened(engine, theme.stationery(look, font)) as press:
        return _printed(sheet, engine, why, press)


@contextmanager
def _opened(engine: Engine, stationery: Stationery) -> Iterator[Press]:
    press = engine.open(stationery)
    try:
        yield press
    finally:
        press.close()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page on its way through TeX and the proofs. `mark`: its fingerprint (`origin`)."""

    checked: Checked
    page: View
    look: Theme
    order: Order
    private: Document | None
    mark: str


def _laid_out(
    checked: Checked,
    whole: Checked,
    look: Theme,
    order: Order,
    private: Document | None,
    letter: bool = False,
) -> _Sheet:
    """Lay out what the order asks for of a `whole` CV; what is found belongs to `checked`."""
    lay = partial(laid_out, whole, look, order.variant, lang=order.lang, letter=letter)
    page = lay(private)
    mark = origin.fingerprint(lay() if private else page)
    return _Sheet(checked, page, look, order, private, mark)


def _fitted(sheet: _Sheet, engine: Engine, why: str, press: Press) -> Built:
    """Make the page fit its pages where the CV asks for it, then print it."""
    if not (sheet.page.design.fit and sheet.page.design.max_pages):
        return _printed(sheet, engine, why, press)
    shown = variants.select(sheet.checked.document, sheet.order.variant)
    variant, look, extra = sheet.order.variant, sheet.look, sheet.private

    def lay(left_out: frozenset[str]) -> View:
        page = laid_out(sheet.checked, look, variant, extra, left_out, sheet.order.lang)
        return page.dressed(sheet.page.design.font)

    fitted = fitting.fit(shown, look, lay, partial(_pages, engine, look))
    built = _printed(replace(sheet, page=fitted.page), engine, why, press)
    return replace(built, why=f"{built.why} {fitted.said}".rstrip())


_WRITTEN = re.compile(r"Output written on .*?\((\d+) pages?", re.DOTALL)


def _pages(engine: Engine, look: Theme, page: View) -> int:
    """Set a page and return how many pages that makes; 0 where TeX failed, which is told later."""
    from cvpress import render

    with _opened(engine, theme.stationery(look, page.design.font)) as press:
        said = _WRITTEN.search(press.press(render.body(page, look), page.files()).log)
    return int(said[1]) if said else 0


def _printed(sheet: _Sheet, engine: Engine, why: str, press: Press) -> Built:
    """Set a page; once more where its feet tell another number of pages than came out."""
    built, foot = _once(sheet, engine, why, press), sheet.page.foot
    if foot is None or built.pages in (0, foot.pages):
        return built
    page = replace(sheet.page, foot=replace(foot, pages=built.pages))
    with _opened(engine, theme.stationery(sheet.look, page.design.font)) as again:
        return _printed(replace(sheet, page=page), engine, why, again)


def _once(sheet: _Sheet, engine: Engine, why: str, press: Press) -> Built:
    """Set a page, read it back, prove it; each step may be the last."""
    from cvpress import render
    from cvpress.texlog import blame

    document = sheet.checked.document
    body = render.body(sheet.page, sheet.look)
    checked, files = sheet.checked, sheet.page.files()
    tex = pdftex.alone(theme.stationery(sheet.look, sheet.page.design.font), body)
    why = _untold(why, sheet.private)
    built = Built(document, checked.findings, tex=tex, files=files, why=why, checked=checked)
    told = _told(sheet, pressing.before(document, sheet.page, engine))
    if fails(told, sheet.order.strict):
        return _ended(built, told, CHECKS_FAILED, sheet.order.strict)
    try:
        compiled = _set(press, origin.marked(body, sheet.mark), files, sheet.order.tagged)
    except TexFailed as error:
        stopped = _ended(built, told, TEX_FAILED, sheet.order.strict)
        return replace(stopped, failed=TEX_FAILED, reason=str(error))
    entry_at = partial(render.entry_at, body)
    blamed = partial(blame.place, look=sheet.look, page=sheet.page)
    said = pressing.after(document, sheet.page, compiled, entry_at, blamed)
    told += _told(sheet, said)
    theirs = tuple(place.file for one in said.messages if (place := blamed(one)))
    built = replace(built, theirs=theirs)
    if not compiled.pdf:
        return replace(_ended(built, told, TEX_FAILED, sheet.order.strict), failed=TEX_FAILED)
    pdf = tagged.finish(compiled.pdf) if sheet.order.tagged else compiled.pdf
    facts = printed.read(pdf)
    proofs = overlay.redacted(proved(sheet.checked, facts, sheet.page), sheet.private)
    built = replace(built, pdf=pdf, pages=len(facts.pages))
    return _ended(built, [*told, *proofs], PROOFS_FAILED, sheet.order.strict)


def _untold(why: str, private: Document | None) -> str:
    """Return why an engine was taken, without a letter of a private value."""
    for letter in overlay.letters(private):
        why = why.replace(engines.spoken(letter), "a private letter")
    return why


def _told(sheet: _Sheet, gathered: Pressing) -> list[Finding]:
    document, settings = sheet.checked.document, sheet.checked.settings
    found = runner.run("texlog", document, settings, lambda rule: rule.judge(gathered))
    return overlay.redacted(found, sheet.private)


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


def _ended(built: Built, told: list[Finding], code: int, strict: bool) -> Built:
    findings = tuple(sorted((*built.findings, *told), key=lambda finding: finding.order))
    return replace(built, findings=findings, failed=code if fails(told, strict) else 0)
