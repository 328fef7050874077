"""`cvpress diff [OLD [NEW]]`: compares two PDFs, two CVs, or two revisions of a CV in git.

What is no file is a revision, as git writes it: `HEAD~1`, or `HEAD~1:cv.yaml`. A CV is typeset,
however bad its words, with the files of that revision and the themes and rules of this version;
with `--letter` its letter is. `--set` and `--overlay` hold for both sides; of what is private only
the pictures tell, as the PDF does.
The exit code is that of `diff`: 0 the same, 1 different, 2 trouble.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cvpress import checking, comparing, overlay, printed, revisions
from cvpress.cli import asked, progress, streams, told, typeset
from cvpress.comparing import sheets
from cvpress.comparing.model import Compared
from cvpress.comparing.sheets import Drawn
from cvpress.errors import UsageError
from cvpress.files import read_input, write_output
from cvpress.printed import apart
from cvpress.printed.model import Printed
from cvpress.printed.pictures import Picture, pictures
from cvpress.source.document import Document

SAME, DIFFERENT = 0, 1
PAGE = "index.html"
_HELP = "Name a PDF, a cv.yaml, or a revision in git."


@dataclass(frozen=True, slots=True)
class _Side:
    """What is compared: a file, or a revision of one; `name` as it was written."""

    name: str
    file: Path | None = None
    revision: revisions.Revision | None = None


def run(args: argparse.Namespace) -> int:
    """Compare, report, write the pictures; return 0 where nothing differs, else 1."""
    old, new = _sides(args.old, args.new, Path(args.source))
    with progress.told(f"Comparing {old.name} and {new.name}", args.quiet):
        compared, drawn = _compare(_pdf(old, args), _pdf(new, args), (old.name, new.name))
    if args.overlay:
        compared = _untold(compared, checking.read(args.overlay))
    line = "" if compared.same else _write(compared, drawn, Path(args.out))
    _report(compared, line, args)
    return SAME if compared.same else DIFFERENT


@dataclass(frozen=True, slots=True)
class _Pdf:
    """The PDF of a side; one that somebody else may have made is read and drawn apart."""

    name: str
    data: bytes
    strange: bool = False

    def read(self) -> Printed:
        """Read it. Raises UsageError with its name."""
        try:
            if not self.strange:
                return printed.read(self.data)
            with apart.reader() as read:
                return read(self.data)
        except UsageError as error:
            raise self.refused(error) from None

    def drawn(self, pages: int) -> Iterable[Picture]:
        """Draw its pages, as many as a comparison may ask for."""
        wanted = min(pages, sheets.SEEN)
        if not self.strange:
            return pictures(self.data, range(1, wanted + 1))
        try:
            return apart.drawn(self.data, wanted)
        except UsageError as error:
            raise self.refused(error) from None

    def refused(self, error: UsageError) -> UsageError:
        return UsageError(f"{self.name}: {error.message}", error.help)


def _compare(old: _Pdf, new: _Pdf, names: tuple[str, str]) -> tuple[Compared, Drawn]:
    compared = comparing.compare(old.read(), new.read(), names)
    if old.data == new.data:
        return compared, Drawn()
    one, other = (pdf.drawn(count) for pdf, count in zip((old, new), compared.pages, strict=True))
    drawn = sheets.draw(one, other, compared)
    return replace(compared, facts=(*compared.facts, *drawn.facts)), drawn


def _untold(compared: Compared, private: Document) -> Compared:
    """Return a comparison in whose words no private value is repeated."""

    def blank(text: str) -> str:
        return overlay.blanked(text, private)

    changes = (
        replace(
            one,
            old=blank(one.old),
            new=blank(one.new),
            before=blank(one.before),
            after=blank(one.after),
        )
        for one in compared.changes
    )
    facts = (replace(one, text=blank(one.text)) for one in compared.facts)
    return replace(compared, changes=tuple(changes), facts=tuple(facts))


def _sides(old: str, new: str, source: Path) -> tuple[_Side, _Side]:
    """Return what OLD and NEW name. A revision without a path is one of the CV beside it."""
    newer = _file(new) if new else _Side(source.as_posix(), file=source)
    cv = newer.file if newer and newer.file and not _is_pdf(newer.file) else source
    return _file(old) or _revision(old, cv), newer or _revision(new, cv)


def _file(written: str) -> _Side | None:
    path = Path(written)
    return _Side(path.as_posix(), file=path) if path.exists() else None


def _revision(written: str, cv: Path) -> _Side:
    found = revisions.find(written, cv)
    return _Side(str(found), revision=found)


def _is_pdf(path: Path) -> bool:
    return b"%PDF-" in read_input(str(path), _HELP, 1024)


def _pdf(side: _Side, args: argparse.Namespace) -> _Pdf:
    """Return the PDF of a side, typeset where it is a CV. Raises UsageError."""
    if side.file and _is_pdf(side.file):
        data = read_input(str(side.file), _HELP, printed.MAX_BYTES + 1)
        return _Pdf(side.name, data, strange=True)
    with ExitStack() as stack:
        cv = side.file
        if side.revision:
            cv = stack.enter_context(revisions.laid_out(side.revision))
        assert cv is not None
        return _Pdf(side.name, typeset.pdf(cv, side.name, args, side.revision))


def _write(compared: Compared, drawn: Drawn, out: Path) -> str:
    """Write the page and the pictures, and return the line that names them."""
    from cvpress.reports import diff_page

    _clear(out)
    for sheet in drawn.sheets:
        write_output(out / f"page-{sheet.number}.png", sheet.both)
    page = out / PAGE
    write_output(page, diff_page.report(compared, drawn.sheets).encode())
    count = len(drawn.sheets)
    shown = f"{count} page{'' if count == 1 else 's'}" if count else "no page"
    return f"{page.as_posix()} shows {shown} side by side, what differs marked."


def _clear(out: Path) -> None:
    """Remove the pictures of an older comparison, where it was one of ours that stands there."""
    from cvpress.reports.diff_page import GENERATOR

    with suppress(OSError):
        if GENERATOR.encode() in (out / PAGE).read_bytes()[:1000]:
            for path in out.glob("page-*.png"):
                if re.fullmatch(r"page-\d+\.png", path.name):
                    path.unlink()


def _report(compared: Compared, line: str, args: argparse.Namespace) -> None:
    if args.format == "json":
        from cvpress.reports import diff_json

        streams.put(diff_json.report(compared))
    elif not args.quiet:
        from cvpress.reports import diff_text

        streams.put(diff_text.report(compared, color=asked.colour(args), width=told.width()))
    if args.format == "github":
        from cvpress.reports import diff_summary

        told.summarise(diff_summary.report(compared))
    if line and not args.quiet:
        told.aside(line, args)
