"""Writes a report to stdout in the format that was asked for, and a summary for GitHub."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from cvpress.cli import streams
from cvpress.cli.asked import colour
from cvpress.errors import UsageError
from cvpress.finding import Finding
from cvpress.reports.display import visible
from cvpress.source.document import Document

MOST_COLUMNS = 100
_NO_TERMINAL = 80


def report(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    args: argparse.Namespace,
    lines: Sequence[str] = (),
) -> None:
    """Print the findings, and the `lines` that a person is told besides: to stderr for machines."""
    found = list(findings)
    streams.put(_text(found, documents, args))
    if args.format == "github":
        from cvpress.reports import job_summary

        summarise(job_summary.report(found, lines))
    for line in () if args.quiet else lines:
        aside(line, args)


def aside(line: str, args: argparse.Namespace) -> None:
    """Print a line that a person is told besides the report: to stderr for machines."""
    if args.format == "text":
        streams.put(f"{visible(line)}\n")
    else:
        print(visible(line), file=sys.stderr)


def _text(found: list[Finding], documents: Iterable[Document], args: argparse.Namespace) -> str:
    if args.format == "json":
        from cvpress.reports import json_report

        return json_report.report(found)
    if args.format == "github":
        from cvpress.reports import github

        return github.report(found)
    if args.format == "sarif":
        from cvpress.reports import sarif

        return sarif.report(found)
    if args.format == "junit":
        from cvpress.reports import junit

        return junit.report(found, (document.name for document in documents), args.strict)
    return _for_people(found, documents, args)


def _for_people(
    found: list[Finding], documents: Iterable[Document], args: argparse.Namespace
) -> str:
    from cvpress.reports import text

    if args.quiet and not found:
        return ""
    sources = {file.name: file.text for document in documents for file in document.files}
    return text.report(found, sources, color=colour(args), width=width())


def width() -> int:
    """Return how many columns a report takes."""
    return min(_columns(), MOST_COLUMNS)


def _columns() -> int:
    if "COLUMNS" not in os.environ and not sys.stdout.isatty():
        return _NO_TERMINAL
    import shutil  # late: it loads three ways to compress

    return shutil.get_terminal_size().columns


def summarise(markdown: str) -> None:
    """Append to the job's summary, where GitHub names a file for it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(markdown)
        except OSError as error:
            message = f"Can't write the job's summary, {path}: {error.strerror}."
            raise UsageError(message) from None
