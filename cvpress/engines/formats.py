"""The dumped formats of the embedded engine: a theme's packages in a font, loaded once and kept.

Loading packages is most of what a TeX run does. TeX can write its memory to a file and start from
it; unpacked, so that nothing is inflated at each start. A file's name carries all that it was made
from: the program, the preamble, the theme's files, the metrics.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from cvpress import cache, fonts, run
from cvpress.engines import pdftex
from cvpress.engines.base import Stationery
from cvpress.engines.faults import first
from cvpress.errors import TexFailed

KEPT = 8
KIND = "formats"
# What TeX says of a format that is cut short, or made by another program.
_FOREIGN = ("Could not undump", "made by different executable", "Fatal format file error")
_GONE = "I can't find the format file"


class Broken(TexFailed):
    """A preamble that does not compile. `log`: what TeX says of it; "" where it names no error."""

    def __init__(self, message: str, log: str) -> None:
        super().__init__(message)
        self.log = log if first(log) else ""


def unusable(output: str) -> bool:
    """Tell from TeX's output whether it refused its format."""
    return any(words in output for words in (*_FOREIGN, _GONE))


def name(binary: Path, stationery: Stationery) -> str:
    """Return the name of the format (without .fmt) for this program and stationery."""
    program = binary.stat()
    digest = hashlib.sha256(f"{binary} {program.st_size} {program.st_mtime_ns}".encode())
    digest.update(stationery.preamble.encode())
    overlay = sorted(fonts.get(stationery.font).folder.iterdir())
    files = [*sorted(stationery.files.items()), *((path.name, path) for path in overlay)]
    for file, path in files:
        content = path.read_bytes()
        digest.update(f"\0{file}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:24]


def find(name: str) -> Path | None:
    """Return the format of this name from the cache, None where it is not there."""
    path = cache.folder(KIND) / f"{name}.fmt"
    if not path.is_file():
        return None
    cache.touch(path)
    return path


def dump(name: str, binary: Path, stationery: Stationery) -> Path:
    """Make the format anew and keep it. Takes about 0.6 s.

    Raises Broken where the preamble does not compile, TexFailed where it runs over its limits.
    """
    work = pdftex.Work(stationery)
    try:
        work.write(f"{pdftex.PREAMBLE}.tex", f"{stationery.preamble}\n\\dump\n")
        switches = (*pdftex.SWITCHES, "-interaction=nonstopmode", f"-jobname={pdftex.JOB}")
        argv = [str(binary), "-ini", *switches, "&pdflatex", f"{pdftex.PREAMBLE}.tex"]
        env = pdftex.environment(work, "", fonts.get(stationery.font).folder)
        ended = run.start(argv, work.path, env, run.own_work()).finish()
        packed = work.path / f"{pdftex.JOB}.fmt"
        if ended.code or not packed.is_file():
            log = work.log()
            said = "" if first(log) else f": {ended.output.strip()[-200:]}"
            raise Broken(f"The theme {stationery.theme} does not compile{said}.", log)
        return cache.store(KIND, f"{name}.fmt", gzip.decompress(packed.read_bytes()), KEPT)
    finally:
        work.remove()
