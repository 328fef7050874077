"""What a theme.yaml says: read, judged, and told of in words where it can't be used."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from cvpress import fonts, source
from cvpress.date_format import STYLES
from cvpress.errors import UsageError
from cvpress.layout import Aside, Layout
from cvpress.schema.suggest import closest
from cvpress.theme.model import Fit, Theme

Said = dict[str, Any]
RIGHT = (["location", "date"], ["date", "location"])
SAID = (
    *("title", "description", "engines", "extends", "right", "date_style", "font_size", "font"),
    *("fit", "aside"),
)


def read(name: str, folders: tuple[Path, ...]) -> Theme:
    """Return the theme of a folder; those that it extends come behind it. Raises UsageError."""
    path = folders[0] / "theme.yaml"
    said: Said = {}
    for folder in reversed(folders):
        said |= yaml_of(folder / "theme.yaml")
    try:
        _known(said)
        title, description = str(_needed(said, "title")), str(_needed(said, "description"))
        engines = tuple(map(str, _list(said, "engines")))
        layout, fit = _layout(said), _fit(said)
        return Theme(name, folders[0], title, description, engines, layout, fit, folders[1:])
    except ValueError as error:
        help = "latex/README.md tells what a theme.yaml says."
        raise UsageError(f"{path} is not what a theme says of itself: {error}.", help) from None


def _known(said: Said, names: tuple[str, ...] = SAID) -> None:
    """Refuse a word that is none of these: a slip in one would do nothing, unseen."""
    for key in map(str, said):
        if key not in names:
            near = closest(key, names) or ", ".join(names)
            raise ValueError(f"there is no field “{key}”, but {near}")


def _needed(said: Said, key: str) -> Any:
    if key not in said:
        raise ValueError(f"it lacks “{key}”")
    return said[key]


def _list(said: Said, key: str) -> list[Any]:
    found = _needed(said, key)
    if not isinstance(found, list):
        raise ValueError(f"“{key}” is no list")
    return found


def _map(said: Said, key: str) -> Said:
    found = said.get(key)
    if not isinstance(found, dict | None):
        raise ValueError(f"“{key}” is no map")
    return found or {}


def _number(value: Any, key: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ValueError(f"“{key}” is no number")
    return float(value)


def _layout(said: Said) -> Layout:
    right, style = _needed(said, "right"), _needed(said, "date_style")
    if right not in RIGHT or style not in tuple(STYLES):
        raise ValueError("“right” or “date_style” is unknown")
    first, second = right
    size = _number(_needed(said, "font_size"), "font_size")
    aside = _aside(_map(said, "aside")) if "aside" in said else None
    return Layout((first, second), style, size, fonts=_fonts(said), aside=aside)


def _aside(said: Said) -> Aside:
    kinds = tuple(map(str, _list(said, "kinds")))
    letters, lines = (int(_number(_needed(said, key), key)) for key in ("letters", "lines"))
    return Aside(kinds, letters, lines)


def _fonts(said: Said) -> tuple[str, ...]:
    """Return the theme's fonts, the one it is drawn for first."""
    named = said.get("font", fonts.DEFAULT)
    found = tuple(map(str, named)) if isinstance(named, list) and named else (str(named),)
    for font in found:
        if font not in fonts.FONTS:
            raise ValueError(f"there is no font “{font}”, but {', '.join(fonts.FONTS)}")
    return found


def _fit(said: Said) -> Fit:
    """Return how tight the theme may be set; a theme that does not say stays as it is."""
    bounds = _map(said, "fit")
    _known(bounds, tuple(field.name for field in fields(Fit)))
    values = {key: _list(bounds, key) for key in bounds}
    return Fit(**{key: tuple(_number(one, key) for one in each) for key, each in values.items()})


def yaml_of(path: Path) -> Said:
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
