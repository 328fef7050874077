"""The PDF that `cvpress diff` makes of a CV, or of its letter, however bad its words are."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from cvpress import checking, letters, pipeline, revisions
from cvpress.errors import TexFailed, UsageError
from cvpress.settings import Wishes

# What a page can't be made without; how good its words are is no matter of a comparison.
WISHES = Wishes(select=("yaml", "schema", "tex"))


def pdf(
    cv: Path, name: str, args: argparse.Namespace, revision: revisions.Revision | None
) -> bytes:
    """Return the PDF of a CV that is called by a name; of a revision, where it lies in a folder.

    Raises UsageError, by that name, where none can be made.
    """
    try:
        built = _built(cv, name, args, revision)
    except TexFailed as error:
        raise UsageError(f"{name} can't be printed. {error.message}", error.help) from None
    except UsageError as error:
        raise UsageError(error.message.replace(str(cv), name), error.help) from None
    if not built.pdf:
        raise UsageError(f"{name} can't be printed: {_why(built)}")
    return built.pdf


def _built(
    cv: Path, name: str, args: argparse.Namespace, revision: revisions.Revision | None
) -> pipeline.Built:
    wishes = replace(WISHES, given=tuple(args.set))
    order = pipeline.Order(
        args.theme, args.engine, variant=args.variant, overlay=args.overlay, lang=args.lang
    )
    if args.letter is None:
        return pipeline.build(str(cv), wishes, order)
    file = _letter(args.letter, cv, revision) if args.letter else ""
    checked = checking.check(str(cv), wishes)
    if checking.fails(checked.findings, strict=False):
        return pipeline.Built(checked.document, checked.findings, pipeline.CHECKS_FAILED)
    if not file and not letters.there(checked.document):
        raise UsageError(f"{name} has no letter.", "Name its file: --letter FILE.")
    return pipeline.build_letter(checked, wishes, order, file)


def _letter(written: str, cv: Path, revision: revisions.Revision | None) -> str:
    """Return the path of a letter's file: of a revision its own, where it has one beside the CV."""
    if revision is None:
        return written
    beside = (revision.top / revision.path.parent).resolve()
    file = Path(written).resolve()
    if not file.is_relative_to(beside):
        return written
    own = cv.parent / file.relative_to(beside)
    if not own.is_file():
        said = f"{revision.name} has no {file.relative_to(beside).as_posix()}."
        raise UsageError(said, "A letter's file is compared as each revision has it.")
    return str(own)


def _why(built: pipeline.Built) -> str:
    first = next((one for one in built.findings if one.severity == "error"), None)
    if first is None:
        return built.reason
    place = f"{first.span.line}:{first.span.column}: " if first.span else ""
    return f"{place}{first.message}"
