"""`cvpress explain ID`: prints the manual page of a check, TeX message or proof."""

from __future__ import annotations

import argparse
import re

from cvpress import rules
from cvpress.cli import page
from cvpress.errors import UsageError
from cvpress.schema.suggest import closest

_SAID = re.compile(r"^(    (?:\d+:\d+|-) )((?:error|warning|info) .*)$", re.MULTILINE)


def run(args: argparse.Namespace) -> int:
    """Print the page, or say which id was meant."""
    known = {rule.id: rule for rule in rules.every()}
    rule = known.get(args.id)
    if rule is None:
        near = closest(args.id, sorted(known))
        help = f"Did you mean {near}?" if near else "`cvpress checks` lists them all."
        raise UsageError(f"There is no check named {args.id}.", help)
    off = ", only with --online" if rule.online else "" if rule.on else ", off by default"
    print(f"{rule.id} ({rule.severity}, {rule.family}{off})\n")
    text, _, silence = rule.doc.strip().partition("\nSilence:\n")
    print(_SAID.sub(lambda said: page.columns(said[1], said[2]), page.prose(text)))
    print(f"Silence:\n{page.columns('    ', ' '.join(silence.split()))}")
    return 0
