"""The report that programs read (DESIGN 3.3). Letters beyond ASCII are written as escapes, so it
passes through any terminal, log or encoding unchanged."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from cvpress import __version__
from cvpress.finding import FileFix, Finding
from cvpress.source.document import Span


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as one JSON document; lines and columns from 1, ends exclusive."""
    found = sorted(findings, key=lambda finding: finding.order)
    severities = [finding.severity for finding in found]
    whole = {
        "version": 1,
        "tool": {"name": "cvpress", "version": __version__},
        "findings": [_finding(one) for one in found],
        "summary": {name: severities.count(name) for name in ("error", "warning", "info")},
    }
    return json.dumps(whole, indent=2) + "\n"


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "id": one.id,
        "severity": one.severity,
        "message": one.message,
        "help": one.help,
        "file": one.file.replace(os.sep, "/"),
        **_place(one.span),
        "path": one.path,
        "fix": _fix(one.fix) if one.fix else None,
    }


def _fix(fix: FileFix) -> dict[str, Any]:
    edits = [{**_place(edit.span), "replacement": edit.replacement} for edit in fix.edits]
    return {"description": fix.description, "edits": edits}


def _place(span: Span | None) -> dict[str, int | None]:
    return dict(span._asdict()) if span else dict.fromkeys(Span._fields)
