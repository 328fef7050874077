"""The arithmetic of the evaluation: what was counted, and the shares that follow from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from cvpress.finding import SEVERITIES, Severity

Place = Literal["lower case", "first word", "Title Case", "name of a body"]
PLACES: tuple[Place, ...] = ("lower case", "first word", "Title Case", "name of a body")
WORDS = "words"  # the family whose false flags and recall the targets are about


def share(part: int, whole: int) -> float:
    """Return how many of a hundred; 0 of nothing is 0."""
    return 100 * part / whole if whole else 0.0


def per_thousand(flags: int, words: int) -> float:
    """Return flags per 1,000 words."""
    return 1000 * flags / words if words else 0.0


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag on a clean text: by which check, how grave, and whether it is on by default."""

    field: str
    id: str
    severity: Severity
    family: str
    on: bool


@dataclass(slots=True)
class Clean:
    """The false flags on clean text; `words` counts the words of each field of work."""

    words: Counter[str] = field(default_factory=Counter)
    flags: list[Flag] = field(default_factory=list)

    def rate(self, work: str | None = None, severity: Severity | None = None) -> float:
        """Return the false flags of the words family per 1,000 words, of checks that are on."""
        counted = sum(
            flag.family == WORDS
            and flag.on
            and work in (None, flag.field)
            and severity in (None, flag.severity)
            for flag in self.flags
        )
        return per_thousand(counted, self.words[work] if work else self.words.total())

    def by_id(self) -> dict[str, Counter[Severity]]:
        """Return how often each check speaks, by severity."""
        found: dict[str, Counter[Severity]] = {}
        for flag in self.flags:
            found.setdefault(flag.id, Counter())[flag.severity] += 1
        return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one slip.

    `word`: wrong and right. `severity`: of the gravest flag on it, None where it was missed;
    `rank`: where the right word stands among the suggestions, from 1; 0 where it is not among the
    first five. `listed`: the wrong word is a rarer word or a name of our own lists.
    """

    place: Place
    kind: str
    word: str
    severity: Severity | None
    rank: int = 0
    listed: bool = False


@dataclass(slots=True)
class Slips:
    """All slips; `escaped` are those that made another word, which no dictionary can tell."""

    outcomes: list[Outcome] = field(default_factory=list)
    escaped: int = 0

    def of(self, place: Place | None = None, kind: str | None = None) -> Slips:
        """Return the slips at one place, or of one kind."""
        some = [o for o in self.outcomes if place in (None, o.place) and kind in (None, o.kind)]
        return Slips(some)

    @property
    def found(self) -> int:
        """How many were told at any level."""
        return sum(one.severity is not None for one in self.outcomes)

    def told_at(self, severity: Severity) -> int:
        """Return how many were told at one level."""
        return sum(one.severity == severity for one in self.outcomes)

    def first(self, count: int) -> int:
        """Return for how many of those found the right word is among the first suggestions."""
        return sum(one.severity is not None and 1 <= one.rank <= count for one in self.outcomes)

    @property
    def unlisted(self) -> Slips:
        """The slips that made no word or name of our own lists, either."""
        return Slips([one for one in self.outcomes if not one.listed])

    def data(self) -> dict[str, Any]:
        """Return the figures of these slips as data."""
        planted = len(self.outcomes)
        return {
            "planted": planted,
            "found": self.found,
            "recall": share(self.found, planted),
            **{f"told_as_{level}": share(self.told_at(level), self.found) for level in SEVERITIES},
            "suggested_first": share(self.first(1), self.found),
            "suggested_in_five": share(self.first(5), self.found),
        }


@dataclass(slots=True)
class Fault:
    """The planted faults that one check is for, and the right texts it spoke of all the same."""

    planted: int = 0
    found: int = 0
    cried_wolf: int = 0
    wrongly_judged: list[str] = field(default_factory=list)
