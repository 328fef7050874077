"""A PDF from anywhere, read in a process of its own, with limits.

What a stranger wrote can make PDFium work for hours, ask for all memory there is, or break off. The
process hands its facts over as JSON, in which nothing can be run.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import Any

from cvpress import resources, run
from cvpress.errors import TexFailed, UsageError
from cvpress.printed.model import Box, Font, Link, Page, Printed, Word

Read = Callable[[bytes], Printed]
FACTS = "facts.json"
LIMITS = run.Limits(seconds=20, megabytes_written=100, megabytes_memory=1024)
_PYTHON = "import sys; sys.path.insert(0, sys.argv[1]); import cvpress.printed.apart as a; a.main()"
_HELP = "No CV needs that: the file is damaged, or made to stop whoever reads it."


@contextmanager
def reader() -> Iterator[Read]:
    """Start the process, which loads its library meanwhile, and lend what reads one PDF with it.

    What is lent raises UsageError as `printed.read` does, and where the limits are met.
    """
    with tempfile.TemporaryDirectory(prefix="cvpress-") as folder:
        argv = [sys.executable, "-I", "-c", _PYTHON, str(resources.PACKAGE.parent)]
        process = run.start(argv, Path(folder), run.environment({}), LIMITS)
        try:
            yield lambda pdf: _read(process, Path(folder), pdf)
        finally:
            process.kill()


def _read(process: run.Process, folder: Path, pdf: bytes) -> Printed:
    try:
        process.finish(pdf)
        told = json.loads((folder / FACTS).read_bytes())
    except TexFailed:
        message = f"The PDF takes more than {LIMITS.seconds:g} seconds to read."
        raise UsageError(message, _HELP) from None
    except (OSError, ValueError):  # it broke off, as programs do that get no more memory
        message = f"The PDF takes more than {LIMITS.megabytes_memory} MB of memory to read."
        raise UsageError(message, _HELP) from None
    if "refused" in told:
        raise UsageError(*told["refused"])
    return _printed(told)


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
    names = ("pages", "words", "links", "fonts")
    return {name: [astuple(one) for one in getattr(facts, name)] for name in names}


def _printed(told: dict[str, Any]) -> Printed:
    return Printed(
        pages=tuple(Page(*row) for row in told["pages"]),
        words=tuple(Word(text, page, Box(*box)) for text, page, box in told["words"]),
        links=tuple(Link(page, Box(*box), url) for page, box, url in told["links"]),
        fonts=tuple(Font(*row) for row in told["fonts"]),
        metadata=told["metadata"],
    )
