"""Runs one check alone on a CV given as data: what it says, of which letters, and its fixes."""

from __future__ import annotations

import importlib
import json
from datetime import date

from cvpress import source
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document, Scalar

SETTINGS = Settings(date(2026, 1, 15), date(2026, 1, 15))
Cv = dict[str, object]


def problems(id: str, cv: Cv) -> list[tuple[Problem, Scalar]]:
    """Return each problem with the value it is about."""
    document: Document = source.read(json.dumps(cv, ensure_ascii=False).encode(), "cv.yaml")
    check = importlib.import_module(f"cvpress.checks.{id.replace('-', '_')}").check
    found = []
    for problem in check(document, SETTINGS):
        scalar = document.nodes[problem.path]
        assert isinstance(scalar, Scalar)
        found.append((problem, scalar))
    return found


def fixed(id: str, cv: Cv) -> str:
    """Return the text of the one value at fault after its fixes."""
    found = problems(id, cv)
    text = found[0][1].text
    assert len({problem.path for problem, _ in found}) == 1
    edits = [edit for problem, _ in found if problem.fix for edit in problem.fix.replacements]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def prose(text: str) -> Cv:
    """Return a CV with one section that is a text."""
    return {"sections": [{"title": "About", "text": text}]}
