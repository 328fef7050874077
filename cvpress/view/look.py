"""The look that a CV asks for, with the defaults of its theme filled in."""

from __future__ import annotations

from dataclasses import dataclass

from cvpress import faces, fonts
from cvpress.layout import Layout
from cvpress.source.document import Document, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Margin:
    """The white edge of the page at one side, in centimetres."""

    side: str
    width: float


@dataclass(frozen=True, slots=True)
class Color:
    """A colour of the theme by its name, as six hexadecimal digits: red, green, blue."""

    name: str
    digits: str


LEADING = 0.3
SIDES = ("top", "bottom", "left", "right")
BULLETS = {"disc": "•", "square": "▪", "circle": "◦"}


@dataclass(frozen=True, slots=True)
class Design:
    """The look asked for, defaults filled in. `font_size` in points; `max_pages` 0: no limit.

    `density` multiplies the space between lines and entries; `rules`: lines below headings.
    `bullet` "": the theme's own sign. `spare`: fonts to take where `font` lacks a letter.
    """

    theme: str = "classic"
    paper: str = "a4"
    font_size: float = 10.0
    date_style: str = ""
    max_pages: int = 0
    fit: bool = False
    margins: tuple[Margin, ...] = ()
    colors: tuple[Color, ...] = ()
    density: float = 1.0
    rules: bool = True
    page_numbers: bool = False
    icons: bool = False
    bullet: str = ""
    font: str = fonts.DEFAULT
    spare: tuple[str, ...] = ()

    @property
    def loose(self) -> bool:
        """True where the density is another than the theme's own."""
        return self.density != 1

    @property
    def leading(self) -> float:
        """What multiplies the distance of lines: it changes less than the space between entries."""
        return 1 + (self.density - 1) * LEADING


_DEFAULT = Design()


def design(document: Document, layout: Layout | None = None) -> Design:
    """Return the look that a document asks for, the theme's defaults filled in."""
    layout = layout or Layout()
    node = document.node("/design")
    if not isinstance(node, Mapping):
        font, spare = _fonts("", layout)
        size, dates = layout.font_size, layout.date_style
        return Design(font_size=size, date_style=dates, font=font, spare=spare)
    font, spare = _fonts(node.text("font"), layout)
    return Design(
        theme=node.text("theme") or _DEFAULT.theme,
        paper=node.text("paper") or _DEFAULT.paper,
        font_size=_number(node, "font_size", layout.font_size),
        date_style=node.text("date_style") or layout.date_style,
        max_pages=int(_number(node, "max_pages", _DEFAULT.max_pages)),
        fit=node.text("fit") == "true",
        margins=_margins(node.get("margins")),
        colors=_colors(node.get("colors")),
        density=_number(node, "density", _DEFAULT.density),
        rules=node.text("rules") != "false",
        page_numbers=node.text("page_numbers") == "true",
        icons=node.text("icons") == "true",
        bullet=BULLETS.get(node.text("bullets"), ""),
        font=font,
        spare=spare,
    )


def _fonts(asked: str, layout: Layout) -> tuple[str, tuple[str, ...]]:
    """Return the font, and those to take where it lacks a letter; the schema tells unknown ones."""
    known = asked in (*fonts.FONTS, *faces.MAIN)
    font, *spare = (asked,) if known else layout.fonts
    return font, tuple(spare)


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
