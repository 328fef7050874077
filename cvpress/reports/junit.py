"""The report for servers that show test results: JUnit's XML, as Jenkins and Surefire read it.

A file is a suite, a finding a test that failed; what does not fail the command (a warning without
`--strict`, an info) is a test that passed and says something. A file without findings has one test.
Letters beyond ASCII are references, so the report passes through any terminal, log or encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from cvpress.finding import Finding
from cvpress.reports.display import visible

# What XML 1.0 has no way to write (section 2.2), beyond the controls that `visible` replaces.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(findings: Iterable[Finding], files: Iterable[str], strict: bool) -> str:
    """Return one suite for each file, those of `files` without findings, too."""
    found = sorted(findings, key=lambda finding: finding.order)
    failing = ("error", "warning") if strict else ("error",)
    names = sorted({*files, *(one.file for one in found)})
    suites = [_suite(name, [one for one in found if one.file == name], failing) for name in names]
    failed = sum(one.severity in failing for one in found)
    cases = sum(max(1, sum(one.file == name for one in found)) for name in names)
    head = f'<testsuites name="cvpress" tests="{cases}" failures="{failed}" errors="0" time="0">'
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"])
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _suite(name: str, found: list[Finding], failing: tuple[str, ...]) -> str:
    cases = [_case(one, one.severity in failing) for one in found]
    cases = cases or [f'    <testcase name="no findings" classname={_quoted(name)} time="0"/>']
    failed = sum(one.severity in failing for one in found)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="0" time="0"'
    return "\n".join([f"  <testsuite name={_quoted(name)} {counts}>", *cases, "  </testsuite>"])


def _case(one: Finding, fails: bool) -> str:
    place = f":{one.span.line}:{one.span.column}" if one.span else ""
    name = f"{one.id} at {place[1:]}" if place else one.id
    told = _data(f"{one.file}{place} {one.severity} {one.id}: {one.message} {one.help}".strip())
    head = f'    <testcase name={_quoted(name)} classname={_quoted(one.file)} time="0">'
    if not fails:
        return f"{head}\n      <system-out>{told}</system-out>\n    </testcase>"
    failure = f"<failure type={_quoted(one.severity)} message={_quoted(one.message)}>"
    return f"{head}\n      {failure}{told}</failure>\n    </testcase>"


def _data(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", visible(text)))


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", visible(text)))
