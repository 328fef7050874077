"""`check --fix` and `check --diff`: what is surely right is put into the file, or shown."""

from __future__ import annotations

import argparse
import sys

from cvpress import files
from cvpress.checking import Checked, read_bytes
from cvpress.cli import asked, progress, stopped, streams
from cvpress.fixes import mend
from cvpress.fixes.mend import Mended
from cvpress.reports import changes
from cvpress.reports.display import visible
from cvpress.settings import Wishes

WOULD_CHANGE = 1


def fix(path: str, wishes: Wishes, args: argparse.Namespace, what: str) -> Checked:
    """Put the fixes into the file, and return the CV as it is then. Raises UsageError.

    `what`: told on a terminal while it lasts.
    """
    with progress.told(what, args.quiet):
        data, mended = _mended(path, wishes)
    if mended.fixed:
        files.rewrite(path, data, mended.after.document.text.encode())
        _say("Fixed", mended, args)
    return mended.after


def diff(args: argparse.Namespace, wishes: Wishes) -> int:
    """Show what `--fix` would change, and return the gravest exit code."""

    def show(path: str) -> int:
        with progress.told(f"Checking {path}", args.quiet):
            _, mended = _mended(path, wishes)
        before, after = mended.before, mended.after.document
        terminal, color = sys.stdout.isatty(), asked.colour(args)
        streams.put(
            changes.report(before.name, before.text, after.text, terminal=terminal, color=color)
        )
        if mended.fixed:
            _say("Would fix", mended, args)
        return WOULD_CHANGE if mended.fixed else 0

    shown, codes = stopped.each(asked.files(args), show)
    return stopped.gravest([*codes, *shown])


def _mended(path: str, wishes: Wishes) -> tuple[bytes, Mended]:
    data, name = read_bytes(path)
    return data, mend.mend(data, name, wishes)


def _say(what: str, mended: Mended, args: argparse.Namespace) -> None:
    if not args.quiet:
        number = len(mended.fixed)
        findings = "1 finding" if number == 1 else f"{number} findings"
        print(f"{what} {findings} in {visible(mended.before.name)}.", file=sys.stderr)
