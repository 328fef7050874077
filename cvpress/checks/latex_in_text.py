r"""A text holds LaTeX, which is printed letter for letter.

`^{*}`, `\textbf{…}`, `$\mid$` and `\%` are commands of another program; here a text is Markdown,
and a reader sees backslashes and braces. Silent on prices, Windows paths, names with underscores,
code, and escapes of the mark-up (`\*`).

Bad:
    sections:
      - title: Projects
        projects:
          - name: Database System $\mid C++, SQL$
            summary: Saved 5\% with \textbf{two} ``caches'' and 2^{10} keys --- in C.
Says:
    4:31 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
    5:25 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
    5:33 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
    5:46 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
    5:62 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
    5:73 warning latex-in-text: This is LaTeX, and it is printed letter for letter.
Good:
    sections:
      - title: Projects
        projects:
          - name: LaTeX classes for snake_case and O(n^2)
            summary: Saved $5 of $6 with \*this\* in C:\temp\new, \\server\share and `\textbf{x}`.
Silence:
    `checks: {ignore: [latex-in-text]}`, `ignore: [latex-in-text]` on the entry, or
    `# cvpress: ignore latex-in-text` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Fix, Problem, faults
from cvpress.markup import Marked, parse
from cvpress.schema.fields import Field, texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None

_CHEAP = re.compile(r"\\|\$|[\^_]\{|``|---| -- |\.~")
_LATEX = re.compile(
    r"""
      \$(?=[^$]*(?:\\[A-Za-z]|[\^_]\{|\^\w))[^\s$][^$]*\$           # $\mid C++$, $x^2$
    | \$[A-Za-z](?:_\w|\([^$()]*\))?\$                              # $k$-means, $O(n)$
    | \\(?P<style>textbf|textit|emph|texttt)\{(?P<words>[^{}]*)\}
    | \\[A-Za-z]+\*?(?:\[[^][]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\})+   # \href{a}{b}, \c{c}
    | (?<![\w:\\])\\[A-Za-z]{2,}(?![\w\\.:/-])                      # \LaTeX, \alpha
    | (?<!:)\\(?P<sign>[%&#$_{}])                                   # 5\%
    | \\['"^~=.]\s?(?:\{\\?[A-Za-z]\}|[A-Za-z])                     # \'e, \"{o}
    | [\^_]\{[^{}]*\}                                               # ^{*}, x_{i}
    | ``(?P<quoted>[^`']+)\'\'
    | (?P<dash>(?<=\w)---(?=\w)|(?<=\s)---?(?=\s))
    | (?<=[a-z]\.)(?P<tie>~)(?=\w)                                  # Fig.~3
    """,
    re.VERBOSE,
)
_MARKUP = {"textbf": "**", "textit": "*", "emph": "*", "texttt": "`"}


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each piece of LaTeX in a text."""
    yield from faults(document, "latex-in-text")
    for field in texts(document):
        if _CHEAP.search(field.scalar.text):
            marked = parse(field.scalar.text)
            for found in _LATEX.finditer(marked.prose):
                yield _problem(field, marked, found)


def _problem(field: Field, marked: Marked, found: re.Match[str]) -> Problem:
    start, end = marked.stretch(*found.span())
    right = _right(found) if field.scalar.text[start:end] == found.group() else ""
    return Problem(
        field.path,
        "This is LaTeX, and it is printed letter for letter.",
        at=(start, end),
        help=_help(found.group(), right.strip()),
        fix=Fix("Write it as a text of the CV", ((start, end, right),)) if right else None,
    )


def _help(latex: str, right: str) -> str:
    if right:
        return f"Write {right}"
    if latex.startswith("^{"):
        return "Write the sign itself (², ⁿ). Signs that point at a note are `marks`."
    return "Write the sign itself (α, é, ≤), or Markdown: **bold**, *italic*."


def _right(found: re.Match[str]) -> str:
    """What to write instead where that is sure, else ""."""
    if found["style"]:
        sign = _MARKUP[found["style"]]
        return f"{sign}{found['words']}{sign}" if found["words"].strip() else ""
    if found["quoted"]:
        return f"“{found['quoted']}”"
    if found["dash"]:
        return "—" if len(found["dash"]) == 3 else "–"
    return " " if found["tie"] else found["sign"] or ""
