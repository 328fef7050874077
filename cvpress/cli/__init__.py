"""The command line: reads the arguments, runs one command, and is the only one to exit.

Each command is a file in this folder with `run(args) -> int`, imported when it is called, so that
none pays for another. Exit codes are DESIGN 3.2's.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from cvpress.cli import streams
from cvpress.cli.parser import parse
from cvpress.errors import Interrupted


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. No input makes a traceback."""
    streams.prepare()
    try:
        args = parse(sys.argv[1:] if argv is None else argv)
        command = importlib.import_module(f"cvpress.cli.{args.command}")
        code: int = command.run(args)
        streams.put("")
        return code
    except BrokenPipeError:
        streams.quiet()
        return 0
    except KeyboardInterrupt:
        return _stopped(Interrupted("Interrupted."))
    except Exception as error:
        return _stopped(error)


def _stopped(error: Exception) -> int:
    from cvpress.cli import stopped

    return stopped.told(error)
