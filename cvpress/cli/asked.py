"""What the command line asks for, as the types that the pipeline takes."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from cvpress.errors import UsageError
from cvpress.rules import every, load
from cvpress.runner import matches
from cvpress.schema.suggest import closest
from cvpress.settings import Wishes


def files(args: argparse.Namespace) -> list[str]:
    """Return the files that were named; one that was named twice is read once."""
    once: dict[str, str] = {}
    for file in args.files:
        once.setdefault(os.path.normcase(os.path.abspath(file)), file)  # noqa: PTH100, keeps links
    return list(once.values())


def wishes(args: argparse.Namespace) -> Wishes:
    """Return the wishes about checking.

    Raises UsageError for an id that no check has, and for a folder that is none.
    """
    select, ignore = (getattr(args, name, "") for name in ("select", "ignore"))
    return Wishes(
        today=args.today,
        select=_ids(select),
        ignore=_ids(ignore),
        dictionaries=_folders(getattr(args, "dictionaries", [])),
        given=tuple(getattr(args, "set", ())),
    )


def _folders(named: list[str]) -> tuple[str, ...]:
    for name in named:
        if not Path(name).is_dir():
            raise UsageError(f"There is no folder {name}.", "`cvpress doctor` lists dictionaries.")
    return tuple(named)


def _ids(written: str) -> tuple[str, ...]:
    """Return the ids, families and globs of a list; each must name a check at least."""
    ids = tuple(part.strip() for part in written.split(",") if part.strip())
    rules = load("checks") if ids else ()
    for id in ids:
        if not any(matches(rule, [id]) for rule in rules):
            raise UsageError(f"There is no check or family named {id}.", _meant(id))
    return ids


def _meant(id: str) -> str:
    other = next((rule for rule in every() if matches(rule, [id])), None)
    if other:
        return "It is judged by `build`; the CV's own `checks:` can change it."
    known = {name for rule in load("checks") for name in (rule.id, rule.family)}
    near = closest(id, sorted(known))
    return f"Did you mean {near}?" if near else "`cvpress checks` lists them all."


def colour(args: argparse.Namespace) -> bool:
    """Return whether stdout is a terminal that wants colours (https://no-color.org)."""
    plain = args.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if os.name == "nt" and not os.environ.get("WT_SESSION") and not os.environ.get("TERM"):
        plain = True  # the old console of Windows prints the codes of colours as signs
    return not plain and sys.stdout.isatty()
