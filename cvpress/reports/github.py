"""The report that GitHub turns into annotations: one workflow command a finding.

GitHub shows at most ten annotations of each severity in a step; the log has them all, and the last
line says so.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable

from cvpress.finding import Finding, Severity
from cvpress.reports.display import visible
from cvpress.reports.text import summary

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10


def report(findings: Iterable[Finding]) -> str:
    """Return the commands in the order of the file, and a line with the count."""
    found = sorted(findings, key=lambda finding: finding.order)
    counted = Counter(finding.severity for finding in found)
    more = max(counted.values(), default=0) > _SHOWN
    note = f" (GitHub shows {_SHOWN} of each kind as annotations; here are all)" if more else ""
    return "\n".join([*map(_command, found), summary(found) + note]) + "\n"


def _command(one: Finding) -> str:
    place: dict[str, object] = {"file": one.file.replace(os.sep, "/")}
    if one.span:
        place |= {"line": one.span.line, "endLine": one.span.end_line}
    if one.span and one.span.line == one.span.end_line:  # GitHub refuses columns of several lines
        place |= {"col": one.span.column, "endColumn": one.span.end_column}
    properties = {**place, "title": one.id}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[one.severity]} {told}::{_data(f'{one.message} {one.help}'.strip())}"


def _data(text: str) -> str:
    """Escape a message as GitHub's own toolkit does."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
