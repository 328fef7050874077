"""`cvpress check [FILE…]`: reads, checks, reports. Nothing is typeset.

`--fix` puts the safe fixes into the file and reports what remains; `--diff` shows what `--fix`
would do, writes nothing, and ends with 1 where it would change a file.
"""

from __future__ import annotations

import argparse

from cvpress import checking
from cvpress.cli import asked, progress, stopped, told
from cvpress.errors import UsageError

FAILED = 1


def run(args: argparse.Namespace) -> int:
    """Check each file and return the gravest exit code."""
    wishes = asked.wishes(args)
    if args.fix or args.diff:
        from cvpress.cli import fixing
    if args.diff:
        if args.format != "text":
            raise UsageError("--diff shows changes, not findings, so it takes no --format.")
        return fixing.diff(args, wishes)

    def check(path: str) -> checking.Checked:
        with progress.told(f"Checking {path}", args.quiet):
            return fixing.fix(path, wishes, args) if args.fix else checking.check(path, wishes)

    checked, codes = stopped.each(asked.files(args), check)
    findings = [finding for one in checked for finding in one.findings]
    if checked:
        told.report(findings, [one.document for one in checked], args)
    return stopped.gravest([*codes, FAILED if checking.fails(findings, args.strict) else 0])
