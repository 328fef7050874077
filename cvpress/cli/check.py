"""`cvpress check [FILE…]`: reads, checks, reports. Nothing is typeset."""

from __future__ import annotations

import argparse

from cvpress import checking
from cvpress.cli import asked, progress, stopped, told

FAILED = 1


def run(args: argparse.Namespace) -> int:
    """Check each file and return the gravest exit code."""
    wishes = asked.wishes(args)

    def check(path: str) -> checking.Checked:
        with progress.told(f"Checking {path}", args.quiet):
            return checking.check(path, wishes)

    checked, codes = stopped.each(asked.files(args), check)
    findings = [finding for one in checked for finding in one.findings]
    if checked:
        told.report(findings, [one.document for one in checked], args)
    return stopped.gravest([*codes, FAILED if checking.fails(findings, args.strict) else 0])
