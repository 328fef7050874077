"""What comes out when two PDFs are compared: words, layout, and where on the pages it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cvpress.printed.model import Box

Kind = Literal["changed", "added", "lost", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ, in a section ("": the head of the CV).

    `old` and `new`: the words in either PDF, "" where there are none; of a move both are alike.
    `before` and `after`: words of the line that stay, for context; of a move, what it now follows.
    `source`: of a move, the section that it comes from. `pages`: where in the old PDF and in the
    new one; 0: in none.
    """

    kind: Kind
    section: str
    old: str = ""
    new: str = ""
    before: str = ""
    after: str = ""
    source: str = ""
    pages: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Fact:
    """A difference that is none of words, as a sentence; `kind` for machines."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a page that a picture is to mark, on the old page or on the new one."""

    page: int
    box: Box
    kind: Kind | Literal["looks"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words came, went, and stand elsewhere."""

    added: int = 0
    lost: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """Two PDFs compared. `marks`: those of the old PDF, and those of the new one.

    `alike`: the pages that have the same words in both.
    """

    names: tuple[str, str]
    pages: tuple[int, int]
    counts: Counts = Counts()
    changes: tuple[Change, ...] = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[tuple[Mark, ...], tuple[Mark, ...]] = ((), ())
    alike: frozenset[int] = frozenset()

    @property
    def same(self) -> bool:
        """True where a reader sees no difference."""
        return not self.changes and not self.facts
