"""Serves an editor over stdin and stdout.

Nothing is logged, since a log would quote the CV. Our stdout is the wire, so nothing else may write
there: what does (a library's print) goes to stderr.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial

from cvpress.lsp.requests import ANSWERS, TEXTS
from cvpress.lsp.server import Report, Server


def make(report: Report) -> Server:
    """Return a server that knows all requests. `report` tells a bug without a line of the CV."""
    server = Server(report)
    for name, take in TEXTS.items():
        server.protocol.fm.add_builtin_feature(name, server.guarded(partial(take, server)))
    for name, (answer, options) in ANSWERS.items():
        server.feature(name, options)(server.guarded(partial(answer, server)))
    return server


def serve(report: Report) -> int:
    """Answer until the editor ends it. Returns 0 where it asked for shutdown before, else 1."""
    logging.disable(logging.CRITICAL)
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = make(report)
    server.start_io(sys.stdin.buffer, wire)
    return 0 if server.ended else 1
