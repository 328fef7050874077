"""Writes what a build made under its name, and says in a line what was written.

Only a PDF without a proof finding at error level gets the name `<stem>.pdf`; another is written as
`<stem>.unproved.pdf`, and an older `<stem>.pdf` is left alone and named as old.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from cvpress import pipeline
from cvpress.errors import UsageError
from cvpress.files import write_output

VIEWERS_LOCK = os.name == "nt"  # a PDF that a viewer shows can't be replaced there


def write(one: pipeline.Built, target: Path, kinds: Collection[str]) -> str:
    """Write what a build made, and return the line that says so.

    `target`: the path without its ending; `kinds`: which of "pdf" and "tex" are asked for. Raises
    UsageError for what can't be written.
    """
    if "tex" in kinds and one.tex:
        write_output(named(target, ".tex"), one.tex.encode())
        for name, data in one.files.items():
            write_output(target.with_name(name), data)
    if "pdf" not in kinds and one.tex:
        return f"{named(target, '.tex').as_posix()} is written."
    good, unproved = named(target, ".pdf"), named(target, ".unproved.pdf")
    if not one.pdf:
        return f"Nothing was printed.{_old(good)}"
    if one.failed:
        return f"{_put(unproved, one.pdf)} did not stand its proofs.{_old(good)}"
    put = _put(good, one.pdf)
    with suppress(OSError):  # Windows: it is open in a viewer
        unproved.unlink()
    pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
    held = "" if put == good.as_posix() else f" {good.as_posix()} is open in a viewer: left alone."
    return f"{put}: {pages}, proved. Engine {one.why}{held}"


def named(target: Path, ending: str) -> Path:
    """Return a path with its ending: what stands behind a dot may be a variant's name."""
    return target.with_name(target.name + ending)


def _old(path: Path) -> str:
    return f" {path.as_posix()} is an older one." if path.exists() else ""


def _put(path: Path, pdf: bytes) -> str:
    """Write a PDF and return its path. One that a viewer holds open is left: ours is `.new.pdf`."""
    try:
        write_output(path, pdf)
    except UsageError as error:
        held = VIEWERS_LOCK and isinstance(error.__cause__, PermissionError) and path.is_file()
        if not held:
            raise
        path = path.with_name(f"{path.stem}.new.pdf")
        write_output(path, pdf)
    return path.as_posix()
