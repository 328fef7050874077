"""Standard output and error, made fit for any text and for readers who leave early."""

from __future__ import annotations

import io
import os
import sys


def prepare() -> None:
    """Let no letter of a report stop it: what a terminal can't show is written as an escape.

    On Windows a pipe or a file gets UTF-8, as everywhere else. A stream that is closed is replaced.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
            if os.name == "nt" and not stream.isatty():
                stream.reconfigure(encoding="utf-8")


def put(text: str) -> None:
    """Write to stdout at once. A reader who has gone (`| head`) wanted no more; the exit code
    stays what it is. Raises OSError where there is no room."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        quiet()
    except OSError:  # what could not be written is not tried again at the end
        quiet()
        raise


def quiet() -> None:
    """Send the rest of stdout nowhere, so that Python does not complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
