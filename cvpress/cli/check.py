"""`cvpress check [FILE…]`: reads, checks, reports. Nothing is typeset.

`--fix` puts the safe fixes into the file and reports what remains; `--diff` shows what `--fix`
would do, writes nothing, and ends with 1 where it would change a file. `--online` asks servers
whether the links still lead somewhere. `--letter FILE` checks a cover letter with each CV.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from cvpress import checking, letters
from cvpress.cli import asked, progress, stopped, told
from cvpress.errors import UsageError
from cvpress.rules import load
from cvpress.settings import Wishes

if TYPE_CHECKING:
    from cvpress.online import Asker

FAILED = 1


def run(args: argparse.Namespace) -> int:
    """Check each file and return the gravest exit code."""
    wishes = asked.wishes(args)
    asker = _asker(args, wishes)
    if asker:
        wishes = replace(wishes, links=asker)
    if args.fix or args.diff:
        _refuse(args, wishes)
    if args.diff:
        from cvpress.cli import fixing

        return fixing.diff(args, wishes)
    checked, codes = _checked(args, wishes)
    findings = [finding for one in checked for finding in one.findings]
    if checked:
        lines = asker.told() if asker else []
        told.report(findings, [one.document for one in checked], args, lines)
    return stopped.gravest([*codes, FAILED if checking.fails(findings, args.strict) else 0])


def _checked(args: argparse.Namespace, wishes: Wishes) -> tuple[list[checking.Checked], list[int]]:
    """Return the CVs, each letter behind them, and the exit codes of what could not be read."""

    def check(path: str) -> checking.Checked:
        what = f"Checking {path}{', asking for its links' if wishes.links else ''}"
        if args.fix:
            from cvpress.cli import fixing

            return fixing.fix(path, wishes, args, what)
        with progress.told(what, args.quiet):
            return checking.check(path, wishes)

    cvs, codes = stopped.each(asked.files(args), check)
    posted, more = stopped.each(
        cvs if args.letter else (), lambda cv: letters.check(args.letter, cv)
    )
    return [*cvs, *posted], [*codes, *more]


def _refuse(args: argparse.Namespace, wishes: Wishes) -> None:
    """Raise UsageError for what goes with no change of a file."""
    if args.letter:
        raise UsageError("--fix and --diff are for a CV.", "Check its letter without them.")
    if wishes.given:
        raise UsageError("--set changes no file, so it goes with neither --fix nor --diff.")
    if args.diff and args.format != "text":
        raise UsageError("--diff shows changes, not findings, so it takes no --format.")


def _asker(args: argparse.Namespace, wishes: Wishes) -> Asker | None:
    """Return who asks for links, if anybody may. Raises UsageError."""
    if args.online:
        from cvpress.online import Asker

        return Asker()
    alone = [rule.id for rule in load("checks") if rule.online and rule.id in wishes.select]
    if alone:
        raise UsageError(f"{alone[0]} asks the network.", "Add --online.")
    return None
