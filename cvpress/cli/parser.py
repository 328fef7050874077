"""Which commands there are, and what an argument list asks of one of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cvpress import __version__
from cvpress.cli.arguments import ARGUMENTS
from cvpress.errors import UsageError
from cvpress.schema.suggest import closest

COMMANDS = {
    "build": "check, typeset and prove a CV (the default)",
    "check": "proofread a CV without typesetting it",
    "prove": "read a PDF back and compare it with its CV",
    "diff": "compare two PDFs, or two revisions of a CV in git",
    "new": "write a first cv.yaml, its workflow and its schema, or a theme",
    "explain": "print the manual page of a check",
    "checks": "list every check, TeX message and proof",
    "themes": "list the themes",
    "schema": "print the JSON Schema of cv.yaml",
    "lsp": "answer an editor, which starts this itself",
    "doctor": "tell what is installed and what it can do",
    "test": "run the test suite (from a checkout)",
}
_TOP = ("-h", "--help", "--version")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; exits 2 with a sentence where they are wrong. No command means build.

    Raises UsageError for what looks like a command and is none.
    """
    first, *rest = argv or ("build",)
    if first == "test" and rest[:1] not in (["-h"], ["--help"]):
        return argparse.Namespace(command="test", rest=rest)  # pytest's own options
    if first in COMMANDS or first in _TOP:
        return _parser().parse_args([first, *rest])
    _refuse(first)
    return _parser().parse_args(["build", first, *rest])


def _refuse(word: str) -> None:
    """Raise UsageError for a command that is misspelt. A file of that name is a file."""
    if word.isalpha() and not Path(word).exists():
        near = closest(word, COMMANDS)
        help = f"Did you mean {near}?" if near else "`cvpress --help` lists the commands."
        raise UsageError(f"There is no command or file {word}.", help)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cvpress",
        allow_abbrev=False,
        description="Proofreads, typesets and verifies a CV.",
        epilog="Exit codes: 0 nothing at error level, 1 findings, 2 wrong usage, 3 TeX failed, "
        "4 a proof failed, 70 our bug, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"cvpress {__version__}")
    subs = parser.add_subparsers(prog=parser.prog, dest="command", metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        said = f"{text[0].upper()}{text[1:]}."
        command = subs.add_parser(name, allow_abbrev=False, help=text, description=said)
        if name in ARGUMENTS:
            ARGUMENTS[name](command)
    return parser
