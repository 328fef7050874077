"""A revision of a CV in git, laid into a folder with what it names: .bib, pictures, themes.

git is asked with as little of the machine as it needs: no prompt, no network, no hook. What it
hands over is a tar of the CV's folder at that revision, of which plain files of the kinds that a CV
may name are unpacked, and nothing else.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cvpress import run
from cvpress.errors import TexFailed, UsageError

MEGABYTES = 200  # of the CV's folder at one revision
SECONDS = 30.0
KINDS = frozenset({".yaml", ".yml", ".bib", ".png", ".jpg", ".jpeg"})
THEMES = "themes"
OTHERS = "Name two PDFs, or two files of CVs."


@dataclass(frozen=True, slots=True)
class Revision:
    """A file at a revision: `name` is what stands before the colon in git's own writing."""

    name: str
    commit: str
    path: PurePosixPath
    top: Path

    def __str__(self) -> str:
        return f"{self.name}:{self.path}"


def find(written: str, file: Path) -> Revision:
    """Return what is meant by REVISION, or by REVISION:PATH, in the repository of a file.

    `file`: whose revision is meant where no path is written; it need not be there any more.
    Raises UsageError.
    """
    name, colon, path = written.partition(":")
    folder = file.parent
    while not folder.is_dir():
        folder = folder.parent
    top, prefix = _place(written, folder)
    commit = "" if name.startswith("-") else _commit(folder, name)
    if not commit:
        said = f"There is no file {written}, and git knows no revision {name}."
        raise UsageError(said, _way_out(folder))
    inside = PurePosixPath(prefix, file.relative_to(folder).as_posix())
    if colon:
        inside = PurePosixPath(prefix, path) if path.startswith("./") else PurePosixPath(path)
    if _git(top, "cat-file", "-e", f"{commit}:{inside}").code:
        raise UsageError(f"{name} has no {inside}.", "Write REVISION:PATH, from the top folder on.")
    return Revision(name, commit, inside, top)


def _place(written: str, folder: Path) -> tuple[Path, str]:
    """Return the top folder of a folder's repository, and the way from there to it."""
    shown = _git(folder, "rev-parse", "--show-toplevel", "--show-prefix")
    if shown.code:
        said = f"There is no file {written}, and {_no_repository(shown.output, folder)}"
        raise UsageError(said, OTHERS)
    top, prefix = [*shown.output.split("\n"), ""][:2]
    return Path(top), prefix


def _no_repository(said: str, folder: Path) -> str:
    if "dubious ownership" in said:
        return f"git does not trust {folder.resolve()}: it belongs to another user."
    return f"{folder.resolve()} is in no git repository."


def _way_out(folder: Path) -> str:
    if not _commit(folder, "HEAD"):
        return "Nothing is committed here yet."
    shallow = _git(folder, "rev-parse", "--is-shallow-repository").output.strip() == "true"
    help = "This clone is shallow: `git fetch --unshallow` gets all."
    return help if shallow else "`git log --oneline` lists what it knows."


def _commit(folder: Path, name: str) -> str:
    ended = _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    return "" if ended.code else ended.output.strip()


@contextmanager
def laid_out(revision: Revision) -> Iterator[Path]:
    """Lay a revision into a new folder, and yield the path of its CV. Raises UsageError."""
    with tempfile.TemporaryDirectory(prefix="cvpress-diff-") as scratch:
        packed = Path(scratch, "files.tar")
        folder = revision.path.parent.as_posix()
        tree = f"{revision.commit}:{'' if folder == '.' else folder}"
        ended = _git(revision.top, "archive", "--format=tar", f"--output={packed}", tree)
        if ended.code:
            raise UsageError(f"git can't hand over {revision}: {ended.output.strip()[-200:]}")
        _unpack(packed, Path(scratch, "cv"))
        cv = Path(scratch, "cv", revision.path.name)
        if not cv.is_file():
            raise UsageError(f"{revision} is no plain file, or git is told not to export it.")
        yield cv


def _unpack(packed: Path, folder: Path) -> None:
    """Unpack the plain files that a CV may name."""
    with tarfile.open(packed) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            wanted = name.suffix.lower() in KINDS or name.parts[0] == THEMES
            if not member.isfile() or not wanted or ".." in name.parts or name.is_absolute():
                continue
            data = tar.extractfile(member)
            assert data is not None
            path = folder.joinpath(*name.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.read())


def _git(folder: Path, *arguments: str) -> run.Ended:
    """Ask git in a folder. Raises UsageError where it is not there, or met a limit."""
    program = run.which("git")
    if not program:
        raise UsageError("git is not installed.", OTHERS)
    kept = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME")  # where its settings lie: whom it trusts
    env = {name: os.environ[name] for name in kept if name in os.environ}
    env |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    bounds = run.Limits(SECONDS, megabytes_written=MEGABYTES, megabytes_memory=4096)
    started = run.start(
        [program, "--no-pager", *arguments],
        folder,
        run.environment(env, path=os.environ.get("PATH", "")),
        bounds,
    )
    try:
        return started.finish()
    except TexFailed:
        message = f"git took more than {SECONDS:.0f} seconds or {MEGABYTES} MB, and was stopped."
        raise UsageError(message, "Keep the CV in a folder without large files.") from None
