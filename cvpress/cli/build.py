"""`cvpress build [FILE…]`: checks, typesets, proves; writes the PDF, and the .tex if asked.

Only a PDF without a proof finding at error level gets the name `<stem>.pdf`; another is written as
`<stem>.unproved.pdf`, and an older `<stem>.pdf` is left alone and named as old.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from cvpress import pipeline
from cvpress.cli import asked, progress, told
from cvpress.errors import UsageError
from cvpress.files import write_output

KINDS = ("pdf", "tex")
GRAVEST = (2, 3, 4, 1, 0)  # DESIGN 3.2: the code of several files


def run(args: argparse.Namespace) -> int:
    """Build each file, report on all, and return the gravest exit code."""
    kinds = _kinds(args.to)
    targets = _targets(args.files, Path(args.out))
    wishes = asked.wishes(args)
    order = pipeline.Order(args.theme, args.engine, args.strict)
    built, lines = [], []
    for path, target in targets.items():
        with progress.told(f"Typesetting {path}", args.quiet):
            one = pipeline.build(path, wishes, order)
        built.append(one)
        lines.append(_write(one, target, kinds))
    findings = [finding for one in built for finding in one.findings]
    told.report(findings, [one.document for one in built], args, lines)
    return min((one.failed for one in built), key=GRAVEST.index)


def _kinds(written: str) -> list[str]:
    kinds = [kind.strip() for kind in written.split(",") if kind.strip()]
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong or not kinds:
        message = f"--to takes {' and '.join(KINDS)}, not {wrong[0] if wrong else 'nothing'}."
        raise UsageError(message, "Write --to pdf, --to tex or --to pdf,tex.")
    return kinds


def _targets(files: list[str], out: Path) -> dict[str, Path]:
    """Return where each CV goes, without its ending. Two may not share a name."""
    targets: dict[str, Path] = {}
    for path in files:
        target = out / Path(path).stem
        twin = next((other for other, its in targets.items() if its == target), None)
        if twin is not None:
            message = f"{twin} and {path} would both become {target.as_posix()}.pdf."
            raise UsageError(message, "Build them apart, with -o.")
        targets[path] = target
    return targets


def _write(one: pipeline.Built, target: Path, kinds: list[str]) -> str:
    """Write what a build made, and return the line that says so."""
    if "tex" in kinds and one.tex:
        write_output(target.with_name(f"{target.name}.tex"), one.tex.encode())
    if "pdf" not in kinds and not one.failed:
        return f"{target.as_posix()}.tex is written."
    good, doubtful = (target.with_name(target.name + end) for end in (".pdf", ".unproved.pdf"))
    if not one.pdf:
        return f"Nothing was printed.{_old(good)}"
    if one.failed:
        _put(doubtful, one.pdf)
        return f"{doubtful.as_posix()} did not stand its proofs.{_old(good)}"
    written = _put(good, one.pdf)
    doubtful.unlink(missing_ok=True)
    pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
    return f"{written.as_posix()}: {pages}, proved. Engine {one.why}"


def _old(path: Path) -> str:
    return f" {path.as_posix()} is an older one." if path.exists() else ""


def _put(path: Path, pdf: bytes) -> Path:
    """Write a PDF; on Windows one that a viewer holds open is left alone, and ours named `.new`."""
    try:
        write_output(path, pdf)
    except UsageError as error:
        held = os.name == "nt" and isinstance(error.__cause__, PermissionError)
        if not held or not path.is_file():
            raise
        path = path.with_name(f"{path.stem}.new.pdf")
        write_output(path, pdf)
    return path
