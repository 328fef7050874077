"""Two full posts at two employers do not fill the same months.

An end that was never closed when the next post was added, or a wrong year, makes one person work
twice. Told only of titles that are a whole day's work (engineer, manager, accountant …), where
nothing in the entries speaks of part-time, study, freelance or an appointment beside another, and
only if half a year is surely shared.

Bad:
    sections:
      - title: Experience
        experience:
          - {organization: Bolt, title: Software Engineer, start: 2019-02, end: 2023-05}
          - {organization: Acme, title: Data Analyst, start: 2014-03, end: 2021-02}
Says:
    4:63 warning date-overlap: This overlaps the post at “Acme” by 23 months.
Good:
    sections:
      - title: Experience
        experience:
          - {organization: Bolt, title: Software Engineer, start: 2019-02, end: present}
          - {organization: Acme, title: Data Analyst (part-time), start: 2014-03, end: 2021-02}
          - {organization: Cord, title: Adjunct Lecturer, start: 2015-09, end: present}
          - {organization: Dyne, title: Accountant, start: 2010, end: 2014}
Silence:
    `checks: {ignore: [date-overlap]}`, `ignore: [date-overlap]` on the entry, or
    `# cvpress: ignore date-overlap` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from cvpress.dates import overlap
from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries, fields
from cvpress.schema.periods import Period, periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = ("en",)
LEAST = 183  # days: hand-overs, notice periods and sabbaticals are shorter
MONTH = 30.44
FULL = (
    r"engineer|developer|programmer|analyst|manager|accountant|administrator|technician"
    r"|specialist|architect|coordinator|designer|data scientist"
)
# In a title: a role that one has beside another, or for a while.
BESIDE = (
    r"intern|internship|trainee|apprentice|student|adjunct|visiting|affiliate\w*|honorary|board"
    r"|advis[oe]r\w*|mentor|member|chair\w*|treasurer|founder|co-?founder|owner|partner|interim"
    r"|assistant|fellow\w*|postdoc\w*|research\w*|lecturer|tutor|teach\w*|professor|acting"
)
# Anywhere in the entry: words on how much of the week it took, or how the two hang together.
PARTLY = (
    r"part[ -]?time|half[ -]?time|\d+ ?%|freelanc\w*|contract\w*|consult\w*|self[ -]employed"
    r"|volunt\w*|pro bono|seasonal|weekend|evening|casual|per diem|on[ -]call|relief|temporary"
    r"|second(?:ment|ed)|sabbatical|on leave|reserve|reservist|parallel|alongside|concurrent\w*"
    r"|subsidiary|acqui\w+|merge[dr]|side project|open source|start-?up"
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each full post that surely shares half a year with one at another employer."""
    texts: dict[str, list[str]] = {}
    english = set()
    for field in fields(document):
        texts.setdefault(field.entry, []).append(field.scalar.text)
        if field.key == "title" and field.language.partition("-")[0].lower() == "en":
            english.add(field.entry)
    posts = [
        (entry, period)
        for entry in entries(document)
        if entry.path in english and _full(entry, texts)
        for period in periods(entry.node, settings.today)
        if period.interval.start.first <= settings.today  # a later one is told by date-future
    ]
    for (one, first), (other, second) in combinations(posts, 2):
        if not _same(one, other):
            yield from _problem((one, first), (other, second))


def _full(entry: Entry, texts: dict[str, list[str]]) -> bool:
    """Return whether an entry is a post that fills the day, as far as its words tell."""
    title = entry.node.text("title")
    above = texts.get(entry.parent.path, []) if entry.parent else []
    return (
        entry.kind == "experience"
        and _says(FULL, title)
        and not _says(BESIDE, title)
        and not _says(PARTLY, " ".join(above + texts.get(entry.path, [])))
    )


def _says(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})s?(?!\w)", text, re.IGNORECASE) is not None


def _employer(entry: Entry) -> str:
    return (entry.parent or entry).node.text("organization")


def _same(one: Entry, other: Entry) -> bool:
    """Return whether two posts may be at one employer: "Acme" and "Acme Labs" are."""
    first, second = _employer(one).casefold(), _employer(other).casefold()
    return first in second or second in first


def _problem(one: tuple[Entry, Period], other: tuple[Entry, Period]) -> Iterator[Problem]:
    """Tell it of the post that began later: its start is as likely wrong as the other's end."""
    days = overlap(one[1].interval, other[1].interval)
    if days < LEAST:
        return
    former, later = sorted((one, other), key=lambda post: post[1].interval.start.first)
    message = f"This overlaps the post at “{_employer(former[0])}” by {int(days / MONTH)} months."
    help = "Put the dates right, or say that one of them is part-time."
    yield Problem(later[1].start.path, message, at=later[1].start_at, help=help)
