"""What is asked of the pipeline, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cvpress.checking import Checked
from cvpress.finding import Finding
from cvpress.source.document import Document

CHECKS_FAILED, TEX_FAILED, PROOFS_FAILED = 1, 3, 4


@dataclass(frozen=True, slots=True)
class Order:
    """How a CV is to be typeset.

    `theme` "": as the file says; `variant` "": the whole CV; `overlay`: a file of private fields;
    `lang` "": as the variant or the file says; `tagged`: the PDF says what its parts are.
    """

    theme: str = ""
    engine: str = "auto"
    strict: bool = False
    variant: str = ""
    overlay: str = ""
    lang: str = ""
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made. `pdf` is b"" where it stopped before; `failed` is the exit code so far.

    `files`: what the .tex asks for beside it, by name. `theirs`: files of a user's theme in which
    findings stand.

    `why` tells why this engine was taken; `reason` why TeX was stopped, where no finding does.
    `checked`: the CV, where its letter may be printed.
    """

    document: Document
    findings: tuple[Finding, ...]
    failed: int = 0
    tex: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    theirs: tuple[Document, ...] = ()
    pdf: bytes = b""
    pages: int = 0
    why: str = ""
    reason: str = ""
    checked: Checked | None = None
