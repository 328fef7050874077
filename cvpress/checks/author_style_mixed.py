"""The names of one author list are not written alike.

`K.Zhu` beside `Y. Zhao`, or `Zhu, K.` beside `Y. Zhao`, shows a list put together from several
sources. Each name that deviates is named. Silent where a list is even in itself, on full names
beside initials (people sign differently), and where only the first author is turned around, which
is a citation style.

Bad:
    sections:
      - title: Publications
        publications:
          - {title: On Caches, authors: [K.Zhu, Y. Zhao, J.-P.Example, ...]}
          - {title: On Clocks, authors: [K. Zhu, Y Zhao, L. Zuo, "Example, A."]}
Says:
    4:38 warning author-style-mixed: Other names here have a space after the initial.
    4:54 warning author-style-mixed: Other names here have a space after the initial.
    5:46 warning author-style-mixed: Other names here have a full stop after the initial.
    5:62 warning author-style-mixed: Other names here begin with the given name.
Bad:
    sections:
      - title: Publications
        publications:
          - {title: On Caches, authors: ["Example, Ada", "Zhu, Kan", Yi Zhao, "Zuo, Li"]}
Says:
    4:66 warning author-style-mixed: Other names here begin with the family name.
Good:
    sections:
      - title: Publications
        publications:
          - {title: On Caches, authors: [K.Zhu, Y.Zhao, Ada Example]}
          - {title: On Clocks, authors: ["Example, Ada", Kan Zhu, "L. Zuo, Jr.", J.R.R. Example]}
Silence:
    `checks: {ignore: [author-style-mixed]}`, `ignore: [author-style-mixed]` on the entry, or
    `# cvpress: ignore author-style-mixed` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvpress.finding import Fix, Problem
from cvpress.names import is_left_out, listed
from cvpress.schema.fields import entries
from cvpress.settings import Settings
from cvpress.source.document import Document, Scalar

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_TIGHT = re.compile(r"^(?:[^\W\d_]\.[ -]?)*[^\W\d_]\.(?=[^\W\d_]{2})")
_SPACED = re.compile(r"^(?:[^\W\d_]\.[ -]?)*[^\W\d_]\. (?=[^\W\d_]{2})")
_BARE = re.compile(r"^[A-Z](?= [A-Z][a-z])")
_TURNED = re.compile(r"^(?P<family>[^,]+), (?P<given>(?!(?:Jr|Sr|I+V?|Ph|MD|M\.D)\b)[^,]+)$")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each author who is not written as the others of the list are."""
    for entry in entries(document):
        for key in ("authors", "editors"):
            names = [one for one in listed(entry.node, key) if not is_left_out(one.text)]
            yield from _initials(names)
            yield from _order(names)


def _initials(names: Sequence[Scalar]) -> Iterator[Problem]:
    """Names with a space after the initial are right, however few they are."""
    spaced = sum(bool(_SPACED.match(name.text)) for name in names)
    for name in names:
        if spaced and (tight := _TIGHT.match(name.text)):
            message = "Other names here have a space after the initial."
            yield _problem(name, message, f"{tight.group()} {name.text[tight.end() :]}")
        elif spaced > 1 and _BARE.match(name.text):
            message = "Other names here have a full stop after the initial."
            yield _problem(name, message, f"{name.text[0]}.{name.text[1:]}")


def _order(names: Sequence[Scalar]) -> Iterator[Problem]:
    """The fewer of "Zhu, K." and "K. Zhu" deviate; where it is even, the first form does."""
    turned = [name for name in names if _TURNED.match(name.text)]
    straight = [name for name in names if "," not in name.text and " " in name.text]
    if not turned or not straight or turned == [names[0]]:
        return
    if len(turned) > len(straight):
        for name in straight:
            yield Problem(
                name.path,
                "Other names here begin with the family name.",
                help="Write all of them alike.",
            )
        return
    for name in turned:
        message = "Other names here begin with the given name."
        yield _problem(name, message, _TURNED.sub(r"\g<given> \g<family>", name.text))


def _problem(name: Scalar, message: str, right: str) -> Problem:
    fix = Fix("Write it as the others", ((0, len(name.text), right),))
    return Problem(name.path, message, help=f"Write “{right}”.", fix=fix)
