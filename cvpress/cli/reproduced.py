"""`build --verify-reproducible`: the same CV built again, elsewhere, is to give the same bytes.

The second build is a process of its own: another working folder, home, folder for temporary files,
time zone, locale, user's name and order of hashes, and a cache with nothing in it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from cvpress import resources, run
from cvpress.cli import streams
from cvpress.errors import TexFailed

_PYTHON = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from cvpress.cli import reproduced; sys.exit(reproduced.again())"
)
_LIMITS = run.Limits(seconds=600, megabytes_written=500, megabytes_memory=8192)
_KEPT = ("SOURCE_DATE_EPOCH", run.SECONDS)
_FILES = ("overlay", "letter")
_OBJECT = re.compile(rb"\b(\d+) \d+ obj\b")
_TYPE = re.compile(rb"/Type\s*/(\w+)")


def verify(args: argparse.Namespace, made: Mapping[Path, bytes]) -> tuple[list[str], bool]:
    """Build again and compare with the PDFs that were made.

    Returns a sentence for each, and whether all came out alike.
    """
    with tempfile.TemporaryDirectory(prefix="cvpress-again-") as folder:
        why = _built(args, Path(folder))
        found = {path: _read(Path(folder, "out", path.name)) for path in made}
    lines = [_line(path, pdf, found[path], why) for path, pdf in made.items()]
    return lines, all(found[path] == pdf for path, pdf in made.items())


def _built(args: argparse.Namespace, folder: Path) -> str:
    """Build into out/ of a folder, and return the end of what was printed."""
    for name in ("home", "temporary", "work"):
        (folder / name).mkdir()
    argv = [sys.executable, "-I", "-c", _PYTHON, str(resources.PACKAGE.parent)]
    env = run.environment(_elsewhere(folder), path=os.environ.get("PATH", ""))
    process = run.start(argv, folder / "work", env, _LIMITS)
    try:
        return process.finish(json.dumps(_asked(args, folder / "out")).encode()).output
    except TexFailed as error:
        return error.message


def _elsewhere(folder: Path) -> dict[str, str]:
    home, temporary = str(folder / "home"), str(folder / "temporary")
    return {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        **dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA"), home),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temporary),
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), "somebody"),
        "CVPRESS_CACHE": str(folder / "cache"),
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C.UTF-8",
        "LANG": "tr_TR.UTF-8",
    }


def _asked(args: argparse.Namespace, out: Path) -> dict[str, object]:
    """Return what the command line asked for, said from another folder."""
    said = {**vars(args), "out": str(out), "format": "json", "verify_reproducible": False}
    for name in _FILES:
        said[name] = said[name] and str(Path(said[name]).resolve())
    for name in ("files", "dictionaries"):
        said[name] = [os.path.abspath(path) for path in said[name]]  # noqa: PTH100, keeps links
    return said


def again() -> int:
    """Build what standard input asks for: what the other process does."""
    from cvpress.cli import build

    streams.prepare()
    return build.run(argparse.Namespace(**json.load(sys.stdin)))


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _line(path: Path, pdf: bytes, other: bytes, said: str) -> str:
    if pdf == other:
        return (
            f"{path.as_posix()} is reproducible: the same bytes came from another folder, home, "
            "time zone and locale, with an empty cache."
        )
    if not other:
        last = said.strip().rpartition("\n")[2][-200:]
        return f"{path.as_posix()} could not be built again elsewhere: {last}"
    return (
        f"{path.as_posix()} is not reproducible: built elsewhere, it differs {_where(pdf, other)}."
    )


def _where(one: bytes, other: bytes) -> str:
    """Tell where two PDFs begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    told = f"from byte {at} on"
    before = list(_OBJECT.finditer(one, 0, at))
    if not before or b"endobj" in one[before[-1].end() : at]:
        return told
    head = one[before[-1].end() : at]
    kind = _TYPE.search(one[before[-1].end() : before[-1].end() + 1000])
    named = f"object {int(before[-1][1])}{f' (/{kind[1].decode()})' if kind else ''}"
    return f"{told}, in {'the stream of ' if b'stream' in head else ''}{named}"
