"""What the command line asks for, as the types that the pipeline takes."""

from __future__ import annotations

import argparse
import os
import sys

from cvpress.errors import UsageError
from cvpress.rules import every
from cvpress.schema.suggest import closest
from cvpress.settings import Wishes


def wishes(args: argparse.Namespace) -> Wishes:
    """Return the wishes about checking. Raises UsageError for an id that no check has."""
    return Wishes(today=args.today, select=_ids(args.select), ignore=_ids(args.ignore))


def _ids(written: str) -> tuple[str, ...]:
    ids = tuple(part.strip() for part in written.split(",") if part.strip())
    if ids:
        known = {name for rule in every() for name in (rule.id, rule.family)} | {"all"}
        for id in ids:
            if id not in known and not set(id) & set("*?["):
                near = closest(id, sorted(known))
                help = f"Did you mean {near}?" if near else "`cvpress checks` lists them all."
                raise UsageError(f"There is no check or family named {id}.", help)
    return ids


def colour(args: argparse.Namespace) -> bool:
    """Return whether stdout is a terminal that wants colours (https://no-color.org)."""
    plain = args.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()
