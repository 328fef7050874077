"""The first arrows of the pipeline: a CV is read and checked. `cvpress check` loads no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import assign, bibliography, overlay, runner, source
from cvpress.files import read_input
from cvpress.finding import Finding
from cvpress.schema.respelt import as_meant
from cvpress.schema.undeclared import as_spoken
from cvpress.settings import Settings, Wishes
from cvpress.settings import read as read_settings
from cvpress.source.decoding import LIMIT
from cvpress.source.document import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A CV that has been read and checked."""

    document: Document
    settings: Settings
    findings: tuple[Finding, ...]


HELP = "Name a cv.yaml; `cvpress new` writes a first one."


def read(path: str, help: str = HELP, given: Iterable[str] = ()) -> Document:
    """Read a CV, with what `--set` gives it (`cvpress.assign`).

    Raises UsageError, with a `help`, where no such file can be read.
    """
    return opened(*read_bytes(path, help), given)


def opened(data: bytes, name: str, given: Iterable[str] = ()) -> Document:
    """Return the document of a CV's bytes, with the entries of the bibliographies it names."""
    return bibliography.put(assign.put(source.read(data, name), given))


def read_bytes(path: str, help: str = HELP) -> tuple[bytes, str]:
    """Return the bytes of a CV, and its name as findings tell it. Raises UsageError, as `read`."""
    return read_input(path, help, LIMIT + 1), Path(path).as_posix()


def check(path: str, wishes: Wishes) -> Checked:
    """Read a CV and run every check that is wanted. Raises UsageError."""
    document = read(path, given=wishes.given)
    return judge(document, read_settings(document, wishes))


def private(path: str, wishes: Wishes) -> tuple[Document | None, list[Finding]]:
    """Read an overlay ("": none) and return it with what is wrong with it. Raises UsageError."""
    if not path:
        return None, []
    document = read(path, "Name a file with private fields of the person.")
    overlay.person(document)
    return document, list(
        overlay.told(judge(document, read_settings(document, wishes)).findings, document)
    )


def judge(document: Document, settings: Settings) -> Checked:
    """Run every check that is wanted on a document, with its misspelt keys read as they are meant
    and its words in the language that they are in.

    The document itself stays as it is written: what has a wrong name is not printed, and what does
    not say its language is printed in English.
    """
    meant = as_meant(document.own)
    if not settings.spelling:
        meant = as_spoken(meant)
    if meant is document.own:
        return Checked(document, settings, tuple(runner.checks(document, settings)))
    spoken = (meant.spoken,) if meant.spoken else settings.locales
    found = runner.checks(bibliography.put(meant), replace(settings, locales=spoken))
    return Checked(
        document, settings, tuple(replace(one, path=meant.as_written(one.path)) for one in found)
    )


def fails(findings: Iterable[Finding], strict: bool) -> bool:
    """Return whether one of the findings is an error or, if `strict`, a warning."""
    grave = ("error", "warning") if strict else ("error",)
    return any(finding.severity in grave for finding in findings)
