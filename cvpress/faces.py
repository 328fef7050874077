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
from importlib.util import find_spec
from pathlib import Path

from cvpress import cmap, resources

OWN = "CVPRESS_FONTS"  # the variable that names one more folder of fonts


@dataclass(frozen=True, slots=True)
class Face:
    """A family: what Debian calls its package, the names of its files.

    `pattern`: a file, `*` for its style, with ":" and a number for a font of a collection;
    `styles`: how many of regular, bold, italic and bold italic there are; the first ones stand in
    for the others. `scale`: how much larger it is set; `asks`: for which features of OpenType, as
    XeTeX is told them; `lacks`: characters that it has, but that a reader copies as others.
    `spares`: where its files are not installed, others with its letters, and what these ask for.
    """

    name: str
    title: str
    package: str
    pattern: str
    styles: int
    scale: float = 1
    asks: str = ""
    lacks: str = ""
    spares: tuple[tuple[str, str], ...] = ()

    @property
    def features(self) -> str:
        """OpenType's features of the files that are taken here."""
        return _taken(self)[1]

    @property
    def files(self) -> tuple[str, ...]:
        """Its four files."""
        return _files(_taken(self)[0], self.styles)

    def __contains__(self, character: str) -> bool:
        """Tell whether the face that is installed here has a character, and lets it be copied."""
        return character not in self.lacks and character in _cmap(_taken(self)[0])

    @property
    def there(self) -> bool:
        """Tell whether all its files are installed."""
        return all(found(file) for file in self.files)


_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def _files(pattern: str, styles: int) -> tuple[str, ...]:
    """Return the four files of a pattern; one in small letters writes its styles so, too."""
    there = [pattern.replace("*", style) for style in (_STYLES[:styles] * 4)[:4]]
    return tuple(file.lower() if pattern.islower() else file for file in there)


# Of two characters with one glyph a reader copies the other: dots, numbers in circles, radicals.
_ALIKE = "…·•‧①②③④⑤⑥⑦⑧⑨⑩⓪" + "".join(map(chr, range(0x2E80, 0x2FE0)))
_CORE, _CJK = "fonts-noto-core", "fonts-noto-cjk"
# The number of the font in its collection, OpenType's word for the language
_HAN = {"jp": (0, "JAN"), "kr": (1, "KOR"), "sc": (2, "ZHS"), "tc": (3, "ZHT")}
# The Japanese font has the signs of all countries; this package of PyPI has it in two styles.
_PACKAGE, _PACKED = "rinoh_typeface_notosanscjk", "notosanscjkjp-*.otf"


def _hans(style: str) -> Iterator[Face]:
    for name, (number, language) in _HAN.items():
        title, pattern = f"Noto {style} CJK {name.upper()}", f"Noto{style}CJK-*.ttc:{number}"
        spares = (
            (f"Noto{style}CJK{name}-*.otf", ""),
            (f"NotoSansCJK-*.ttc:{number}", ""),
            (f"NotoSansCJK{name}-*.otf", ""),
            (_PACKED, f"language={language}"),
        )
        yield Face(f"{style.lower()}-{name}", title, _CJK, pattern, 2, lacks=_ALIKE, spares=spares)


_FACES = (
    Face("noto-sans", "Noto Sans", _CORE, "NotoSans-*.ttf", 4),
    Face("noto-serif", "Noto Serif", _CORE, "NotoSerif-*.ttf", 4),
    Face("mono", "Noto Sans Mono", "fonts-noto-mono", "NotoSansMono-*.ttf", 2),
    Face("math", "Noto Sans Math", _CORE, "NotoSansMath-*.ttf", 1),
    Face("symbols", "Noto Sans Symbols 2", _CORE, "NotoSansSymbols2-*.ttf", 1),
    *_hans("Sans"),
    *_hans("Serif"),
    # Its letters copy as themselves in every reader, those of Noto as their joined forms. Without
    # the features, readers find a stretching stroke or a space in some words.
    Face(
        *("arabic", "Amiri", "fonts-hosny-amiri", "Amiri-*.ttf", 2),
        scale=1.1,
        asks="script=arab;-calt;-kern",
        lacks="\u0654\u06c0\u06d5",
    ),
    Face("sans-hebrew", "Noto Sans Hebrew", _CORE, "NotoSansHebrew-*.ttf", 2),
    Face("serif-hebrew", "Noto Serif Hebrew", _CORE, "NotoSerifHebrew-*.ttf", 2),
)
FACES = {face.name: face for face in _FACES}
MAIN = {"noto-sans": "sans", "noto-serif": "serif"}
"""The faces that a CV may be set in, and the style of their companions."""


def chain(font: str, language: str = "") -> tuple[Face, ...]:
    """Return the faces of a CV: its own, then the companions, those of its language first."""
    style = MAIN[font]
    scripts = (f"{style}-{_han(language)}", "arabic", f"{style}-hebrew")
    return tuple(FACES[name] for name in (font, "math", "symbols", *scripts))


def _han(language: str) -> str:
    """Return the companion for Han, kana and Hangul: each country writes a sign in its own way."""
    tag = language.lower().split("-")
    if tag[0] == "ja":
        return "jp"
    if tag[0] == "ko":
        return "kr"
    return "tc" if {"hant", "tw", "hk", "mo"} & set(tag) else "sc"


def is_han(name: str) -> bool:
    """Tell whether a face is a companion for Han."""
    return name.rpartition("-")[2] in _HAN


def found(file: str) -> Path | None:
    """Return where a file of a face lies here, None where it is not installed."""
    return _installed().get(file.partition(":")[0])


def folders() -> tuple[Path, ...]:
    """Return the folders in which the faces' files lie, each once."""
    files = (found(file) for face in _FACES for file in face.files)
    return tuple(dict.fromkeys(path.parent for path in files if path))


@cache
def _taken(face: Face) -> tuple[str, str]:
    """Return the pattern of the files that are taken here, and their features."""
    ways = (face.pattern, face.asks), *face.spares
    there = (way for way in ways if all(found(file) for file in _files(way[0], face.styles)))
    return next(there, ways[0])


@cache
def _cmap(pattern: str) -> cmap.Cmap:
    """Return the characters of a family: those of its first file."""
    file = _files(pattern, 1)[0]
    path = found(file)
    return cmap.read(path, int(file.partition(":")[2] or 0)) if path else cmap.NOTHING


@cache
def _installed() -> dict[str, Path]:
    """Return the files of all faces that are installed here, by their names."""
    patterns = {
        (pattern, face.styles)
        for face in _FACES
        for pattern in (face.pattern, *(spare for spare, _ in face.spares))
    }
    wanted = {file.partition(":")[0] for each in patterns for file in _files(*each)}
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
    yield from _packages()
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts")
        yield Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "Fonts")
    elif sys.platform == "darwin":
        yield from (home / "Library" / "Fonts", Path("/Library/Fonts"))
    else:
        yield from (home / ".local" / "share" / "fonts", home / ".fonts")
        yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _packages() -> Iterator[Path]:
    """Yield the folder of a package of fonts that is installed beside us."""
    package = find_spec(_PACKAGE)
    if package and package.origin:
        yield Path(package.origin).parent
