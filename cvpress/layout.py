"""What a theme decides of the view, as its `theme.yaml` says (latex/README.md)."""

from __future__ import annotations

from dataclasses import dataclass

from cvpress import fonts


@dataclass(frozen=True, slots=True)
class Aside:
    """A side bar: the kinds of sections that stand in it, as far as there is room.

    `letters` in a line, `lines` on a page, at the theme's own size of text.
    """

    kinds: tuple[str, ...]
    letters: int
    lines: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a theme lays out a CV.

    `right`: what stands at the right of the first and of the second head line. `head`: whether the
    organization or the title comes first. `dates`: at the `right` margin or `inline`, with places.
    `aside`: what stands in the side bar of a theme that has one.
    `fonts`: the theme's own, then those for a CV with letters that it lacks.
    """

    right: tuple[str, str] = ("location", "date")
    date_style: str = "long"
    font_size: float = 10.0
    head: str = "organization"
    dates: str = "right"
    fonts: tuple[str, ...] = (fonts.DEFAULT,)
    aside: Aside | None = None
