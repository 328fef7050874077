"""Gather what the rules of this folder judge, before TeX runs and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cvpress import engines, fence, fonts
from cvpress.engines import tectonic, xetex
from cvpress.engines.base import Compiled, Engine
from cvpress.source.document import Document, Scalar
from cvpress.texlog import messages
from cvpress.texlog.model import Lacks, Message, Place, Pressing, Unprintable
from cvpress.view.model import View


def before(document: Document, page: View, engine: Engine) -> Pressing:
    """Return what an engine can't print of a page."""
    lost = tuple(_unprintable(page, engine))
    all_lost = "".join(each.characters for each in lost)
    able = _able(all_lost, engine, page.design.font) if lost else ""
    font = _font(all_lost, engine, page.design.font) if lost else ""
    told = Pressing(
        words=tuple(page.words()),
        source=_source(document),
        unprintable=lost,
        engine=engine.NAME,
        able=able,
        font=font,
    )
    return told if able or font or not lost else _wanting(told, all_lost)


def _wanting(told: Pressing, characters: str) -> Pressing:
    """Add what could be installed so that an engine prints these characters."""
    ready = not tectonic.missing()
    lacks: Lacks = "fonts" if ready else "program" if fence.version() else ""
    return replace(told, wanting=xetex.wanting(characters, ready), tectonic=lacks)


def after(
    document: Document,
    page: View,
    compiled: Compiled,
    entry_at: Callable[[int], str],
    blame: Callable[[Message], Place | None] = lambda _: None,
) -> Pressing:
    """Return what TeX said of a page. `entry_at`: from a line of the body to an entry's path.

    `blame`: where in a user's theme a message begins.
    """
    return Pressing(
        words=tuple(page.words()),
        source=_source(document),
        entry_at=entry_at,
        blame=blame,
        messages=tuple(messages.read(compiled.log)),
        engine=compiled.engine,
        pictures=dict(_pictures(page)),
    )


def _pictures(page: View) -> Iterator[tuple[str, str]]:
    """Yield the file of each picture and the path that names it in the CV."""
    if page.person.photo:
        yield page.person.photo.name, "/person/photo"
    if page.closing and page.closing.signed.picture:
        yield page.closing.signed.picture.name, "/closing/signature"


def _unprintable(page: View, engine: Engine) -> Iterator[Unprintable]:
    for words in page.words():
        if characters := engine.unprintable(words.plain, page.design.font):
            yield Unprintable(words, characters)


def _able(characters: str, engine: Engine, font: str) -> str:
    """Return another engine that runs here and prints these characters, "" where none does."""
    for name in engines.NAMES:
        other = engines.load(name)
        if name == engine.NAME or other.missing():
            continue
        if any(not other.unprintable(characters, each) for each in other.fonts(font)):
            return name
    return ""


def _font(characters: str, engine: Engine, font: str) -> str:
    """Return another font in which this engine prints these characters, "" where none does."""
    for name in fonts.FONTS:
        if name == font:
            continue
        if any(not engine.unprintable(characters, each) for each in engine.fonts(name)):
            return name
    return ""


def _source(document: Document) -> Callable[[str], str]:
    def text(path: str) -> str:
        node = document.node(path)
        return node.text if isinstance(node, Scalar) else ""

    return text
