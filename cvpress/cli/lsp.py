"""`cvpress lsp`: the language server, which an editor starts (docs/editors.md)."""

from __future__ import annotations

import argparse
import sys

from cvpress.cli import bug
from cvpress.errors import UsageError


def run(args: argparse.Namespace) -> int:
    """Answer an editor over stdin and stdout until it is done."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("An editor starts this, not a person.", "docs/editors.md tells how.")
    from cvpress.lsp import stdio

    return stdio.serve(bug.text)
