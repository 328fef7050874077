"""What a theme is, and what an engine needs of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cvpress import fonts
from cvpress.layout import Layout


@dataclass(frozen=True, slots=True)
class Fit:
    """How tight a theme may be set so that a CV fits its pages: ever tighter values of each.

    `density` is a factor, `font_size` in points, `margins` in centimetres.
    """

    density: tuple[float, ...] = ()
    font_size: tuple[float, ...] = ()
    margins: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its folder, what it says of itself, its engines, its layout, its bounds.

    `bases`: the folders of what it extends, the nearest first.
    """

    name: str
    folder: Path
    title: str
    description: str
    engines: tuple[str, ...]
    layout: Layout
    fit: Fit
    bases: tuple[Path, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Its own folder, then that of the theme that it extends, and so on."""
        return self.folder, *self.bases


@dataclass(frozen=True, slots=True)
class Stationery:
    """The part of a manuscript that depends on the theme and its font, so that it can be dumped.

    `preamble`: TeX from `\\documentclass` up to, not including, what depends on the CV. `files`:
    the name under which TeX finds a file, and where it lies (the theme's .sty, cvpress.sty).
    """

    theme: str
    preamble: str
    files: Mapping[str, Path]
    font: str = fonts.DEFAULT
