"""`cvpress build [FILE…]`: checks, typesets, proves; writes the PDF, and the .tex if asked.

With `--variant` a variant of the CV, or all of them: `<stem>.<variant>.pdf`. A CV that holds a
letter, or gets one by `--letter FILE`, is followed by it: `<stem>.letter.pdf`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import letters, pipeline
from cvpress.cli import asked, jobs, progress, stopped, told, written
from cvpress.cli.jobs import Job
from cvpress.errors import UsageError
from cvpress.settings import Wishes

KINDS = ("pdf", "tex")


@dataclass(frozen=True, slots=True)
class _Done:
    """A build, and the line that says what was written.

    `target`: the path of its PDF, without the ending.
    """

    job: Job
    built: pipeline.Built
    line: str
    target: Path

    @property
    def pdf(self) -> Path | None:
        """The path of a PDF that stood its proofs."""
        stood = self.built.pdf and not self.built.failed
        return written.named(self.target, ".pdf") if stood else None


@dataclass(frozen=True, slots=True)
class _Shop:
    """Builds CVs and their letters as the command line asks for it, and writes them."""

    args: argparse.Namespace
    wishes: Wishes
    kinds: list[str]
    targets: dict[Job, Path]

    @property
    def still(self) -> bool:
        """True where no progress is told: it is unwanted, or several work at once."""
        return bool(self.args.quiet or self.args.jobs > 1)

    def cv(self, job: Job) -> _Done:
        """Build a CV."""
        with progress.told(f"Typesetting {job}", self.still):
            built = pipeline.build(job.path, self.wishes, self._order(job))
        return self._done(job, built, self.targets[job])

    def letter(self, cv: _Done) -> _Done:
        """Build the letter of a CV that was built."""
        checked = cv.built.checked
        assert checked is not None
        job = replace(cv.job, letter=True)
        target = jobs.letter_target(job, cv.target, self.targets.values())
        with progress.told(f"Typesetting {job}", self.still):
            order = self._order(job)
            built = pipeline.build_letter(checked, self.wishes, order, self.args.letter)
        return self._done(job, built, target)

    def has_letter(self, cv: _Done) -> bool:
        """Return whether a letter goes with a CV that stood its checks."""
        there = self.args.letter or letters.there(cv.built.document)
        return bool(cv.built.checked and there)

    def _order(self, job: Job) -> pipeline.Order:
        args = self.args
        return pipeline.Order(
            args.theme, args.engine, args.strict, job.variant, args.overlay, job.lang, args.tagged
        )

    def _done(self, job: Job, built: pipeline.Built, target: Path) -> _Done:
        return _Done(job, built, written.write(built, target, self.kinds), target)


def run(args: argparse.Namespace) -> int:
    """Build each file, report on all, and return the gravest exit code."""
    kinds = _kinds(args.to)
    if args.verify_reproducible and "pdf" not in kinds:
        raise UsageError("--verify-reproducible compares PDFs.", "Write --to pdf beside it.")
    found, unread = stopped.each(
        asked.files(args), lambda path: jobs.of(path, args.variant, args.lang, args.set)
    )
    targets = jobs.targets((job for some in found for job in some), Path(args.out))
    shop = _Shop(args, asked.wishes(args), kinds, targets)
    done, codes = stopped.each(targets, shop.cv, args.jobs)
    posted, more = stopped.each(filter(shop.has_letter, done), shop.letter, args.jobs)
    done += posted
    _report(done, args)
    codes += [*unread, *more, *(one.built.failed for one in done)]
    if args.verify_reproducible:
        codes.append(_verified(done, args))
    return stopped.gravest(codes)


def _kinds(to: str) -> list[str]:
    kinds = [kind.strip() for kind in to.split(",") if kind.strip()]
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong or not kinds:
        message = f"--to takes {' and '.join(KINDS)}, not {wrong[0] if wrong else 'nothing'}."
        raise UsageError(message, "Write --to pdf, --to tex or --to pdf,tex.")
    return kinds


def _report(done: Sequence[_Done], args: argparse.Namespace) -> None:
    """Report what was found, and say why TeX was stopped where no finding does."""
    if done:
        # Variants of one CV share its findings, as its letter does.
        findings = dict.fromkeys(finding for one in done for finding in one.built.findings)
        documents = [it for one in done for it in (one.built.document, *one.built.theirs)]
        told.report(findings, documents, args, [one.line for one in done])
    for reason in (one.built.reason for one in done if one.built.reason):
        print(f"cvpress: {reason}", file=sys.stderr)


def _verified(done: Sequence[_Done], args: argparse.Namespace) -> int:
    """Build the PDFs that were proved again, elsewhere; return 0 where each comes out alike."""
    from cvpress.cli import reproduced

    made = {one.pdf: one.built.pdf for one in done if one.pdf}
    with progress.told("Building again, elsewhere", args.quiet):
        lines, alike = reproduced.verify(args, made) if made else ([], True)
    for line in () if args.quiet and alike else lines:
        told.aside(line, args)
    return 0 if alike else pipeline.PROOFS_FAILED
