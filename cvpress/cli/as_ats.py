"""`cvpress prove PDF --as-ats`: what programs that take in CVs read in a PDF.

It is a report, not a proof: its exit code is 0 wherever the PDF can be read. Without a cv.yaml, or
with one that has errors, it tells what was found, and not what should have been.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cvpress import ats, proving
from cvpress.cli import asked, progress, prove, streams
from cvpress.errors import UsageError
from cvpress.printed import apart
from cvpress.reports import as_ats as reports
from cvpress.view.model import View

USUAL = "cv.yaml"


def run(args: argparse.Namespace) -> int:
    """Print the report and return 0. Raises UsageError."""
    if args.format not in ("text", "json"):
        message = f"--as-ats makes no report in the format {args.format}."
        raise UsageError(message, "Take --format text or --format json.")
    with apart.reader() as read:
        page = _page(args)
        data, facts = proving.read_back(args.pdf, read)
    with progress.told(f"Reading {args.pdf} as others do", args.quiet):
        seen, silent = ats.look(data, facts, page)
    make = reports.as_json if args.format == "json" else reports.report
    streams.put(make(args.pdf, seen, silent))
    return 0


def _page(args: argparse.Namespace) -> View | None:
    """Return what the PDF should say, None where nothing tells."""
    if args.source == USUAL and not Path(USUAL).exists():
        return None
    checked, page = proving.expected(args.source, asked.wishes(args), prove.which(args))
    if page is None:
        name = checked.document.name
        print(f"{name} has errors, so the PDF is not compared with it.", file=sys.stderr)
    return page
