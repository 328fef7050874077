"""The part of a manuscript that depends on the theme and its font, not on the CV."""

from __future__ import annotations

from cvpress import faces, fonts, resources
from cvpress.theme.model import Stationery, Theme
from cvpress.theme.said import text_of


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
    return "".join((text_of(folders[at] / "preamble.tex"), *used))
