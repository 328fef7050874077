"""Themes: folders with templates and a style. A user's own, beside the CV, come first.

A theme is latex/NAME (ours) or themes/NAME beside cv.yaml; latex/README.md is its contract.

    model       what a theme is
    said        its theme.yaml, read
    preamble    its part of a manuscript
"""

from __future__ import annotations

import re
from pathlib import Path

from cvpress import resources
from cvpress.errors import UsageError
from cvpress.schema.suggest import closest
from cvpress.theme.model import Fit, Stationery, Theme
from cvpress.theme.preamble import stationery
from cvpress.theme.said import read, yaml_of

__all__ = ["NAME", "Fit", "Stationery", "Theme", "find", "names", "stationery"]

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of all themes for a CV in a folder, sorted."""
    found = {path.parent.name for root in _roots(folder) for path in root.glob("*/theme.yaml")}
    return tuple(sorted(name for name in found if NAME.fullmatch(name)))


def find(name: str, folder: Path) -> Theme:
    """Return a theme for a CV in a folder; a name with a slash is the path of one from there.

    Raises UsageError for one that is not there.
    """
    if "/" in name or "\\" in name:
        return _at(folder / name, folder)
    known = names(folder)
    if name not in known:
        near = closest(name, known)
        help = f"Did you mean {near}?" if near else f"There are: {', '.join(known)}."
        raise UsageError(f"There is no theme “{name}”.", help)
    roots = _roots(folder)
    place = next(root / name for root in roots if (root / name / "theme.yaml").is_file())
    return read(name, (place, *_bases(place, roots)))


def _at(place: Path, folder: Path) -> Theme:
    if not NAME.fullmatch(place.name) or not (place / "theme.yaml").is_file():
        message = f"There is no theme in {place.as_posix()}."
        raise UsageError(message, "A theme is a folder of that name with a theme.yaml in it.")
    return read(place.name, (place, *_bases(place, (place.parent, *_roots(folder)))))


def _roots(folder: Path) -> tuple[Path, Path]:
    return folder / "themes", resources.latex()


def _bases(folder: Path, roots: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders of what a theme extends, the nearest first. Raises UsageError."""
    found = [folder]
    while base := yaml_of(found[-1] / "theme.yaml").get("extends"):
        places = [root / str(base) for root in roots if NAME.fullmatch(str(base))]
        place = next((p for p in places if p not in found and (p / "theme.yaml").is_file()), None)
        if place is None:
            message = f"{found[-1] / 'theme.yaml'} extends “{base}”, which is not there."
            there = {path.parent.name for root in roots for path in root.glob("*/theme.yaml")}
            near = closest(str(base), sorted(there - {one.name for one in found}))
            other = "A theme extends another one, ours or yours, not itself."
            raise UsageError(message, f"Did you mean {near}?" if near else other)
        found.append(place)
    return tuple(found[1:])
