"""Themes: folders with templates and a style. A user's own, beside the CV, come first.

A theme is latex/NAME (ours) or themes/NAME beside cv.yaml; latex/README.md is its contract.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cvpress import fonts, resources
from cvpress.date_format import STYLES
from cvpress.errors import UsageError
from cvpress.view.model import Aside, Layout

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
RIGHT = (["location", "date"], ["date", "location"])


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
    """A theme: its folder, what it says of itself, its engines, its layout, its bounds."""

    name: str
    folder: Path
    title: str
    description: str
    engines: tuple[str, ...]
    layout: Layout
    fit: Fit


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


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of all themes for a CV in a folder, sorted."""
    found = {path.parent.name for root in _roots(folder) for path in root.glob("*/theme.yaml")}
    return tuple(sorted(name for name in found if NAME.fullmatch(name)))


def find(name: str, folder: Path) -> Theme:
    """Return a theme for a CV in a folder. Raises UsageError for one that is not there."""
    known = names(folder)
    if name not in known:
        near = get_close_matches(name, known, 1)
        help = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        raise UsageError(f"There is no theme “{name}”.", help)
    place = next(root / name for root in _roots(folder) if (root / name / "theme.yaml").is_file())
    return _read(name, place)


def stationery(theme: Theme, font: str = "") -> Stationery:
    """Return the part of a manuscript that depends on the theme, and the files it needs.

    `font`: one of `fonts.FONTS`, "" for the theme's own.
    """
    chosen = fonts.get(font or theme.layout.font).name
    styles = (*resources.latex().glob("*.sty"), *theme.folder.glob("*.sty"))
    preamble = f"\\def\\cvfont{{{chosen}}}\n{_text(theme.folder / 'preamble.tex')}"
    return Stationery(theme.name, preamble, {path.name: path for path in sorted(styles)}, chosen)


def _roots(folder: Path) -> tuple[Path, Path]:
    return folder / "themes", resources.latex()


def _read(name: str, folder: Path) -> Theme:
    path = folder / "theme.yaml"
    said = _yaml(path)
    try:
        layout = _layout(said)
        engines = tuple(str(engine) for engine in said["engines"])
        title, description = str(said["title"]), str(said["description"])
        return Theme(name, folder, title, description, engines, layout, _fit(said))
    except (KeyError, TypeError, ValueError) as error:
        fault = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
        help = "latex/README.md tells what a theme.yaml says."
        raise UsageError(f"{path} is not what a theme says of itself: {fault}.", help) from None


def _layout(said: dict[str, Any]) -> Layout:
    if said["right"] not in RIGHT or said["date_style"] not in STYLES:
        raise ValueError("“right” or “date_style” is unknown")
    first, second = said["right"]
    font = said.get("font", fonts.DEFAULT)
    if font not in fonts.FONTS:
        raise ValueError(f"there is no font “{font}”, but {', '.join(fonts.FONTS)}")
    aside = _aside(said["aside"]) if "aside" in said else None
    return Layout(
        (first, second), said["date_style"], float(said["font_size"]), font=font, aside=aside
    )


def _aside(said: dict[str, Any]) -> Aside:
    kinds = tuple(str(kind) for kind in said["kinds"])
    return Aside(kinds, int(said["letters"]), int(said["lines"]))


def _fit(said: dict[str, Any]) -> Fit:
    """Return how tight the theme may be set; a theme that does not say stays as it is."""
    bounds = said.get("fit") or {}
    return Fit(**{key: tuple(float(value) for value in values) for key, values in bounds.items()})


def _yaml(path: Path) -> dict[str, Any]:
    import yaml  # only a build pays for it

    try:
        said = yaml.load(_text(path), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise UsageError(f"{path} is no YAML: {error}") from None
    return said if isinstance(said, dict) else {}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}") from None
