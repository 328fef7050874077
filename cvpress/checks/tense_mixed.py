"""The bullets of a post that is over are in the past.

“Manage a team” in a post that ended in 2022 is left from when it was the current one. Told of a
first verb that is surely a verb (“Design patterns” and “Lead developer” are none), and surely the
owner's doing (a program that is still in use “supports 20 formats”), where other bullets of the
entry, or of the other entries that are over, are in the past. A current post may have both, and a
CV that keeps to the present everywhere is as its owner likes it.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            start: 2019
            end: 2022
            highlights: [Led a shop, Manage a team, Wrote and maintain the manual, Sold it, Drew it]
          - organization: Bolt
            start: 2015
            end: 2018
            highlights: [Develop new drills]
Says:
    7:34 warning tense-mixed: This is in the present, and the entry is over.
    7:59 warning tense-mixed: This is in the present, and the entry is over.
    11:22 warning tense-mixed: This is in the present, and the entry is over.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            start: 2022
            end: present
            highlights: [Manage a team of five, Led the design of a drill]
          - organization: Bolt
            start: 2015
            end: 2018
            highlights: [Built a drill, Design patterns, Supports 20 formats, Still advise the team]
Silence:
    `checks: {ignore: [tense-mixed]}`, `ignore: [tense-mixed]` on the entry, or
    `# cvpress: ignore tense-mixed` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks._bullets import Bullet, Group, groups
from cvpress.finding import Problem
from cvpress.schema.periods import ended
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words import tense, verbs

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = ("en",)
KINDS = frozenset({"experience", "projects", "teaching", "service", "education", "entries"})


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each bullet in the present of an entry that is over and has others in the past.

    Where an entry has none in the past but the others that are over have, its first is told.
    """
    over = [group for group in groups(document, settings) if _over(group, settings)]
    past = sum(map(_past, over))
    now = sum(len(list(_present(group))) for group in over)
    for group in over:
        told = list(_present(group))
        if _past(group):
            yield from (_problem(*one) for one in told)
        elif told and past > now:
            yield _problem(*told[0])


def _over(group: Group, settings: Settings) -> bool:
    """Return whether an entry is one that tells what its owner did, and its end is surely past."""
    return group.entry.kind in KINDS and ended(group.entry, settings.today)


def _past(group: Group) -> int:
    return sum(verbs.is_past(bullet.opening) for bullet in group.bullets)


def _present(group: Group) -> Iterator[tuple[Bullet, tense.Present]]:
    for bullet in group.bullets:
        post = group.entry.kind in ("experience", "teaching", "service")
        found = tense.present(bullet.first, post) or tense.joined(bullet.first)
        if found and bullet.opening:
            yield bullet, found


def _problem(bullet: Bullet, found: tense.Present) -> Problem:
    start, end = bullet.first.spans[found.index]
    past = found.past.capitalize() if found.index == 0 else found.past
    message = "This is in the present, and the entry is over."
    return bullet.place.problem(start, end, message, f"Write “{past}”.")
