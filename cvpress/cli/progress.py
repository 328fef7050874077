"""A line on stderr for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cvpress.reports.display import visible

SECONDS = 1.0
_WIPE = "\r\x1b[K"


@contextmanager
def told(sentence: str, quiet: bool) -> Iterator[None]:
    """Say the sentence if the block lasts longer than a second, and wipe it at the end."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    said = threading.Event()
    timer = threading.Timer(SECONDS, _say, [sentence, said])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said.is_set():
            print(_WIPE, end="", file=sys.stderr, flush=True)


def _say(sentence: str, said: threading.Event) -> None:
    said.set()
    print(f"\r{visible(sentence)} …", end="", file=sys.stderr, flush=True)
