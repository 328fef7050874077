"""What a theme.yaml says: read, judged, and told of in words where it can't be used."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cvpress import fonts, source
from cvpress.date_format import STYLES
from cvpress.errors import UsageError
from cvpress.layout import Aside, Layout
from cvpress.theme.model import Fit, Theme

RIGHT = (["location", "date"], ["date", "location"])
SAID = (
    *("title", "description", "engines", "extends", "right", "date_style", "font_size", "font"),
    *("fit", "aside"),
)


def read(name: str, folders: tuple[Path, ...]) -> Theme:
    """Return the theme of a folder; those that it extends come behind it. Raises UsageError."""
    path = folders[0] / "theme.yaml"
    said: dict[str, Any] = {}
    for folder in reversed(folders):
        said |= yaml_of(folder / "theme.yaml")
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


def yaml_of(path: Path) -> dict[str, Any]:
    """Return what a theme.yaml says as it stands there. Raises UsageError."""
    import yaml  # only a build pays for it

    try:
        said = yaml.load(text_of(path), Loader=yaml.CSafeLoader)
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


def text_of(path: Path) -> str:
    """Return the text of a file of a theme. Raises UsageError."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}") from None
