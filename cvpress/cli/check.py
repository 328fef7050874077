"""`cvpress check [FILE…]`: reads, checks, reports. Nothing is typeset."""

from __future__ import annotations

import argparse

from cvpress import checking
from cvpress.cli import asked, told

FAILED = 1


def run(args: argparse.Namespace) -> int:
    """Check each file and return the gravest exit code."""
    wishes = asked.wishes(args)
    checked = [checking.check(path, wishes) for path in args.files]
    findings = [finding for one in checked for finding in one.findings]
    told.report(findings, [one.document for one in checked], args)
    return FAILED if checking.fails(findings, args.strict) else 0
