"""The summary of a GitHub job, as Markdown: what was printed, and the findings as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cvpress.finding import Finding
from cvpress.reports.display import visible
from cvpress.reports.text import summary

_MOST = 100
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>()#+-!|~"})


def report(findings: Iterable[Finding], lines: Sequence[str]) -> str:
    """Return Markdown: the lines, the count, and a row for each finding (the first hundred)."""
    found = sorted(findings, key=lambda finding: finding.order)
    told = [*map(plain, lines), f"**{summary(found)}**"]
    rows = [
        f"| {plain(_place(one))} | {one.severity} | {one.id} | {plain(one.message)} |"
        for one in found[:_MOST]
    ]
    if rows:
        rows = ["| place | severity | check | what is wrong |", "|---|---|---|---|", *rows]
    if len(found) > _MOST:
        rows.append(f"\n… and {len(found) - _MOST} more.")
    return "\n\n".join([*told, "\n".join(rows)]).rstrip() + "\n\n"


def _place(one: Finding) -> str:
    return f"{one.file}:{one.span.line}:{one.span.column}" if one.span else one.file


def plain(text: str) -> str:
    """Escape a text so that Markdown prints it as it is."""
    return visible(text).replace("\n", " ").translate(_SIGNS)
