"""The OpenType families that XeTeX sets, each by the names of its files; none comes with cvpress.

A CV's own face comes first; for letters that it lacks there are companions, of the same style, by
script. Debian's packages bring all of them; they are looked for where the system keeps its fonts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cvpress import cmap, resources

OWN = "CVPRESS_FONTS"  # the variable that names one more folder of fonts


@dataclass(frozen=True, slots=True)
class Face:
    """A family: its files in regular, bold, italic and bold italic; what Debian calls its package.

    A file of a collection is followed by ":" and the number of its font.
    """

    name: str
    title: str
    package: str
    files: tuple[str, str, str, str]

    def __contains__(self, character: str) -> bool:
        """Tell whether the face that is installed here has a character."""
        return character in _cmap(self.files[0])

    @property
    def there(self) -> bool:
        """Tell whether all its files are installed."""
        return all(found(file) for file in self.files)


def _face(name: str, title: str, package: str, file: str, styles: int) -> Face:
    """Make a face that has the first of the four styles; they stand in for the others."""
    names = ("Regular", "Bold", "Italic", "BoldItalic")[:styles]
    files = [file.replace("*", style) for style in names] * 4
    return Face(name, title, package, (files[0], files[1], files[2], files[3]))


_CORE, _CJK, _MONO = "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-mono"
_FACES = (
    _face("noto-sans", "Noto Sans", _CORE, "NotoSans-*.ttf", 4),
    _face("noto-serif", "Noto Serif", _CORE, "NotoSerif-*.ttf", 4),
    _face("mono", "Noto Sans Mono", _MONO, "NotoSansMono-*.ttf", 2),
    _face("math", "Noto Sans Math", _CORE, "NotoSansMath-*.ttf", 1),
    _face("symbols", "Noto Sans Symbols 2", _CORE, "NotoSansSymbols2-*.ttf", 1),
    _face("sans-jp", "Noto Sans CJK JP", _CJK, "NotoSansCJK-*.ttc:0", 2),
    _face("sans-kr", "Noto Sans CJK KR", _CJK, "NotoSansCJK-*.ttc:1", 2),
    _face("sans-sc", "Noto Sans CJK SC", _CJK, "NotoSansCJK-*.ttc:2", 2),
    _face("sans-tc", "Noto Sans CJK TC", _CJK, "NotoSansCJK-*.ttc:3", 2),
    _face("serif-jp", "Noto Serif CJK JP", _CJK, "NotoSerifCJK-*.ttc:0", 2),
    _face("serif-kr", "Noto Serif CJK KR", _CJK, "NotoSerifCJK-*.ttc:1", 2),
    _face("serif-sc", "Noto Serif CJK SC", _CJK, "NotoSerifCJK-*.ttc:2", 2),
    _face("serif-tc", "Noto Serif CJK TC", _CJK, "NotoSerifCJK-*.ttc:3", 2),
    _face("sans-arabic", "Noto Sans Arabic", _CORE, "NotoSansArabic-*.ttf", 2),
    _face("serif-arabic", "Noto Naskh Arabic", _CORE, "NotoNaskhArabic-*.ttf", 2),
    _face("sans-hebrew", "Noto Sans Hebrew", _CORE, "NotoSansHebrew-*.ttf", 2),
    _face("serif-hebrew", "Noto Serif Hebrew", _CORE, "NotoSerifHebrew-*.ttf", 2),
)
FACES = {face.name: face for face in _FACES}
MAIN = {"noto-sans": "sans", "noto-serif": "serif"}
"""The faces that a CV may be set in, and the style of their companions."""


def chain(font: str, language: str = "") -> tuple[Face, ...]:
    """Return the faces of a CV: its own, then the companions, those of its language first."""
    style = MAIN[font]
    scripts = (f"{style}-{script}" for script in (_han(language), "arabic", "hebrew"))
    return tuple(FACES[name] for name in (font, "math", "symbols", *scripts))


def _han(language: str) -> str:
    """Return the companion for Han, kana and Hangul: each country writes a sign in its own way."""
    tag = language.lower().split("-")
    if tag[0] == "ja":
        return "jp"
    if tag[0] == "ko":
        return "kr"
    return "tc" if {"hant", "tw", "hk", "mo"} & set(tag) else "sc"


def found(file: str) -> Path | None:
    """Return where a file of a face lies here, None where it is not installed."""
    return _installed().get(file.partition(":")[0])


def folders() -> tuple[Path, ...]:
    """Return the folders in which the faces' files lie, each once."""
    files = (found(file) for face in _FACES for file in face.files)
    return tuple(dict.fromkeys(path.parent for path in files if path))


@cache
def _cmap(file: str) -> cmap.Cmap:
    path = found(file)
    return cmap.read(path, int(file.partition(":")[2] or 0)) if path else cmap.NOTHING


@cache
def _installed() -> dict[str, Path]:
    """Return the files of all faces that are installed here, by their names."""
    wanted = {file.partition(":")[0] for face in _FACES for file in face.files}
    there: dict[str, Path] = {}
    for root in _roots():
        for folder, _, files in os.walk(root):
            for file in wanted.intersection(files):
                there.setdefault(file, Path(folder, file))
    return there


def _roots() -> Iterator[Path]:
    """Yield the folders of fonts: the user's own, ours, and where the system keeps its fonts.

    Ours come before the system's, so that a CV is the same page on every machine.
    """
    home = Path.home()
    if own := os.environ.get(OWN):
        yield Path(own)
    yield resources.bundle()
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts")
        yield Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "Fonts")
    elif sys.platform == "darwin":
        yield from (home / "Library" / "Fonts", Path("/Library/Fonts"))
    else:
        yield from (home / ".local" / "share" / "fonts", home / ".fonts")
        yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
