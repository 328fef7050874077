"""The view: what a theme sees of a CV, composed from LANGUAGE 5's "Prints" column."""

from __future__ import annotations

from dataclasses import replace

from cvpress import faces, fonts, locales, markup, names
from cvpress.layout import Layout
from cvpress.locales import Locale
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Node, Scalar
from cvpress.view.aside import aside_of
from cvpress.view.closing import closing
from cvpress.view.desk import Desk
from cvpress.view.foot import Foot, foot
from cvpress.view.letter import letter
from cvpress.view.marks import Marks
from cvpress.view.model import BULLETS, Color, Design, Margin, Outline, View, Words
from cvpress.view.person import person
from cvpress.view.sections import sections

DEFAULT = Design()
SIDES = ("top", "bottom", "left", "right")

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


def design(document: Document, layout: Layout | None = None) -> Design:
    """Return the look that a document asks for, the theme's defaults filled in."""
    layout = layout or Layout()
    node = document.node("/design")
    if not isinstance(node, Mapping):
        font, *spare = layout.fonts
        size, dates = layout.font_size, layout.date_style
        return Design(font_size=size, date_style=dates, font=font, spare=tuple(spare))
    asked = node.text("font")
    font, *spare = (
        (asked,) if asked in (*fonts.FONTS, *faces.MAIN) else layout.fonts
    )  # the schema tells others
    return Design(
        theme=node.text("theme") or DEFAULT.theme,
        paper=node.text("paper") or DEFAULT.paper,
        font_size=_number(node, "font_size", layout.font_size),
        date_style=node.text("date_style") or layout.date_style,
        max_pages=int(_number(node, "max_pages", DEFAULT.max_pages)),
        fit=node.text("fit") == "true",
        margins=_margins(node.get("margins")),
        colors=_colors(node.get("colors")),
        density=_number(node, "density", DEFAULT.density),
        rules=node.text("rules") != "false",
        page_numbers=node.text("page_numbers") == "true",
        icons=node.text("icons") == "true",
        bullet=BULLETS.get(node.text("bullets"), ""),
        font=font,
        spare=tuple(spare),
    )


def _arranged(document: Document, layout: Layout) -> Layout:
    """Return the theme's layout with what the CV's own design says in its place."""
    node = document.node("/design")
    if not isinstance(node, Mapping):
        return layout
    head, dates = node.text("head") or layout.head, node.text("dates") or layout.dates
    return replace(layout, head=head, dates=dates)


def _margins(node: Node | None) -> tuple[Margin, ...]:
    """Return the margins that are given: one number for all four, or a map of some."""
    if isinstance(node, Mapping):
        found = ((side, node.get(side)) for side in SIDES)
    else:
        found = ((side, node) for side in SIDES)
    widths = ((side, one.value) for side, one in found if isinstance(one, Scalar))
    return tuple(Margin(side, width) for side, width in widths if isinstance(width, int | float))


def _colors(node: Node | None) -> tuple[Color, ...]:
    items = node.items.items() if isinstance(node, Mapping) else ()
    found = (
        (key, one.text.strip().removeprefix("#")) for key, one in items if isinstance(one, Scalar)
    )
    return tuple(Color(key, digits.upper()) for key, digits in found if digits)


def _number(node: Mapping, key: str, default: float) -> float:
    value = node.get(key)
    found = value.value if isinstance(value, Scalar) else None
    return found if isinstance(found, int | float) else default
