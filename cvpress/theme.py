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

from cvpress import faces, fonts, resources, source
from cvpress.date_format import STYLES
from cvpress.errors import UsageError
from cvpress.layout import Aside, Layout

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
RIGHT = (["location", "date"], ["date", "location"])
SAID = (
    *("title", "description", "engines", "extends", "right", "date_style", "font_size", "font"),
    *("fit", "aside"),
)


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
        near = get_close_matches(name, known, 1)
        help = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        raise UsageError(f"There is no theme “{name}”.", help)
    roots = _roots(folder)
    place = next(root / name for root in roots if (root / name / "theme.yaml").is_file())
    return _read(name, (place, *_bases(place, roots)))


def _at(place: Path, folder: Path) -> Theme:
    if not NAME.fullmatch(place.name) or not (place / "theme.yaml").is_file():
        message = f"There is no theme in {place.as_posix()}."
        raise UsageError(message, "A theme is a folder of that name with a theme.yaml in it.")
    return _read(place.name, (place, *_bases(place, (place.parent, *_roots(folder)))))


def stationery(theme: Theme, font: str = "") -> Stationery:
    """Return the part of a manuscript that depends on the theme, and the files it needs.

    `font`: one of `fonts.FONTS` for pdfTeX or of `faces.MAIN` for XeTeX, "" for the theme's own.
    """
    chosen = font if font in faces.MAIN else fonts.get(font or theme.layout.fonts[0]).name
    folders = (resources.latex(), *reversed(theme.folders))
    files = {path.name: path for folder in folders for path in folder.glob("*.sty")}
    declared = _declared() if chosen in faces.MAIN else ""
    named = f"\\def\\cvfont{{{chosen}}}{declared}"  # one line: the preamble's keep their numbers
    preamble = f"{named}{_preamble(theme)}"
    return Stationery(theme.name, preamble, dict(sorted(files.items())), chosen)


def _declared() -> str:
    """Return the TeX that tells XeTeX the files of all faces; it loads those that are used."""
    told = ""
    for face in faces.FACES.values():
        said = (face.name, f"{face.scale:g}", face.features, *face.files)
        told += f"\\cvpressface{{{'}{'.join(said)}}}"
    return f"\\def\\cvpressfaces{{{told}}}"


def _roots(folder: Path) -> tuple[Path, Path]:
    return folder / "themes", resources.latex()


def _preamble(theme: Theme) -> str:
    """Return its preamble, or that of what it extends, and after it the nearer themes' styles."""
    folders = theme.folders
    at = next((n for n, one in enumerate(folders) if (one / "preamble.tex").exists()), 0)
    nearer = [f"cvtheme-{folder.name}" for folder in reversed(folders[:at])]
    used = [
        f"\\usepackage{{{style}}}\n"
        for style in nearer
        if any((folder / f"{style}.sty").exists() for folder in folders)
    ]
    return "".join((_text(folders[at] / "preamble.tex"), *used))


def _bases(folder: Path, roots: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders of what a theme extends, the nearest first. Raises UsageError."""
    found = [folder]
    while base := _yaml(found[-1] / "theme.yaml").get("extends"):
        places = [root / str(base) for root in roots if NAME.fullmatch(str(base))]
        place = next((p for p in places if p not in found and (p / "theme.yaml").is_file()), None)
        if place is None:
            message = f"{found[-1] / 'theme.yaml'} extends “{base}”, which is not there."
            raise UsageError(message, "A theme extends another one, ours or yours, not itself.")
        found.append(place)
    return tuple(found[1:])


def _read(name: str, folders: tuple[Path, ...]) -> Theme:
    path = folders[0] / "theme.yaml"
    said: dict[str, Any] = {}
    for folder in reversed(folders):
        said |= _yaml(folder / "theme.yaml")
    try:
        _known(said)
        layout = _layout(said)
        engines = tuple(str(engine) for engine in said["engines"])
        title, description = str(said["title"]), str(said["description"])
        fit = _fit(said)
        return Theme(name, folders[0], title, description, engines, layout, fit, folders[1:])
    except (KeyError, TypeError, ValueError) as error:
        fault = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
        help = "latex/README.md tells what a theme.yaml says."
        raise UsageError(f"{path} is not what a theme says of itself: {fault}.", help) from None


def _known(said: dict[str, Any]) -> None:
    """Refuse a word that a theme.yaml does not know: a slip in one would do nothing, unseen."""
    for key in map(str, said):
        if key not in SAID:
            near = get_close_matches(key, SAID, 1) or SAID
            raise ValueError(f"there is no field “{key}”, but {', '.join(near)}")


def _layout(said: dict[str, Any]) -> Layout:
    if said["right"] not in RIGHT or said["date_style"] not in STYLES:
        raise ValueError("“right” or “date_style” is unknown")
    first, second = said["right"]
    size = float(said["font_size"])
    aside = _aside(said["aside"]) if "aside" in said else None
    return Layout((first, second), said["date_style"], size, fonts=_fonts(said), aside=aside)


def _aside(said: dict[str, Any]) -> Aside:
    kinds = tuple(str(kind) for kind in said["kinds"])
    return Aside(kinds, int(said["letters"]), int(said["lines"]))


def _fonts(said: dict[str, Any]) -> tuple[str, ...]:
    """Return the theme's fonts, the one it is drawn for first."""
    named = said.get("font", fonts.DEFAULT)
    found = tuple(map(str, named)) if isinstance(named, list) and named else (str(named),)
    for font in found:
        if font not in fonts.FONTS:
            raise ValueError(f"there is no font “{font}”, but {', '.join(fonts.FONTS)}")
    return found


def _fit(said: dict[str, Any]) -> Fit:
    """Return how tight the theme may be set; a theme that does not say stays as it is."""
    bounds = said.get("fit") or {}
    return Fit(**{key: tuple(float(value) for value in values) for key, values in bounds.items()})


def _yaml(path: Path) -> dict[str, Any]:
    import yaml  # only a build pays for it

    try:
        said = yaml.load(_text(path), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        raise _no_yaml(path) from None
    return said if isinstance(said, dict) else {}


def _no_yaml(path: Path) -> UsageError:
    """Tell what is wrong with the text of a theme.yaml, in the words that a cv.yaml is told in."""
    read = source.read(path.read_bytes(), path.as_posix())
    fault = next((one for one in read.faults if one.id == "yaml-syntax"), None)
    if fault is None:
        return UsageError(f"{read.name} is no YAML.")
    at = source.span(read, fault.start, fault.end)
    return UsageError(f"{read.name}:{at.line}:{at.column}: {fault.message}", fault.help)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}") from None
