"""Our own bug: one sentence on the terminal, and a file with the rest, ready to paste.

The report holds the versions, the command and where in our code it happened: no line of the CV, no
name of a file, and no message of an exception, since that may quote either.
"""

from __future__ import annotations

import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

from cvpress import UPSTREAM, __version__
from cvpress.cli.parser import COMMANDS

EXIT_CODE = 70


def report(error: Exception) -> int:
    """Write the report to a temporary file, name it on stderr, and return the exit code 70."""
    print(
        f"cvpress: this is a bug of cvpress, not a fault of your CV ({type(error).__name__}).\n"
        f"{_place(text(error))}",
        file=sys.stderr,
    )
    return EXIT_CODE


def text(error: BaseException) -> str:
    """Return the report."""
    command = next((word for word in sys.argv[1:2] if word in COMMANDS), "build")
    versions = f"cvpress {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{versions}\ncommand: {command}\n\n" + "\nwhich came from\n\n".join(_stacks(error))


def _stacks(error: BaseException | None) -> Iterator[str]:
    """Yield where an error was raised, and then the same of the errors that led to it."""
    while error is not None:
        frames = _frames(error)
        lines = [f"  {_module(frame)}:{frame.lineno} {frame.name}\n" for frame in frames]
        yield f"{''.join(lines)}{type(error).__name__}\n"
        error = error.__cause__ or error.__context__


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    """Return where an error was raised; of one from another process, as it brought it along."""
    told = str(error) if type(error).__name__ == "_RemoteTraceback" else ""
    there = [traceback.FrameSummary(f, int(n), name) for f, n, name in _THERE.findall(told)]
    return there or list(traceback.extract_tb(error.__traceback__))


_THERE = re.compile(r'File "([^"]+)", line (\d+), in (\S+)')


def _module(frame: traceback.FrameSummary) -> str:
    """Return the end of a file's path: the rest of it may tell who uses this machine."""
    return "/".join(Path(frame.filename).parts[-3:])


def _place(told: str) -> str:
    """Keep the report in a file and say where; without one it stands on the terminal."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="cvpress-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(told)
    except OSError:
        return f"Please paste this into {UPSTREAM}/issues; it holds no line of your CV.\n\n{told}"
    return f"Please paste {file.name} into {UPSTREAM}/issues; it holds no line of your CV."
