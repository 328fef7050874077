"""The command line: reads the arguments, runs one command, and is the only one to exit.

Each command is a file in this folder with `run(args) -> int`, imported when it is called, so that
none pays for another. Exit codes are DESIGN 3.2's.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from cvpress.cli.parser import parse
from cvpress.errors import CvpressError, Interrupted


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. No input makes a traceback."""
    try:
        args = parse(sys.argv[1:] if argv is None else argv)
        command = importlib.import_module(f"cvpress.cli.{args.command}")
        code: int = command.run(args)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _stopped(Interrupted("Interrupted.", "Nothing was overwritten."))
    except CvpressError as error:
        return _stopped(error)
    except BrokenPipeError:
        # The reader of our output (`| head`) has gone; what it got is all that it wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from cvpress.cli import bug

        return bug.report(error)


def _stopped(error: CvpressError) -> int:
    print(f"cvpress: {error}", file=sys.stderr)
    return error.exit_code
