"""Tectonic and the TeX files of latex/bundle: how it is started, its format, its log.

The format (XeLaTeX itself, 31 MB) is made once, behind the fence, in a folder of its own; from then
on Tectonic reads it from our cache, into which no document can write.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from cvpress import cache, faces, fence, resources, run
from cvpress.engines import pdftex
from cvpress.errors import TexFailed

KIND = "tectonic"
KEPT = 2  # formats
WIDTH = 79  # at which Tectonic breaks the lines of its log
_SWITCHES = (
    *("--untrusted", "--only-cached", "--keep-logs", "--reruns=0", "--color=never"),
    "-Zdeterministic-mode",
)
_UNUSABLE = ("could not undump", "fatal format file error")
_FORMATS = "formats"  # the folder in Tectonic's cache


def key(program: Path) -> str:
    """Return the name of the format that this program makes from the bundle."""
    made = program.stat()
    files = (resources.bundle() / "SHA256SUM").read_text("ascii")
    told = f"{program.resolve()} {made.st_size} {made.st_mtime_ns} {files}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def find(program: Path) -> Path | None:
    """Return the format from the cache, None where it is not there."""
    found = next(cache.folder(KIND).glob(f"{key(program)}.*.fmt"), None)
    if found:
        cache.touch(found)
    return found


def dump(program: Path) -> Path:
    """Make the format anew and keep it: some seconds. Raises TexFailed where it can't be made."""
    work = Path(tempfile.mkdtemp(prefix="cvpress-"))
    try:
        (work / f"{pdftex.JOB}.tex").write_text("\\relax\\end\n", "ascii")
        ended = start(program, work).finish()
        made = next((work / _FORMATS).glob("*.fmt"), None)
        if made is None:
            last = " ".join(ended.output.split())[-200:]
            raise TexFailed(f"Tectonic could not make its format: {last}")
        return cache.store(KIND, f"{key(program)}.{made.name}", made.read_bytes(), KEPT)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def unusable(output: str) -> bool:
    """Tell from Tectonic's output whether it refused its format."""
    return any(words in output for words in _UNUSABLE)


def start(program: Path, work: Path, format: Path | None = None) -> run.Process:
    """Start Tectonic on the job in a work folder; with no format, it makes one there."""
    used = [path for path in _fonts() if path.parent != resources.bundle()]
    for path in used:
        _link(work / path.name, path)
    if format:
        used.append(format.parent)  # another build may put its own in the place of this one
        (work / _FORMATS).mkdir(exist_ok=True)
        _link(work / _FORMATS / format.name.partition(".")[2], format)
    argv = [str(program), *_SWITCHES, "--bundle", str(resources.bundle()), f"{pdftex.JOB}.tex"]
    read = (program.resolve(), resources.bundle().resolve(), *(path.resolve() for path in used))
    around = fence.Fence(read=read, write=(work,))
    bounds = run.limits() if format else run.own_work()
    return run.start(argv, work, _environment(work), bounds, around)


def _fonts() -> list[Path]:
    """Return the files of the faces that are here, each once."""
    files = (faces.found(file) for face in faces.FACES.values() for file in face.files)
    return list(dict.fromkeys(path for path in files if path))


def _link(name: Path, target: Path) -> None:
    """Let a file be found under a name. Nothing can be written through it: the fence says no."""
    with suppress(FileExistsError):
        name.symlink_to(target)


def _environment(work: Path) -> dict[str, str]:
    """Return Tectonic's environment, made from scratch; its world is the work folder."""
    variables = {
        **dict.fromkeys(("HOME", "TMPDIR", "TECTONIC_CACHE_DIR", "XDG_CACHE_HOME"), str(work)),
        "SOURCE_DATE_EPOCH": pdftex.epoch() or pdftex.STILL,
        "FONTCONFIG_FILE": str(resources.bundle() / "fonts.conf"),
    }
    return run.environment(variables)


_FAULT = re.compile(r"^error: (.+)$", re.MULTILINE)
_PLACED = re.compile(r"\S+?:\d+: .+")
_ERROR = re.compile(r"^! (.*)$", re.MULTILINE)
_LINE = re.compile(r"^l\.(\d+) ", re.MULTILINE)
_BEGINS = re.compile(r"Overfull |Underfull |! |l\.\d|\.*\\(?!TU/)|\.+\\TU/|\[|$")


def log(text: str, ended: run.Ended) -> str:
    """Return Tectonic's log as pdfTeX would have written it: lines whole, the error with its place.

    Tectonic breaks lines, and tells the place of an error only on its standard error, of a lost
    letter nowhere. Where it failed after TeX was done, what it says stands at the end.
    """
    whole = _unbroken(text)
    if not ended.code:
        return whole
    faults = _FAULT.findall(ended.output)
    placed = next((fault for fault in faults if _PLACED.fullmatch(fault)), "")
    if error := _ERROR.search(whole):
        placed = placed or _in_body(whole, error)
        return f"{whole[: error.start()]}{placed or error[0]}{whole[error.end() :]}"
    return f"{whole}\n{placed or f'! Tectonic: {faults[-1] if faults else ended.code}'}\n"


def _in_body(whole: str, error: re.Match[str]) -> str:
    """Return an error with its line in the body, "" where TeX had not come so far."""
    line = _LINE.search(whole, error.end())
    return f"{pdftex.BODY}:{line[1]}: {error[1]}" if line and f"({pdftex.BODY}" in whole else ""


def _unbroken(text: str) -> str:
    """Join the lines that were broken at the width of the log."""
    lines: list[str] = []
    broken = False
    for line in text.split("\n"):
        if broken and not _BEGINS.match(line):
            lines[-1] += line
        else:
            lines.append(line)
        broken = len(line) == WIDTH
    return "\n".join(lines)
