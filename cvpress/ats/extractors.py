"""The programs that copy the text of a PDF: PDFium (in Chrome), pypdf, pdftotext (of poppler).

PDFium is the one that the proofs use. The others run apart, with limits, since nobody knows what
they make of a PDF from elsewhere.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cvpress import run
from cvpress.errors import TexFailed
from cvpress.printed.model import Printed

SCRIPT = Path(__file__).with_name("with_pypdf.py")
MOST = 4_000_000  # letters of a text; a page of small print has 10,000


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of a PDF as one program copies it, pages parted by form feeds."""

    reader: str
    version: str
    text: str


class _Silent(Exception):
    """A program can't be asked, or did not answer: the reason, in one sentence."""


def copies(pdf: bytes, printed: Printed) -> tuple[list[Copy], list[str]]:
    """Return the text as each program copies it, and a sentence for each that does not."""
    pages = (page.text.replace("\r\n", "\n") for page in printed.pages)
    made = [Copy("PDFium", _installed("pypdfium2"), "\f".join(pages))]
    silent = []
    for ask in (_pypdf, _pdftotext):
        with tempfile.TemporaryDirectory(prefix="cvpress-") as folder:
            (Path(folder) / "in.pdf").write_bytes(pdf)
            try:
                made.append(ask(Path(folder)))
            except _Silent as reason:
                silent.append(str(reason))
    return made, silent


def _installed(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _pypdf(folder: Path) -> Copy:
    if importlib.util.find_spec("pypdf") is None:
        raise _Silent("pypdf is not installed: cvpress's extra “ats” brings it.")
    text = _run("pypdf", folder, [sys.executable, "-I", str(SCRIPT), "in.pdf", "out.txt"])
    return Copy("pypdf", _installed("pypdf"), text)


def _pdftotext(folder: Path) -> Copy:
    program = run.which("pdftotext")
    if not program:
        raise _Silent("pdftotext is not on the PATH: poppler has it (Debian: poppler-utils).")
    text = _run("pdftotext", folder, [program, "-enc", "UTF-8", "in.pdf", "out.txt"])
    said = run.start([program, "-v"], folder, run.environment({}), run.limits()).finish().output
    version = re.search(r"version ([\w.]+)", said)
    return Copy("pdftotext", version[1] if version else "", text)


def _run(reader: str, folder: Path, argv: list[str]) -> str:
    """Let a program copy in.pdf to out.txt, and return what it wrote."""
    try:
        ended = run.start(argv, folder, run.environment({}), run.limits()).finish()
        with (folder / "out.txt").open(encoding="utf-8", errors="replace") as file:
            text = file.read(MOST)
    except TexFailed:
        raise _Silent(f"{reader} was stopped: it ran over its limits.") from None
    except OSError:
        text = ""
        ended = run.Ended(1, "")
    if ended.code:
        raise _Silent(f"{reader} can't read this PDF{_last(ended.output)}.")
    return text


def _last(output: str) -> str:
    lines: Iterator[str] = (line.strip() for line in reversed(output.splitlines()) if line.strip())
    last = next(lines, "")
    return f" ({last[:120].rstrip('.')})" if last else ""
