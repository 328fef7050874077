"""The errors in what a TeX program said: where each stands, what it is, in which macro.

pdfTeX and XeTeX write one log alike. A PDF that can't be written is told by pdfTeX without a place,
and beside the log by what makes XeTeX's PDF, xdvipdfmx and libpng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What the switch -file-line-error makes of "! Undefined control sequence."
_ERROR = re.compile(
    r"^(?:\./)?(?P<file>[^\s:]+):(?P<line>\d+): (?P<told>.+)$"
    r"|^!(?P<bare>.+)$"
    r"|^(?:xdvipdfmx:fatal: |.*(?=libpng error: ))(?P<driver>.+)$"
    r"|^(?P<empty>No pages of output)\.$"
)
_FATAL = "==> Fatal error occurred"
_OURS = "cv.tex"  # latexmk's: it holds the preamble and the body together, and nobody wrote it
_PROGRAM = re.compile(r"^(pdfTeX error: ).*?(?=\(file )")  # the path of the program on this machine
_MORE = re.compile(r"^(?: {6,}|\([\w.-]+\) {3,})(\S.*)$")  # how LaTeX goes on with a message
_STOPPED = re.compile(r"(\\[A-Za-z@]+) ?$")
_MACRO = re.compile(r"\\[A-Za-z@]+")
_IN = re.compile(r"^(\\[A-Za-z@]+) (?:#\d|\{.*?\})*->")
CONTEXT = 40  # lines of a log that may tell where TeX was


@dataclass(frozen=True, slots=True)
class Fault:
    """One error. `text`: TeX's words; `file`, `line`: where it stands, "" and 0 where none says.

    `macro`: the control sequence at which TeX stopped, if its words don't name it; `within`: the
    macros that it was in, the innermost first; `read`: those of the line that it had read.
    """

    text: str
    file: str = ""
    line: int = 0
    macro: str = ""
    within: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


def faults(said: str) -> Iterator[Fault]:
    """Yield the errors of what a program said, in their order; the first is the one that counts."""
    lines = said.split("\n")
    for number, line in enumerate(lines):
        found = _ERROR.match(line)
        if found and _FATAL not in line:
            yield _fault(found, lines[number + 1 : number + CONTEXT])


def first(said: str) -> Fault | None:
    """Return the first error, None where there is none."""
    return next(faults(said), None)


def _fault(found: re.Match[str], after: Sequence[str]) -> Fault:
    told = found["told"] or found["bare"] or found["driver"] or found["empty"]
    text = " ".join((_PROGRAM.sub(r"\1", told.strip()), *_continued(after)))
    file = found["file"] or ""
    place = {} if file in ("", _OURS) else {"file": file, "line": int(found["line"])}
    context = _context(after)
    read = context[-1] if context and context[-1].startswith("l.") else ""
    stopped = _STOPPED.search(context[0]) if context else None
    undefined = text.startswith("Undefined control sequence")
    return Fault(
        text,
        macro=stopped[1] if stopped and undefined else "",
        within=tuple(match[1] for match in map(_IN.match, context) if match),
        read=tuple(_MACRO.findall(read)),
        **place,  # type: ignore[arg-type]
    )


def _continued(after: Sequence[str]) -> Iterator[str]:
    """Yield the rest of a message that LaTeX broke into lines."""
    for line in after:
        more = _MORE.match(line)
        if not more or "->" in line:
            return
        yield more[1]


def _context(after: Sequence[str]) -> Sequence[str]:
    """Return the lines that show where TeX was, down to the one of the file ("l.12 …")."""
    last = next((n for n, line in enumerate(after) if re.match(r"l\.\d+ |<\*>", line)), -1)
    return after[: last + 1]
