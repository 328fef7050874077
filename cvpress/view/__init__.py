"""The view: what a theme sees of a CV, composed from LANGUAGE 5's "Prints" column."""

from __future__ import annotations

from dataclasses import replace

from cvpress import locales, markup, names
from cvpress.layout import Layout
from cvpress.locales import Locale
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar
from cvpress.view.aside import aside_of
from cvpress.view.closing import closing
from cvpress.view.desk import Desk
from cvpress.view.foot import Foot, foot
from cvpress.view.letter import letter
from cvpress.view.look import Design, design
from cvpress.view.marks import Marks
from cvpress.view.model import View
from cvpress.view.person import person
from cvpress.view.sections import sections
from cvpress.view.words import Outline, Words

__all__ = ["Layout", "View", "build", "build_letter", "design"]


def build(document: Document, settings: Settings, layout: Layout | None = None) -> View:
    """Lay out a document. `layout`: what the theme decides (`theme.Theme.layout`).

    A document with findings is laid out as far as it can be; nothing is raised.
    """
    desk = _desk(document, settings, layout)
    page = _page(desk, "CV")
    aside, main = aside_of(sections(desk), page.person, desk.layout, page.design)
    end = closing(desk, page.person.name)
    return replace(page, aside=aside, sections=main, closing=end)


def build_letter(document: Document, settings: Settings, layout: Layout | None = None) -> View:
    """Lay out the cover letter of a CV, with its person as the head; it has no bounds to fit."""
    desk = _desk(document, settings, layout)
    page = _page(desk, "Letter")
    found = letter(desk, page.person.name)
    title = _title(page.author, found.subject.plain) if found and found.subject else page.title
    return replace(page, letter=found, title=title, design=replace(page.design, max_pages=0))


def _desk(document: Document, settings: Settings, layout: Layout | None) -> Desk:
    layout = _arranged(document, layout or Layout())
    return Desk(
        document=document,
        settings=settings,
        locale=_locale(document, settings),
        layout=layout,
        date_style=design(document, layout).date_style,
        own_names=names.of_person(document),
        marks=Marks(document),
    )


def _page(desk: Desk, called: str) -> View:
    """Return a page with nothing but its head. `called`: what it is, in the title of the PDF."""
    look = design(desk.document, desk.layout)
    head = person(desk, look.icons)
    return View(
        person=head,
        sections=(),
        design=look,
        title=_title(head.name.plain, called),
        author=Outline(head.name.plain),
        language=desk.settings.locales[0],
        foot=_foot(desk, head.name, look),
    )


def _foot(desk: Desk, name: Words, look: Design) -> Foot | None:
    if not look.page_numbers:
        return None
    return foot(name, desk.locale.patterns["page"], look.max_pages)


def _title(name: str, called: str) -> Outline:
    return Outline(f"{name} – {called}" if name else called)


def _locale(document: Document, settings: Settings) -> Locale:
    """The words of the page's language, with what the CV's `labels:` say in their place."""
    own = document.node("/labels")
    items = own.items.items() if isinstance(own, Mapping) else ()
    labels = {
        key: markup.parse(node.text).reading
        for key, node in items
        if isinstance(node, Scalar) and not node.empty
    }
    return locales.with_labels(locales.load(settings.locales[0]), labels)


def _arranged(document: Document, layout: Layout) -> Layout:
    """Return the theme's layout with what the CV's own design says in its place."""
    node = document.node("/design")
    if not isinstance(node, Mapping):
        return layout
    head, dates = node.text("head") or layout.head, node.text("dates") or layout.dates
    return replace(layout, head=head, dates=dates)
