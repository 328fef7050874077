"""Where the files that are not Python lie: the schema, the themes, the data tables.

In a checkout `schema/` and `latex/` are folders of the repository; in a wheel they are inside the
package, under `_resources/` (hatchling's force-include). Nothing else in cvpress knows of it.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def schema() -> Path:
    """Return the path of cv.schema.json."""
    inside = PACKAGE / "_resources" / "schema" / "cv.schema.json"
    return inside if inside.is_file() else PACKAGE.parent / "schema" / "cv.schema.json"


def latex() -> Path:
    """Return the folder with one folder a theme."""
    inside = PACKAGE / "_resources" / "latex"
    return inside if inside.is_dir() else PACKAGE.parent / "latex"


def bundle() -> Path:
    """Return the folder of the TeX files and fonts for Tectonic."""
    return latex() / "bundle"


def data(name: str) -> Path:
    """Return the path of a data table of the package, say `words.txt`."""
    return PACKAGE / "data" / name
