"""Writing files so that a reader never meets half of one."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from cvpress.errors import UsageError


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file all at once: into a neighbour first, which then takes the name.

    Whatever goes wrong (a full disk, Ctrl-C), a former file keeps its former bytes and no half file
    is left. Raises OSError.
    """
    neighbour = _neighbour(path, data)
    try:
        _as_usual(neighbour)
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise


def _neighbour(path: Path, data: bytes, kept: bool = False) -> Path:
    """Write the bytes into a new file of the same folder and return its path. Raises OSError.

    `kept`: they are on the disk before this returns, so that not even a loss of power loses them.
    """
    import tempfile  # late: who only reads shall not wait for it (and random, shutil, bz2, lzma)

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if kept:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _as_usual(path: Path) -> None:
    """Give a file the permissions that a plain `open` would: mkstemp's are the owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """Put other bytes into a file of the user's, which is to hold `before` still.

    A symbolic link stays one; the file keeps its mode, and its owner where the system lets it.
    Raises UsageError where the file is write-protected, no plain file, or another one by now.
    """
    real = Path(os.path.realpath(path))
    try:
        _writable(path, real)
        neighbour = _neighbour(real, after, kept=True)
        try:
            _like(real, neighbour)
            if real.read_bytes() != before:
                message = f"{path} was changed by another program meanwhile; it is left as it is."
                raise UsageError(message, "Run this again.")
            neighbour.replace(real)
        except BaseException:
            neighbour.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"Can't write {path}: {error.strerror or error}.") from error


def _writable(path: str, real: Path) -> None:
    mode = real.stat().st_mode
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is no plain file; it is left as it is.")
    if not mode & 0o222 or not os.access(real, os.W_OK):
        raise UsageError(f"{path} is write-protected; it is left as it is.", "Unlock it first.")


def _like(real: Path, neighbour: Path) -> None:
    """Give a new file the mode of another and, where the system lets us, its owner."""
    facts = real.stat()
    with suppress(OSError, AttributeError):  # AttributeError: Windows has no owners
        os.chown(neighbour, facts.st_uid, facts.st_gid)
    neighbour.chmod(stat.S_IMODE(facts.st_mode))  # after the owner, whose change may take bits away


def write_output(path: Path, data: bytes) -> None:
    """Write an output that the user asked for, atomically, making its folder.

    Raises UsageError with the reason in words where it can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    except OSError as error:
        raise UsageError(f"Can't write {path}: {error.strerror or error}.") from error


def read_input(path: str, help: str, most: int = -1) -> bytes:
    """Return the bytes of a file that the user named, at most `most` of them.

    Raises UsageError with the reason in words, and with `help`, where it can't be read.
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist.", help) from None
    except OSError as error:
        reason = "is a folder" if Path(path).is_dir() else f"can't be read ({error.strerror})"
        raise UsageError(f"{path} {reason}.", help) from None
