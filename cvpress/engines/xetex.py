"""What engines that run XeTeX share: which letters they have, where TeX finds their fonts."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import replace

from cvpress import faces, run
from cvpress.engines import glyphs, pdftex
from cvpress.engines.base import Compiled

KINDS = ("OPENTYPEFONTS", "TTFONTS")  # kpathsea's lists of folders


def missing(font: str) -> str:
    """Return "" where XeTeX runs here and has a face, else the reason in one sentence."""
    face = faces.FACES[font]
    if not run.which("xelatex"):
        return "xelatex is not on the PATH (Debian: texlive-xetex)."
    if not face.there:
        return f"the font {face.title} is not installed (Debian: {face.package})."
    return ""


# The word with which Unicode's names of a script's letters begin, and a face that has them.
_SCRIPTS = {
    **dict.fromkeys(("LATIN", "GREEK", "CYRILLIC"), "noto-serif"),
    **{"ARABIC": "arabic", "HEBREW": "sans-hebrew"},
}


def wanting(characters: str, ready: bool = False) -> tuple[str, ...]:
    """Return Debian's packages that XeTeX wants here to print characters; () where none would.

    `ready`: it runs here, and has the faces of a CV, as Tectonic does.
    """
    wanted = {name for character in characters if (name := _face_of(character))}
    if not wanted:
        return ()
    tex = () if ready or run.which("xelatex") else ("latexmk", "texlive-xetex")
    own = () if ready else ("noto-sans",)
    needed = (faces.FACES[name] for name in (*own, *sorted(wanted)))
    return tuple(dict.fromkeys((*tex, *(face.package for face in needed if not face.there))))


def _face_of(character: str) -> str:
    if unicodedata.east_asian_width(character) in "WF":
        return "sans-sc"
    return _SCRIPTS.get(unicodedata.name(character, "-").split()[0], "")


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that a face and its companions, as installed, can't print."""
    able = faces.chain(font)
    return glyphs.lacking(text, lambda character: any(character in face for face in able))


def opening() -> str:
    """Return the TeX that stands between preamble and body."""
    return f"{pdftex.DUMPS}\\relax"


_DATE = re.compile(rb"/CreationDate ?\(D:[^)]*\)")


def undated(compiled: Compiled) -> Compiled:
    """Return what TeX made without the date that its PDF writer puts in where nobody set one."""
    if pdftex.epoch():
        return compiled
    return replace(compiled, pdf=_DATE.sub(lambda at: b" " * len(at[0]), compiled.pdf))


def searched(work: pdftex.Work) -> dict[str, str]:
    """Return the variables that lead TeX to the folders of the fonts."""
    folders = (work.reachable(folder).as_posix() for folder in faces.folders())
    return dict.fromkeys(KINDS, os.pathsep.join([".", *folders, ""]))
