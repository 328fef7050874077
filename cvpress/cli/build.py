"""`cvpress build [FILE…]`: checks, typesets, proves; writes the PDF, and the .tex if asked.

With `--variant` a variant of the CV, or all of them: `<stem>.<variant>.pdf`. A CV that holds a
letter, or gets one by `--letter FILE`, is followed by it: `<stem>.letter.pdf`.

Only a PDF without a proof finding at error level gets the name `<stem>.pdf`; another is written as
`<stem>.unproved.pdf`, and an older `<stem>.pdf` is left alone and named as old.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import checking, letters, pipeline, variants
from cvpress.cli import asked, progress, stopped, told
from cvpress.errors import UsageError
from cvpress.files import write_output
from cvpress.schema import tongues
from cvpress.settings import Wishes

KINDS = ("pdf", "tex")
VIEWERS_LOCK = os.name == "nt"  # a PDF that a viewer shows can't be replaced there


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be built: a CV, a variant of it ("": the whole), in a language ("": its own), or
    the letter that goes with it."""

    path: str
    variant: str = ""
    lang: str = ""
    letter: bool = False

    def __str__(self) -> str:
        more = ", ".join(filter(None, (self.variant, self.lang, "letter" if self.letter else "")))
        return f"{self.path} ({more})" if more else self.path


@dataclass(frozen=True, slots=True)
class _Done:
    """A build, and the line that says what was written.

    `target`: the path of its PDF, without the ending.
    """

    job: _Job
    built: pipeline.Built
    line: str
    target: Path

    @property
    def pdf(self) -> Path | None:
        """The path of a PDF that stood its proofs."""
        return _named(self.target, ".pdf") if self.built.pdf and not self.built.failed else None


@dataclass(frozen=True, slots=True)
class _Shop:
    """Builds CVs and their letters as the command line asks for it, and writes them."""

    args: argparse.Namespace
    wishes: Wishes
    kinds: list[str]
    targets: dict[_Job, Path]

    @property
    def still(self) -> bool:
        """True where no progress is told: it is unwanted, or several work at once."""
        return bool(self.args.quiet or self.args.jobs > 1)

    def cv(self, job: _Job) -> _Done:
        """Build a CV."""
        with progress.told(f"Typesetting {job}", self.still):
            built = pipeline.build(job.path, self.wishes, self._order(job))
        return _Done(job, built, _write(built, self.targets[job], self.kinds), self.targets[job])

    def letter(self, cv: _Done) -> _Done:
        """Build the letter of a CV that was built."""
        assert cv.built.checked is not None
        job, target = replace(cv.job, letter=True), self.targets[cv.job]
        target = target.with_name(f"{target.name}.letter")
        if target in self.targets.values():
            message = f"{job} and another CV would both become {target.as_posix()}.pdf."
            raise UsageError(message, "Build them apart, with -o.")
        with progress.told(f"Typesetting {job}", self.still):
            built = pipeline.build_letter(
                cv.built.checked, self.wishes, self._order(job), self.args.letter
            )
        return _Done(job, built, _write(built, target, self.kinds), target)

    def has_letter(self, cv: _Done) -> bool:
        """Return whether a letter goes with a CV that stood its checks."""
        asked = self.args.letter or letters.there(cv.built.document)
        return bool(cv.built.checked and asked)

    def _order(self, job: _Job) -> pipeline.Order:
        args = self.args
        return pipeline.Order(
            args.theme, args.engine, args.strict, job.variant, args.overlay, job.lang, args.tagged
        )


def run(args: argparse.Namespace) -> int:
    """Build each file, report on all, and return the gravest exit code."""
    kinds = _kinds(args.to)
    if args.verify_reproducible and "pdf" not in kinds:
        raise UsageError("--verify-reproducible compares PDFs.", "Write --to pdf beside it.")
    jobs, unread = stopped.each(
        asked.files(args), lambda path: _jobs(path, args.variant, args.lang, args.set)
    )
    targets = _targets([job for some in jobs for job in some], Path(args.out))
    shop = _Shop(args, asked.wishes(args), kinds, targets)
    done, codes = stopped.each(targets, shop.cv, args.jobs)
    posted, more = stopped.each(filter(shop.has_letter, done), shop.letter, args.jobs)
    done += posted
    if done:
        # Variants of one CV share its findings, as its letter does.
        findings = dict.fromkeys(finding for one in done for finding in one.built.findings)
        documents = [it for one in done for it in (one.built.document, *one.built.theirs)]
        told.report(findings, documents, args, [one.line for one in done])
    for reason in (one.built.reason for one in done if one.built.reason):
        print(f"cvpress: {reason}", file=sys.stderr)
    codes += [*unread, *more, *(one.built.failed for one in done)]
    if args.verify_reproducible:
        codes.append(_verified(done, args))
    return stopped.gravest(codes)


