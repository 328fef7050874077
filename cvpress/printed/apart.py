"""A PDF from anywhere, read or drawn in a process of its own, with limits.

What a stranger wrote can make PDFium work for hours, ask for all memory there is, or break off. The
process hands its facts over as JSON, in which nothing can be run, and pictures as their pixels.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import Any

from cvpress import resources, run
from cvpress.errors import TexFailed, UsageError
from cvpress.printed import unseen
from cvpress.printed.model import Bookmark, Box, Font, Link, Page, Printed, Word
from cvpress.printed.pictures import Picture

Read = Callable[[bytes], Printed]
FACTS = "facts.json"
LIMITS = run.Limits(seconds=20, megabytes_written=100, megabytes_memory=1024)
_PYTHON = "import sys; sys.path.insert(0, sys.argv[1]); import cvpress.printed.apart as a; {}"
_HELP = "No CV needs that: the file is damaged, or made to stop whoever reads it."


@contextmanager
def reader() -> Iterator[Read]:
    """Start the process, which loads its library meanwhile, and lend what reads one PDF with it.

    What is lent raises UsageError as `printed.read` does, and where the limits are met.
    """
    with _started("a.main()") as (process, folder):
        yield lambda pdf: _printed(_finished(process, folder, pdf, "read"), pdf)


def drawn(pdf: bytes, count: int) -> list[Picture]:
    """Return the pictures of the first `count` pages of a PDF. Raises UsageError, as `reader`."""
    with _started(f"a.draw({count})") as (process, folder):
        rows = _finished(process, folder, pdf, "draw")["pictures"]
        return [
            Picture(width, height, bytearray((folder / name).read_bytes()), _pairs(corners), whole)
            for name, width, height, corners, whole in rows
        ]


def _pairs(corners: list[list[int]]) -> Any:
    return tuple(map(tuple, corners))


@contextmanager
def _started(call: str) -> Iterator[tuple[run.Process, Path]]:
    """Start the process with what it is to do, and stop it in the end."""
    with tempfile.TemporaryDirectory(prefix="cvpress-") as folder:
        python = [sys.executable, "-I", "-c", _PYTHON.format(call), str(resources.PACKAGE.parent)]
        process = run.start(python, Path(folder), run.environment({}), LIMITS)
        try:
            yield process, Path(folder)
        finally:
            process.kill()


def _finished(process: run.Process, folder: Path, pdf: bytes, what: str) -> dict[str, Any]:
    """Return what the process tells. Raises UsageError where it refuses, or met a limit."""
    try:
        process.finish(pdf)
        told: dict[str, Any] = json.loads((folder / FACTS).read_bytes())
    except TexFailed:
        message = f"The PDF takes more than {LIMITS.seconds:g} seconds to {what}."
        raise UsageError(message, _HELP) from None
    except (OSError, ValueError):  # it broke off, as programs do that get no more memory
        message = f"The PDF takes more than {LIMITS.megabytes_memory} MB of memory to {what}."
        raise UsageError(message, _HELP) from None
    if "refused" in told:
        raise UsageError(*told["refused"])
    return told


def draw(count: int) -> None:
    """Draw the first pages of a PDF from standard input: what the other process does."""
    from cvpress.printed import pictures

    rows = []
    for number, one in enumerate(pictures.pictures(sys.stdin.buffer.read(), range(1, count + 1))):
        Path(f"{number}.rgb").write_bytes(one.pixels)
        rows.append([f"{number}.rgb", one.width, one.height, one.corners, one.whole])
    Path(FACTS).write_text(json.dumps({"pictures": rows}), "utf-8")


def main() -> None:
    """Read a PDF from standard input and write its facts: what the process does."""
    from cvpress import printed

    printed.prepare()
    try:
        facts = printed.read(sys.stdin.buffer.read())
        told = {**_rows(facts), "metadata": facts.metadata}
    except UsageError as error:
        told = {"refused": [error.message, error.help]}
    Path(FACTS).write_text(json.dumps(told), "utf-8")


def _rows(facts: Printed) -> dict[str, Any]:
    names = ("pages", "words", "links", "fonts", "bookmarks")
    return {name: [astuple(one) for one in getattr(facts, name)] for name in names}


def _printed(told: dict[str, Any], pdf: bytes) -> Printed:
    return Printed(
        pages=tuple(Page(*row) for row in told["pages"]),
        words=tuple(Word(text, page, Box(*box)) for text, page, box in told["words"]),
        links=tuple(Link(page, Box(*box), url) for page, box, url in told["links"]),
        fonts=tuple(Font(*row) for row in told["fonts"]),
        metadata=told["metadata"],
        bookmarks=tuple(Bookmark(*row) for row in told["bookmarks"]),
        unseen=partial(unseen.texts, pdf),
    )
