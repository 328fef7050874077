"""Bullets that open without a subject do not open with “I” now and then.

In a CV the subject of every line is its owner, and is left out; a line that has it looks pasted
from a letter. Told of I, we, my and our at the beginning of a bullet, and of I anywhere in it, only
where most bullets of the CV do without. Silent on summaries, on publications (“We show that …”), on
quotations, and on a CV that is written in the first person throughout.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights:
              - Led a team of five
              - Built a drill
              - Wrote the manual
              - I sold the drill to 40 shops
Says:
    9:13 warning first-person: “I” is told here, the other bullets do without.
Good:
    sections:
      - title: About
        text: I build drills.
      - title: Work
        experience:
          - organization: Acme
            highlights:
              - Led a team of five at Phase I of our plan
              - Built a drill (“I like it”)
              - Wrote the manual for World War I pilots
Silence:
    `checks: {ignore: [first-person]}`, `ignore: [first-person]` on the entry, or
    `# cvpress: ignore first-person` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.checks._bullets import Bullet, groups
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = ("en",)
LEAST = 3  # so many bullets without a subject for each that has one
OTHERS = frozenset({"publications", "talks", "patents"})  # their authors are many
_OPENING = re.compile(r"(?:I(?:['’](?:ve|m|d|ll))?|We(?:['’](?:ve|re))?|My|Our)(?= )")
# I as a subject: after a small word or at the beginning, before a verb; not "Phase I", "I/O".
_SUBJECT = re.compile(
    r"(?:(?<=\bwhere )|(?<=\bwhich )|(?<=\bthat )|(?<=\bwhen )|(?<=\bwhile )|(?<=\bwhat )"
    r"|(?<=\bbecause )|(?<=, )|(?<=\. )|(?<=\band ))I(?= (?:[a-z]{2,}ed|[a-z]*[a-z]{2}t|was|am|had"
    r"|have|led|ran|wrote|did|could|can|also|would|will)\b)"
)
_QUOTED = re.compile('["“„«][^"“”„«»]*["”“»]')


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each bullet in the first person where most do without."""
    bullets = [
        bullet
        for group in groups(document, settings)
        if group.entry.kind not in OTHERS
        for bullet in group.bullets
    ]
    told = [(bullet, found) for bullet in bullets if (found := _first(bullet))]
    if sum(bullet.verb for bullet in bullets) >= LEAST * len(told):
        for bullet, (start, end) in told:
            word = bullet.text.reading[start:end]
            message = f"“{word}” is told here, the other bullets do without."
            help = "Begin with the verb." if not start else "Leave it out."
            yield bullet.place.problem(start, end, message, help)


def _first(bullet: Bullet) -> tuple[int, int] | None:
    unquoted = _QUOTED.sub(lambda found: " " * len(found.group()), bullet.text.reading)
    found = _OPENING.match(unquoted) or _SUBJECT.search(unquoted)
    return found.span() if found else None