def _verified(done: Sequence[_Done], args: argparse.Namespace) -> int:
    """Build the PDFs that were proved again, elsewhere; return 0 where each comes out alike."""
    from cvpress.cli import reproduced

    made = {one.pdf: one.built.pdf for one in done if one.pdf}
    with progress.told("Building again, elsewhere", args.quiet):
        lines, alike = reproduced.verify(args, made) if made else ([], True)
    for line in () if args.quiet and alike else lines:
        told.aside(line, args)
    return 0 if alike else pipeline.PROOFS_FAILED


def _jobs(path: str, variant: str, lang: str, given: Sequence[str]) -> list[_Job]:
    """Return what is to be built of a file. Raises UsageError where it has no variants."""
    names: tuple[str, ...] = (variant,)
    tags: tuple[str, ...] = (lang,)
    if variants.ALL in (variant, lang):
        document = checking.read(path, given=given)
        names = variants.names(document) if variant == variants.ALL else names
        tags = tongues.locales(document) if lang == variants.ALL else tags
    if not names:
        raise UsageError(f"{path} has no variants.", "Name them under `variants:`.")
    return [_Job(path, name, tag) for name in names for tag in tags]


def _kinds(written: str) -> list[str]:
    kinds = [kind.strip() for kind in written.split(",") if kind.strip()]
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong or not kinds:
        message = f"--to takes {' and '.join(KINDS)}, not {wrong[0] if wrong else 'nothing'}."
        raise UsageError(message, "Write --to pdf, --to tex or --to pdf,tex.")
    return kinds


def _targets(jobs: list[_Job], out: Path) -> dict[_Job, Path]:
    """Return where each CV goes, without its ending. Two may not share a name."""
    targets: dict[_Job, Path] = {}
    for job in jobs:
        target = out / ".".join(filter(None, (Path(job.path).stem, job.variant, job.lang)))
        twin = next((other for other, its in targets.items() if its == target), None)
        if twin is not None:
            message = f"{twin} and {job} would both become {target.as_posix()}.pdf."
            raise UsageError(message, "Build them apart, with -o.")
        targets[job] = target
    return targets


def _write(one: pipeline.Built, target: Path, kinds: list[str]) -> str:
    """Write what a build made, and return the line that says so."""
    if "tex" in kinds and one.tex:
        write_output(_named(target, ".tex"), one.tex.encode())
        for name, data in one.files.items():
            write_output(target.with_name(name), data)
    if "pdf" not in kinds and one.tex:
        return f"{_named(target, '.tex').as_posix()} is written."
    good = _named(target, ".pdf")
    if not one.pdf:
        return f"Nothing was printed.{_old(good)}"
    if one.failed:
        return f"{_put(_named(target, '.unproved.pdf'), one.pdf)} {_UNPROVED}{_old(good)}"
    put = _put(good, one.pdf)
    with suppress(OSError):  # Windows: it is open in a viewer
        _named(target, ".unproved.pdf").unlink()
    pages = "1 page" if one.pages == 1 else f"{one.pages} pages"
    held = "" if put == good.as_posix() else f" {good.as_posix()} is open in a viewer: left alone."
    return f"{put}: {pages}, proved. Engine {one.why}{held}"


_UNPROVED = "did not stand its proofs."


def _named(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _old(path: Path) -> str:
    return f" {path.as_posix()} is an older one." if path.exists() else ""


def _put(path: Path, pdf: bytes) -> str:
    """Write a PDF and return its path. One that a viewer holds open is left: ours is `.new.pdf`."""
    try:
        write_output(path, pdf)
    except UsageError as error:
        held = VIEWERS_LOCK and isinstance(error.__cause__, PermissionError) and path.is_file()
        if not held:
            raise
        path = path.with_name(f"{path.stem}.new.pdf")
        write_output(path, pdf)
    return path.as_posix()
