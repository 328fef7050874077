"""The report that people read: place and id, the line with its caret, the sentence, the help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cvpress.finding import Finding
from cvpress.reports.display import visible, wrap
from cvpress.reports.excerpt import excerpt, lines

_COLORS = {"error": "1;31", "warning": "1;33", "info": "1;36", "place": "1", "gutter": "2"}


def report(
    findings: Iterable[Finding], sources: Mapping[str, str], *, color: bool = False, width: int = 80
) -> str:
    """Return the whole report, its last line the summary.

    `sources`: the text of each file, by `Finding.file`; without one the source line is left out.
    `width`: the columns of the terminal; longer lines are cut around the caret, sentences wrapped.
    """
    found = sorted(findings, key=lambda finding: finding.order)
    split = {file: lines(sources[file]) for file in {one.file for one in found} & sources.keys()}
    parts = ["\n".join(_finding(one, split.get(one.file), color, width)) for one in found]
    return "\n\n".join([*parts, summary(found)]) + "\n"


def summary(findings: Iterable[Finding]) -> str:
    """Return the count of findings in words: "2 errors, 1 warning"."""
    counted = Counter(finding.severity for finding in findings)
    told = [
        f"{counted[severity]} {severity}{'s' if counted[severity] > 1 else ''}"
        for severity in ("error", "warning", "info")
        if counted[severity]
    ]
    return ", ".join(told) or "no findings"


def _finding(one: Finding, source: list[str] | None, color: bool, width: int) -> Iterator[str]:
    place = f"{one.file}:{one.span.line}:{one.span.column}" if one.span else one.file
    severity = _paint(one.severity, one.severity, color)
    yield f"{_paint(visible(place), 'place', color)} {severity} {one.id}"
    if one.span and source and one.span.line <= len(source):
        yield from _shown(one, source[one.span.line - 1], color, width)
    yield wrap(one.message, width, "  ", "  ")
    if one.help:
        yield wrap(one.help, width, "  help: ", "        ")


def _shown(one: Finding, line: str, color: bool, width: int) -> Iterator[str]:
    """The source line behind its number, and carets under it."""
    assert one.span is not None
    gutter = f"{one.span.line:5} | "
    cut = excerpt(line, one.span, max(width - len(gutter), 20))
    carets = "^" * (cut.end - cut.start)
    blank = " " * 6 + "| "
    yield (_paint(gutter, "gutter", color) + cut.text).rstrip()
    yield _paint(blank, "gutter", color) + " " * cut.start + _paint(carets, one.severity, color)


def _paint(text: str, look: str, color: bool) -> str:
    return f"\x1b[{_COLORS[look]}m{text}\x1b[0m" if color else text
