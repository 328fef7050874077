"""`cvpress prove PDF --source cv.yaml`: reads a PDF back and holds it against its CV.

The PDF may come from anywhere. In one that cvpress did not make, only the texts that print as they
are written are compared, and the last line says how many these were. Of one that cvpress made it
says whether it was made from this very CV; a PDF of another state is no error by itself. The PDF of
its letter is held against that: `--letter`, or `--letter FILE` where it has a file of its own.
"""

from __future__ import annotations

import argparse

from cvpress import checking, pipeline, proving
from cvpress.cli import asked, progress, told


def run(args: argparse.Namespace) -> int:
    """Prove the PDF and return 0, 1 where the CV itself can't be laid out, or 4."""
    if args.as_ats:
        from cvpress.cli import as_ats

        return as_ats.run(args)
    with progress.told(f"Reading {args.pdf}", args.quiet):
        proved = proving.prove(args.pdf, args.source, asked.wishes(args), which(args))
    told.report(proved.findings, [proved.document], args, [_line(args.pdf, proved)])
    if proved.unread:
        return pipeline.CHECKS_FAILED
    return pipeline.PROOFS_FAILED if checking.fails(proved.findings, args.strict) else 0


def which(args: argparse.Namespace) -> proving.Which:
    """Return which page of the CV the command line means."""
    return proving.Which(args.theme, args.variant, args.lang, args.letter)


def _line(path: str, proved: proving.Proved) -> str:
    if proved.unread:
        return f"{path} was not compared: mend the CV first."
    texts = f"{proved.compared} texts of {proved.document.name} were compared"
    if proved.foreign:
        texts += ", those that print as written: another tool made this PDF"
    pages = f"{proved.pages} page{'s' if proved.pages != 1 else ''}"
    return f"{path}: {pages}; {texts}. {proved.origin}".rstrip()
