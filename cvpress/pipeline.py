"""The pipeline: the only file that knows the order of the seven arrows.

    cv.yaml → Document → findings
                 └────→ View → .tex → .pdf → Printed → findings

It returns what came out; only the reports print, and only the command line exits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import runner, source
from cvpress.errors import UsageError
from cvpress.finding import Finding
from cvpress.settings import Settings, Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document

CHECKS_FAILED, TEX_FAILED, PROOFS_FAILED = 1, 3, 4


@dataclass(frozen=True, slots=True)
class Checked:
    """A CV that has been read and checked."""

    document: Document
    settings: Settings
    findings: tuple[Finding, ...]


def read(path: str) -> Document:
    """Read a CV. Raises UsageError where there is no such file, or it can't be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(source.LIMIT + 1)
    except FileNotFoundError:
        help = f"`cvpress new {path}` writes a first one."
        raise UsageError(f"{path} does not exist.", help) from None
    except OSError as error:
        reason = "is a folder" if Path(path).is_dir() else f"can't be read ({error.strerror})"
        raise UsageError(f"{path} {reason}.", "Name a cv.yaml.") from None
    return source.read(data, Path(path).as_posix())


def check(path: str, wishes: Wishes) -> Checked:
    """Read a CV and run every check that is wanted. Raises UsageError."""
    document = read(path)
    settings = read_settings(document, wishes)
    return Checked(document, settings, tuple(runner.checks(document, settings)))


def fails(findings: Iterable[Finding], strict: bool) -> bool:
    """Return whether one of the findings is an error or, if `strict`, a warning."""
    grave = ("error", "warning") if strict else ("error",)
    return any(finding.severity in grave for finding in findings)
