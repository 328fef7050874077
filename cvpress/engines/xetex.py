"""What engines that run XeTeX share: which letters they have, where TeX finds their fonts."""

from __future__ import annotations

import os

from cvpress import faces, run
from cvpress.engines import glyphs, pdftex

KINDS = ("OPENTYPEFONTS", "TTFONTS")  # kpathsea's lists of folders


def missing(font: str) -> str:
    """Return "" where XeTeX runs here and has a face, else the reason in one sentence."""
    face = faces.FACES[font]
    if not run.which("xelatex"):
        return "xelatex is not on the PATH (Debian: texlive-xetex)."
    if not face.there:
        return f"the font {face.title} is not installed (Debian: {face.package})."
    return ""


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that a face and its companions, as installed, can't print."""
    able = faces.chain(font)
    return glyphs.lacking(text, lambda character: any(character in face for face in able))


def opening() -> str:
    """Return the TeX that stands between preamble and body."""
    return f"{pdftex.DUMPS}\\relax"


def searched(work: pdftex.Work) -> dict[str, str]:
    """Return the variables that lead TeX to the folders of the fonts."""
    folders = (work.reachable(folder).as_posix() for folder in faces.folders())
    return dict.fromkeys(KINDS, os.pathsep.join([".", *folders, ""]))
