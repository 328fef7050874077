"""Writing files so that a reader never meets half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cvpress.errors import UsageError


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file all at once: into a neighbour first, which then takes the name.

    Whatever goes wrong (a full disk, Ctrl-C), a former file keeps its former bytes and no half file
    is left. Raises OSError.
    """
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _as_usual(Path(neighbour))
        Path(neighbour).replace(path)
    except BaseException:
        Path(neighbour).unlink(missing_ok=True)
        raise


def _as_usual(path: Path) -> None:
    """Give a file the permissions that a plain `open` would: mkstemp's are the owner's alone."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


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
