"""Plays the examples of a check's manual page: each Bad says what it says, each Good is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from cvpress import checking, rules
from cvpress.finding import Finding
from cvpress.links import Answer, Ask, Kind
from cvpress.settings import Wishes, read
from cvpress.source.document import Document

TODAY = "2026-01-15"
_NEEDED = {
    "person": "person: {name: Ada Example}",
    "sections": "sections: [{title: About, text: A first line.}]",
}


def whole(fragment: str) -> str:
    """Merge a fragment into the smallest valid CV. What is missing comes after it: lines stay."""
    lines = [fragment]
    for key, line in _NEEDED.items():
        if not re.search(rf"^{key}\s*:", fragment, re.MULTILINE):
            lines.append(line)
    return "\n".join(lines) + "\n"


def asked(lines: str) -> Ask | None:
    """Return who answers for links as `Answers:` says, a line for each: `URL KIND WHY-OR-WHERE`.

    All other links are fine.
    """
    answers = {}
    for line in lines.splitlines():
        url, kind, *rest = line.split(maxsplit=2)
        told = {"to" if kind == "moved" else "why": rest[0]} if rest else {}
        answers[url] = Answer(cast(Kind, kind), **told)
    return (lambda urls: {url: answers.get(url, Answer("fine")) for url in urls}) if lines else None


def read_whole(fragment: str, bib: str) -> Document:
    """Read a fragment as a CV, with a papers.bib beside it if there is one."""
    data = whole(fragment).encode()
    if not bib:
        return checking.opened(data, "cv.yaml")
    with TemporaryDirectory() as folder:
        Path(folder, "papers.bib").write_text(bib, "utf-8")
        return checking.opened(data, Path(folder, "cv.yaml").as_posix())


def findings(rule: rules.Rule, fragment: str, answers: str = "", bib: str = "") -> list[Finding]:
    """Check a fragment with every check that is on, and with this one in any case."""
    document = read_whole(fragment, bib)
    settings = read(document, Wishes(today=TODAY))
    severity = {rule.id: rule.severity, **settings.severity}
    settings = replace(settings, severity=severity, links=asked(answers))
    return list(checking.judge(document, settings).findings)


def told(finding: Finding) -> str:
    """Write a finding as a `Says:` line does."""
    place = f"{finding.span.line}:{finding.span.column}" if finding.span else "-"
    if finding.file.endswith(".bib"):
        place = f"papers.bib:{place}"
    return f"{place} {finding.severity} {finding.id}: {finding.message}"


def faults(rule: rules.Rule) -> Iterator[str]:
    """Yield each way in which a check's manual page is wrong about the check."""
    page = rules.manual(rule)
    for name, part in (("Bad", page.bad), ("Good", page.good), ("Silence", page.silence)):
        if not part:
            yield f"no {name}"
    for example in page.bad:
        here = findings(rule, example.fragment, example.answers, example.bib)
        own = [f for f in here if f.id == rule.id]
        said = tuple(map(told, own))
        if said != example.says or not said:
            yield f"Bad says {said}, the page {example.says}\n{example.fragment}"
        yield from (f"“{f.message}” and not what to do" for f in own if not (f.help or f.fix))
    for example in page.good:
        said = tuple(
            told(f) for f in findings(rule, example.fragment, example.answers, example.bib)
        )
        if said:
            yield f"Good says {said}\n{example.fragment}"
