"""The options that several commands share, each told once."""

from __future__ import annotations

import argparse
from pathlib import Path


def files(parser: argparse.ArgumentParser) -> None:
    """Take the CVs to work on."""
    parser.add_argument(
        "files", nargs="*", default=["cv.yaml"], metavar="FILE", help="default: cv.yaml"
    )


def source(parser: argparse.ArgumentParser) -> None:
    """Take the one CV that a command is about, where its argument is another file."""
    parser.add_argument("--source", default="cv.yaml", metavar="FILE", help="default: cv.yaml")


def dictionaries(parser: argparse.ArgumentParser) -> None:
    """Take folders of dictionaries."""
    help = "a folder of Hunspell dictionaries, instead of the usual ones"
    parser.add_argument("--dictionaries", action="append", default=[], metavar="DIR", help=help)


def given(parser: argparse.ArgumentParser) -> None:
    """Take values that hold for one run."""
    help = "read the CV as if it said so: design.theme=modern; the file stays as it is"
    parser.add_argument("--set", action="append", default=[], metavar="PATH=VALUE", help=help)


def overlay(parser: argparse.ArgumentParser) -> None:
    """Take a file of private fields."""
    help = "private fields of the person, not in git"
    parser.add_argument("--overlay", default="", metavar="FILE", help=help)


def which(parser: argparse.ArgumentParser, variant: str, more: str = "") -> None:
    """Take a language and a variant; the help is `variant`, and what `more` a language may be."""
    said = f"a language of the CV{more}"
    parser.add_argument("--lang", default="", metavar="TAG", help=said)
    parser.add_argument("--variant", default="", metavar="NAME", help=variant)


def theme(parser: argparse.ArgumentParser) -> None:
    """Take a theme."""
    help = "instead of design.theme; with a slash, the path of one"
    parser.add_argument("--theme", default="", type=_place, metavar="NAME", help=help)


def _place(name: str) -> str:
    """Return the name of a theme, or the whole path of its folder, from here."""
    return Path(name).absolute().as_posix() if "/" in name or "\\" in name else name


def engine(parser: argparse.ArgumentParser) -> None:
    """Take the program that typesets."""
    help = "auto (default), embedded, latexmk or tectonic"
    parser.add_argument("--engine", default="auto", metavar="NAME", help=help)


def letter(parser: argparse.ArgumentParser, help: str) -> None:
    """Take the file of a cover letter."""
    parser.add_argument("--letter", default="", metavar="FILE", help=help)


def out(parser: argparse.ArgumentParser, folder: str) -> None:
    """Take the folder to write to."""
    parser.add_argument("-o", "--out", default=folder, metavar="DIR", help=f"default: {folder}")


def reading(parser: argparse.ArgumentParser) -> None:
    """Take how strictly, and as of which day, a CV is read."""
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--today", default="", metavar="DAY", help="read the CV as of this day")


def reporting(parser: argparse.ArgumentParser) -> None:
    """Take how findings are reported."""
    parser.add_argument(
        "--format",
        default="text",
        choices=("text", "json", "github", "sarif", "junit"),
        help="text (default), json, github: annotations, sarif: code scanning, junit: test results",
    )
    printing(parser, "print nothing but findings")


def printing(parser: argparse.ArgumentParser, quiet: str) -> None:
    """Take how much is printed, and how; `quiet`: the help of that option."""
    parser.add_argument("-q", "--quiet", action="store_true", help=quiet)
    parser.add_argument("--no-color", action="store_true", help="as the variable NO_COLOR does")
