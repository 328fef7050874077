"""A list that is sorted by date has no entry out of its place.

A reader who goes down the years takes the one entry that breaks the order for a wrong year, and
often it is. Told only where the order is plain: but for a single entry, all others follow each
other. Posts and studies need four entries for that, other kinds six, since those may be sorted by
weight; numbers that count down need three. Two dates that may be the same break no order, nor do
posts that were begun earlier and left later; what still goes on may stand anywhere.

Bad:
    sections:
      - title: Experience
        experience:
          - {organization: Acme, title: Engineer, start: 2020-03, end: present}
          - {organization: Bolt, title: Engineer, start: 2017-01, end: 2020-02}
          - {organization: Cord, title: Engineer, start: 2021-02, end: 2021-06}
          - {organization: Dyne, title: Engineer, start: 2013-01, end: 2014-12}
          - {organization: Edge, title: Engineer, start: 2011-05, end: 2012-11}
Says:
    6:54 warning date-out-of-sequence: The other entries here go from new to old; this one does not.
Good:
    sections:
      - title: Experience
        experience:
          - {organization: Acme, title: Engineer, start: 2020-03, end: present}
          - {organization: Bolt, title: Director, start: 2009-01, end: 2021-02}
          - {organization: Cord, title: Engineer, start: 2015-02, end: 2016-12}
          - {organization: Dyne, title: Engineer, start: 2013-01, end: 2014-12}
          - {organization: Edge, title: Engineer, start: 2011-05, end: 2012-11}
          - {organization: Frey, title: Lecturer, start: 2014-09, end: present}
      - title: Selected Talks
        talks:
          - {title: Salt Roads, event: Annual Meeting, date: 2021}
          - {title: Salt Ships, event: Annual Meeting, date: 2018}
          - {title: Salt Carts, event: Annual Meeting, date: 2024}
Silence:
    `checks: {ignore: [date-out-of-sequence]}`, `ignore: [date-out-of-sequence]` on the entry, or
    `# cvpress: ignore date-out-of-sequence` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from cvpress.dates import Interval, surely_before
from cvpress.finding import Problem
from cvpress.schema.fields import Section, sections
from cvpress.schema.periods import Period, span
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
CHRONICLES = ("education", "experience")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield the one entry of a sorted section that stands out of its place."""
    for section in sections(document):
        if section.entries and document.outside(section.entries[0].path):
            continue  # of a .bib: sorted by the tool, or as its owner listed them
        found = [span(entry, settings.today) for entry in section.entries]
        dated = [p for p in found if p and _judged(p.interval, settings)]
        for words, newest_first in (("new to old", True), ("old to new", False)):
            stray = _stray(dated if newest_first else dated[::-1], _steps(section, newest_first))
            if stray:
                message = f"The other entries here go from {words}; this one does not."
                help = "Put the date right, or move the entry to its place."
                yield Problem(stray.start.path, message, at=stray.start_at, help=help)


def _judged(interval: Interval, settings: Settings) -> bool:
    """What goes on may stand anywhere; a date in the future is told by date-future."""
    return interval.end.precision != "open" and interval.start.first <= settings.today


def _steps(section: Section, newest_first: bool) -> int:
    """Return how many sure steps down the years make an order plain."""
    if newest_first and section.node.text("numbering") == "descending":
        return 1
    return 2 if section.kind in CHRONICLES else 4


def _stray(dated: list[Period], steps: int) -> Period | None:
    """Return the entry without which all go from new to old; of two such, the second."""
    breaks = [pair for pair in combinations(range(len(dated)), 2) if _breaks(dated, *pair)]
    for stray in sorted({index for pair in breaks for index in pair}, reverse=True):
        rest = [period for index, period in enumerate(dated) if index != stray]
        down = sum(_later(a.interval, b.interval) for a, b in pairwise(rest))
        if all(stray in pair for pair in breaks) and down >= steps:
            return dated[stray]
    return None


def _breaks(dated: list[Period], first: int, second: int) -> bool:
    return _later(dated[second].interval, dated[first].interval)


def _later(one: Interval, other: Interval) -> bool:
    """Return whether one surely began later than another and ended later too."""
    return surely_before(other.start, one.start) and surely_before(other.end, one.end)
