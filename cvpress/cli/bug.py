"""Our own bug: one sentence on the terminal, and a file with the rest, ready to paste.

The report holds the versions and the traceback, but no line of the CV.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from cvpress import UPSTREAM, __version__

EXIT_CODE = 70


def report(error: Exception) -> int:
    """Write the report to a temporary file, name it on stderr, and return the exit code 70."""
    stack = "".join(traceback.format_tb(error.__traceback__))
    text = (
        f"cvpress {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"command: {sys.argv[1] if len(sys.argv) > 1 else 'build'}\n\n"
        f"{stack}{type(error).__name__}\n"
    )
    with tempfile.NamedTemporaryFile(
        "w", prefix="cvpress-bug-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(text)
    print(
        f"cvpress: this is a bug of cvpress, not a fault of your CV ({type(error).__name__}).\n"
        f"Please paste {Path(file.name)} into {UPSTREAM}/issues; it holds no line of your CV.",
        file=sys.stderr,
    )
    return EXIT_CODE
