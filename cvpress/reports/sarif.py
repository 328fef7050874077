"""The report for code scanning: SARIF 2.1.0 (OASIS standard), with the manual pages and the fixes.

Columns count code points, and the report says so (section 3.14.17). A file below the working
folder is named relative to it, as GitHub wants it; any other by its whole URI.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cvpress import UPSTREAM, __version__
from cvpress.finding import FileFix, Finding, Severity
from cvpress.reports import manual_page
from cvpress.rules import Rule, every, manual
from cvpress.source.document import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

_LINK = re.compile(r"\[([^\[\]]*)\]\(")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as one SARIF log, with the rules that they name."""
    found = sorted(findings, key=lambda finding: finding.order)
    ids = {finding.id for finding in found}
    rules = [rule for rule in every() if rule.id in ids]
    places = {rule.id: place for place, rule in enumerate(rules)}
    driver = {
        "name": "cvpress",
        "semanticVersion": __version__,
        "informationUri": UPSTREAM,
        "rules": list(map(_rule, rules)),
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places[one.id]) for one in found],
    }
    log = {"$schema": f"{_SCHEMA}/sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = manual(rule)
    return {
        "id": rule.id,
        "shortDescription": {"text": page.rule},
        "fullDescription": {"text": " ".join(page.why.split())},
        "help": {"text": rule.doc.strip(), "markdown": manual_page.markdown(rule)},
        "helpUri": f"{UPSTREAM}/blob/main/docs/checks.md#{rule.id}",
        "defaultConfiguration": {"enabled": rule.on, "level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(one: Finding, place: int) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.span:
        where["region"] = _region(one.span)
    location: dict[str, Any] = {"physicalLocation": where}
    if one.path:
        location["logicalLocations"] = [{"fullyQualifiedName": one.path}]
    result = {
        "ruleId": one.id,
        "ruleIndex": place,
        "level": _LEVELS[one.severity],
        "message": {"text": _plain(f"{one.message} {one.help}".strip())},
        "locations": [location],
    }
    return result | ({"fixes": [_fix(one.fix, one.file)]} if one.fix else {})


def _plain(text: str) -> str:
    """Keep a text from being read as a link (section 3.11.6) or a placeholder (3.11.5)."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[\1\\](", text))


def _fix(fix: FileFix, file: str) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}]
    return {"description": {"text": fix.description}, "artifactChanges": changes}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    """Return a file's name as a URI: relative where it lies below the working folder."""
    whole = Path(os.path.abspath(file))  # noqa: PTH100, keeps links as they were named
    if whole.is_relative_to(Path.cwd()):
        return quote(os.fsencode(whole.relative_to(Path.cwd()).as_posix()))
    return whole.as_uri()
