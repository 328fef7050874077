"""The arguments of the command line, told once: they are the help, too."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cvpress import __version__
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
    made = {
        name: subs.add_parser(
            name, allow_abbrev=False, help=text, description=f"{text[0].upper()}{text[1:]}."
        )
        for name, text in COMMANDS.items()
    }
    _build(made["build"])
    _check(made["check"])
    _prove(made["prove"])
    _diff(made["diff"])
    made["new"].add_argument("file", nargs="?", default="cv.yaml", metavar="FILE")
    help = "write themes/NAME beside FILE instead: a theme of your own, to begin with"
    made["new"].add_argument("--theme", default="", metavar="NAME", help=help)
    made["lsp"].add_argument("--stdio", action="store_true", help="what it does in any case")
    made["explain"].add_argument("id", metavar="ID")
    made["test"].add_argument("rest", nargs=argparse.REMAINDER, metavar="PYTEST-ARGUMENT")
    return parser


def _build(parser: argparse.ArgumentParser) -> None:
    _files(parser)
    _dictionaries(parser)
    _theme(parser)
    _variant(parser, "a variant of the CV, or all of them", ", or all")
    _given(parser)
    parser.add_argument(
        "--overlay", default="", metavar="FILE", help="private fields of the person, not in git"
    )
    parser.add_argument(
        "--letter", default="", metavar="FILE", help="a cover letter, printed beside the CV"
    )
    _engine(parser)
    parser.add_argument(
        "--to", default="pdf", metavar="KINDS", help="pdf (default), tex, or both: pdf,tex"
    )
    parser.add_argument(
        "--tagged",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="the PDF tells a screen reader what is a heading, a list, a link (default)",
    )
    help = "so many CVs, variants, languages at once (default: 1)"
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help=help)
    parser.add_argument("-o", "--out", default="build", metavar="DIR", help="default: build")
    parser.add_argument(
        "--verify-reproducible",
        action="store_true",
        help="build again in another environment, and compare the bytes (4: they differ)",
    )
    _reading(parser)
    _reporting(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _files(parser)
    _dictionaries(parser)
    _given(parser)
    _reading(parser)
    parser.add_argument(
        "--select",
        default="",
        metavar="IDS",
        help="only these checks: ids, families, globs, or all",
    )
    parser.add_argument("--ignore", default="", metavar="IDS", help="without these checks")
    parser.add_argument(
        "--letter", default="", metavar="FILE", help="a cover letter, checked with the CV"
    )
    parser.add_argument(
        "--online", action="store_true", help="ask servers whether links are dead (at most 20 s)"
    )
    _fixing(parser)
    _reporting(parser)


def _fixing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true", help="put the safe fixes into the file")
    parser.add_argument(
        "--diff", action="store_true", help="show what --fix would change, and write nothing"
    )


def _prove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pdf", metavar="PDF")
    parser.add_argument("--source", default="cv.yaml", metavar="FILE", help="default: cv.yaml")
    help = "tell what programs that take in CVs read in it, instead of proving it"
    parser.add_argument("--as-ats", action="store_true", help=help)
    _variant(parser, "the variant that the PDF is of")
    help = "the PDF is the letter of the CV, or of this file"
    parser.add_argument("--letter", nargs="?", const="", metavar="FILE", help=help)
    _given(parser)
    _theme(parser)
    _reading(parser)
    _reporting(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Exit codes: 0 the same, 1 different, 2 trouble."
    help = "a PDF, a cv.yaml, or a revision in git (HEAD~1, HEAD~1:cv.yaml); default: HEAD"
    parser.add_argument("old", nargs="?", default="HEAD", metavar="OLD", help=help)
    parser.add_argument("new", nargs="?", default="", metavar="NEW", help="default: the --source")
    parser.add_argument("--source", default="cv.yaml", metavar="FILE", help="default: cv.yaml")
    _variant(parser, "a variant of the CVs")
    _theme(parser)
    _engine(parser)
    parser.add_argument(
        "-o", "--out", default="build/diff", metavar="DIR", help="default: build/diff"
    )
    help = "text (default), json, github: a summary of the job, too"
    parser.add_argument("--format", default="text", choices=("text", "json", "github"), help=help)
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but JSON")
    parser.add_argument("--no-color", action="store_true", help="as the variable NO_COLOR does")


def _engine(parser: argparse.ArgumentParser) -> None:
    help = "auto (default), embedded, latexmk or tectonic"
    parser.add_argument("--engine", default="auto", metavar="NAME", help=help)


def _variant(parser: argparse.ArgumentParser, help: str, more: str = "") -> None:
    said = f"a language of the CV{more}"
    parser.add_argument("--lang", default="", metavar="TAG", help=said)
    parser.add_argument("--variant", default="", metavar="NAME", help=help)


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", default=["cv.yaml"], metavar="FILE", help="default: cv.yaml"
    )


def _dictionaries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dictionaries",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of Hunspell dictionaries, instead of the usual ones",
    )


def _count(written: str) -> int:
    """Return a number from 1 to 64."""
    if not (written.isdecimal() and 1 <= int(written) <= 64):
        raise argparse.ArgumentTypeError(f"{written} is no number from 1 to 64")
    return int(written)


def _theme(parser: argparse.ArgumentParser) -> None:
    help = "instead of design.theme; with a slash, the path of one"
    parser.add_argument("--theme", default="", type=_place, metavar="NAME", help=help)


def _place(name: str) -> str:
    """Return the name of a theme, or the whole path of its folder, from here."""
    return Path(name).absolute().as_posix() if "/" in name or "\\" in name else name


def _given(parser: argparse.ArgumentParser) -> None:
    help = "read the CV as if it said so: design.theme=modern; the file stays as it is"
    parser.add_argument("--set", action="append", default=[], metavar="PATH=VALUE", help=help)


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--today", default="", metavar="DAY", help="read the CV as of this day")


def _reporting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        default="text",
        choices=("text", "json", "github", "sarif", "junit"),
        help="text (default), json, github: annotations, sarif: code scanning, junit: test results",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but findings")
    parser.add_argument("--no-color", action="store_true", help="as the variable NO_COLOR does")
