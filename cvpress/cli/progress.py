"""A line on stderr for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS = 1.0


@contextmanager
def told(sentence: str, quiet: bool) -> Iterator[None]:
    """Say the sentence if the block lasts longer than a second, and wipe it at the end."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    timer = threading.Timer(SECONDS, _say, [sentence])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _say(sentence: str) -> None:
    print(f"\r{sentence} …", end="", file=sys.stderr, flush=True)
