"""What is still going on began no longer ago than such things last.

A bachelor's degree that began eight years ago and is “present” was finished and never closed, and
the reader takes it as unfinished. Judged by kind: a bachelor's degree after five years, a master's
after four, a doctorate after nine, any other study after ten, an internship after two, a stay as a
guest after three, an apprenticeship after five. A post may last a lifetime. Silent where the entry
speaks of part-time or a leave.

Bad:
    sections:
      - title: Education
        education: [{institution: KU Leuven, degree: B.A., start: 2019-09, end: present}]
Says:
    3:77 warning open-end-stale: This has gone on for 6 years, longer than a bachelor's degree does.
Good:
    sections:
      - title: Education
        education:
          - {institution: KU Leuven, degree: PhD, start: 2018-09, end: present}
          - {institution: KU Leuven, degree: MSc (part-time), start: 2020-09, end: present}
          - {institution: KU Leuven, degree: BSc, start: 2021, end: present}
      - title: Experience
        experience: [{organization: Acme, title: Engineer, start: 2009-03, end: present}]
Silence:
    `checks: {ignore: [open-end-stale]}`, `ignore: [open-end-stale]` on the entry, or
    `# cvpress: ignore open-end-stale` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries
from cvpress.schema.periods import Period, periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "dates"
LANGUAGES = None
YEAR = 365.25
# What it is called, in the words of our locales, and the years after which it is surely over.
DEGREES = (
    ("a doctorate", 9, r"ph\.? ?d|d\.?phil|doct\w*|doktor\w*|promotion|dr\.|博士"),
    (
        "a master's degree",
        4,
        r"master\w*|m\.? ?(a|s|sc|eng|ed|phil|b\.?a|res|f\.?a|p\.?h)|ll\.?m|maestr\w+|硕士",
    ),
    (
        "a bachelor's degree",
        5,
        r"bachelor\w*|b\.? ?(a|s|e|sc|eng|ed|tech|com|f\.?a|b\.?a)|ll\.?b|undergraduate"
        r"|licen\w+|grado|本科|学士",
    ),
)
STUDY = ("a course of study", 10)
# What a post may be called that is none for long.
BRIEF = (
    ("an internship", 2, r"intern|internship|trainee|praktik\w+|stagiaire|becari[oa]|实习"),
    ("a stay as a guest", 3, r"(visiting|exchange) student|gaststudent\w*|交换生"),
    ("an apprenticeship", 5, r"apprentice\w*|auszubildende\w*|azubi|apprentie?|aprendiz|学徒"),
)
SHORTEST = min(limit for _, limit, _ in (*DEGREES, *BRIEF))
SLOW = r"part[ -]?time|distance|on leave|leave of absence|interrupted|berufsbegleitend|teilzeit"
OVER = r"coordinat\w*|direct\w*|manage\w*|supervis\w*|head|mentor|program|programme"  # of interns


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each “present” of something that surely began too long ago."""
    for entry in entries(document):
        found = periods(entry.node, settings.today)
        some = [period for period in found if _old(period, SHORTEST)]
        kind = _kind(entry) if some else None  # its patterns are many, and few entries are so old
        if kind is None:
            continue
        name, limit = kind
        for period in some:
            if _old(period, limit):
                years = int(period.interval.shortest / YEAR)
                message = f"This has gone on for {years} years, longer than {name} does."
                help = "Give its end, or write expected before the date that is planned."
                yield Problem(period.end.path, message, at=period.end_at, help=help)


def _old(period: Period, limit: int) -> bool:
    """Return whether something that goes on has surely done so for more years."""
    interval = period.interval
    return interval.end.precision == "open" and interval.shortest / YEAR > limit


def _kind(entry: Entry) -> tuple[str, int] | None:
    """Return what an entry is and how many years such a thing may last; None: any number."""
    words = " ".join(entry.node.text(key) for key in ("degree", "title", "note", "summary"))
    if _says(SLOW, words):
        return None
    if entry.kind == "education":
        degree = entry.node.text("degree")
        degrees = [(name, limit) for name, limit, sign in DEGREES if _says(sign, degree)]
        # Two degrees in one entry (BSc/MSc) take the time of both.
        name = degrees[0][0] if len(degrees) == 1 else STUDY[0]
        return name, sum(limit for _, limit in degrees) or STUDY[1]
    title = entry.node.text("title") if entry.kind == "experience" else ""
    brief = (kind[:2] for kind in BRIEF if _says(kind[2], title))
    return None if _says(OVER, title) else next(brief, None)


def _says(signs: str, words: str) -> bool:
    # Letters of alphabets alone part words: between Chinese ones nothing stands.
    edge = r"[a-z0-9_à-ɏ]"
    return re.search(rf"(?<!{edge})({signs})(?!{edge})", words, re.IGNORECASE) is not None
