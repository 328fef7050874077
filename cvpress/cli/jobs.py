"""What `build` is to make of the files it was given, and where each page goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cvpress import checking, variants
from cvpress.errors import UsageError
from cvpress.schema import tongues


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built: a CV, a variant of it ("": the whole), in a language ("": its own), or
    the letter that goes with it."""

    path: str
    variant: str = ""
    lang: str = ""
    letter: bool = False

    def __str__(self) -> str:
        more = ", ".join(filter(None, (self.variant, self.lang, "letter" if self.letter else "")))
        return f"{self.path} ({more})" if more else self.path


def of(path: str, variant: str, lang: str, given: Sequence[str]) -> list[Job]:
    """Return what is to be built of a file, where `variant` and `lang` may be `all`.

    Raises UsageError where it has no variants, or can't be read.
    """
    names: tuple[str, ...] = (variant,)
    tags: tuple[str, ...] = (lang,)
    if variants.ALL in (variant, lang):
        document = checking.read(path, given=given)
        names = variants.names(document) if variant == variants.ALL else names
        tags = tongues.locales(document) if lang == variants.ALL else tags
    if not names:
        raise UsageError(f"{path} has no variants.", "Name them under `variants:`.")
    return [Job(path, name, tag) for name in names for tag in tags]


def targets(jobs: Iterable[Job], out: Path) -> dict[Job, Path]:
    """Return where each CV goes, without its ending. Raises UsageError where two share a name."""
    found: dict[Job, Path] = {}
    for job in jobs:
        target = out / ".".join(filter(None, (Path(job.path).stem, job.variant, job.lang)))
        twin = next((other for other, its in found.items() if its == target), None)
        if twin is not None:
            raise _clash(twin, job, target)
        found[job] = target
    return found


def letter_target(letter: Job, cv: Path, taken: Iterable[Path]) -> Path:
    """Return where the letter beside a CV goes, without its ending. Raises UsageError as above."""
    target = cv.with_name(f"{cv.name}.letter")
    if target in taken:
        raise _clash(letter, "another CV", target)
    return target


def _clash(one: object, other: object, target: Path) -> UsageError:
    message = f"{one} and {other} would both become {target.as_posix()}.pdf."
    return UsageError(message, "Build them apart, with -o.")
