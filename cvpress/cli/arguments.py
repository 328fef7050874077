"""What each command takes, in the order of its help; a command that is not here takes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from cvpress.cli import options


def _build(parser: argparse.ArgumentParser) -> None:
    options.files(parser)
    options.dictionaries(parser)
    options.theme(parser)
    options.which(parser, "a variant of the CV, or all of them", ", or all")
    options.given(parser)
    options.overlay(parser)
    options.letter(parser, "a cover letter, printed beside the CV")
    options.engine(parser)
    help = "pdf (default), tex, or both: pdf,tex"
    parser.add_argument("--to", default="pdf", metavar="KINDS", help=help)
    help = "the PDF tells a screen reader what is a heading, a list, a link (default)"
    action = argparse.BooleanOptionalAction
    parser.add_argument("--tagged", action=action, default=True, help=help)
    help = "so many CVs, variants, languages at once (default: 1)"
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help=help)
    options.out(parser, "build")
    help = "build again in another environment, and compare the bytes (4: they differ)"
    parser.add_argument("--verify-reproducible", action="store_true", help=help)
    options.reading(parser)
    options.reporting(parser)


def _count(written: str) -> int:
    """Return a number from 1 to 64."""
    if not (written.isdecimal() and 1 <= int(written) <= 64):
        raise argparse.ArgumentTypeError(f"{written} is no number from 1 to 64")
    return int(written)


def _check(parser: argparse.ArgumentParser) -> None:
    options.files(parser)
    options.dictionaries(parser)
    options.given(parser)
    options.reading(parser)
    help = "only these checks: ids, families, globs, or all"
    parser.add_argument("--select", default="", metavar="IDS", help=help)
    parser.add_argument("--ignore", default="", metavar="IDS", help="without these checks")
    options.letter(parser, "a cover letter, checked with the CV")
    help = "ask servers whether links are dead (at most 20 s)"
    parser.add_argument("--online", action="store_true", help=help)
    parser.add_argument("--fix", action="store_true", help="put the safe fixes into the file")
    help = "show what --fix would change, and write nothing"
    parser.add_argument("--diff", action="store_true", help=help)
    options.reporting(parser)


def _prove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pdf", metavar="PDF")
    options.source(parser)
    help = "tell what programs that take in CVs read in it, instead of proving it"
    parser.add_argument("--as-ats", action="store_true", help=help)
    options.which(parser, "the variant that the PDF is of")
    help = "the PDF is the letter of the CV, or of this file"
    parser.add_argument("--letter", nargs="?", const="", metavar="FILE", help=help)
    options.given(parser)
    options.theme(parser)
    options.reading(parser)
    options.reporting(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Exit codes: 0 the same, 1 different, 2 trouble."
    help = "a PDF, a cv.yaml, or a revision in git (HEAD~1, HEAD~1:cv.yaml); default: HEAD"
    parser.add_argument("old", nargs="?", default="HEAD", metavar="OLD", help=help)
    parser.add_argument("new", nargs="?", default="", metavar="NEW", help="default: the --source")
    options.source(parser)
    options.which(parser, "a variant of the CVs")
    options.given(parser)
    options.overlay(parser)
    help = "compare the letters of the CVs, or this file"
    parser.add_argument("--letter", nargs="?", const="", metavar="FILE", help=help)
    options.theme(parser)
    options.engine(parser)
    options.out(parser, "build/diff")
    help = "text (default), json, github: a summary of the job, too"
    parser.add_argument("--format", default="text", choices=("text", "json", "github"), help=help)
    options.printing(parser, "print nothing but JSON")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", default="cv.yaml", metavar="FILE")
    help = "write themes/NAME beside FILE instead: a theme of your own, to begin with"
    parser.add_argument("--theme", default="", metavar="NAME", help=help)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")


def _lsp(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="what it does in any case")


def _test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="PYTEST-ARGUMENT")


ARGUMENTS: Mapping[str, Callable[[argparse.ArgumentParser], None]] = {
    "build": _build,
    "check": _check,
    "prove": _prove,
    "diff": _diff,
    "new": _new,
    "explain": _explain,
    "lsp": _lsp,
    "test": _test,
}
"""What adds the arguments of a command to its parser, by command."""
