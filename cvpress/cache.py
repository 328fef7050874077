"""The cache: what can be made anew, kept in the platform's cache folder.

Safe to delete at any time, and with two processes at once: files are written whole, and their names
carry what they were made from. Where the folder can't be written, a temporary one takes its place
for the life of the process.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from cvpress.files import write_atomic


def _platform_folder() -> Path:
    """Return where this platform keeps caches, by its own conventions."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".cache"


def home() -> Path:
    """Return the folder of all our caches: CVPRESS_CACHE, else the platform's; it may not exist."""
    override = os.environ.get("CVPRESS_CACHE")
    try:
        return Path(override) if override else _platform_folder() / "cvpress"
    except RuntimeError:  # no home directory at all
        return _temporary()


@cache
def _temporary() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="cvpress-cache-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def folder(kind: str) -> Path:
    """Return the folder for one kind of thing (`formats`), made and writable."""
    wanted = home() / kind
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=wanted):
            return wanted
    except OSError:
        instead = _temporary() / kind
        instead.mkdir(parents=True, exist_ok=True)
        return instead


def store(kind: str, name: str, data: bytes, most: int) -> Path:
    """Keep a file under `name` and, of its kind and ending, the `most` last used; return its path.

    Where another process holds the same name open (Windows), its file is as good as ours. Where
    the disk is full, the file goes to a temporary folder.
    """
    path = folder(kind) / name
    try:
        write_atomic(path, data)
    except PermissionError:
        if not path.is_file():
            raise
    except OSError:
        path = _temporary() / kind / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    _forget_oldest(path, most)
    return path


def touch(path: Path) -> None:
    """Remember that a file was used just now, so that it is not the next to go."""
    try:
        os.utime(path)
    except OSError:
        return  # a cache that is only readable serves as well


def _forget_oldest(path: Path, most: int) -> None:
    used = []
    for other in path.parent.glob(f"*{path.suffix}"):
        try:
            used.append((other.stat().st_mtime_ns, other))
        except FileNotFoundError:  # another process was faster
            continue
    for _, old in sorted(used, reverse=True)[most:]:
        if old != path:
            try:
                old.unlink(missing_ok=True)
            except OSError:  # held open on Windows: next time
                continue
