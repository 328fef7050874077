"""Sentences of one document have one kind of dash: – with spaces, — without, or the like.

A hyphen with spaces beside real dashes, or two kinds of dashes by turns, is left from two hands.
The dash that most have is taken as meant; the hyphen always gives way to it. Told of running text
only: titles and names keep the dash of their owner. Ranges (2019 – 2021, Monday – Friday), sums
(5 - 3) and letters (A - B) are no dashes, and a CV that has the hyphen everywhere is left alone.

Bad:
    sections:
      - title: Work
        entries:
          - title: Drills
            summary: A drill – the first – was built - and sold – in one year — for once.
Says:
    5:49 warning dash-style-mixed: This dash is of another kind than the others.
    5:74 warning dash-style-mixed: This dash is of another kind than the others.
Good:
    sections:
      - title: Work
        entries:
          - title: Drills - a history
            summary: A drill—the first—for 5 - 3, A - B, May 2019 – June 2021, Monday – Friday.
Silence:
    `checks: {ignore: [dash-style-mixed]}`, `ignore: [dash-style-mixed]` on the entry, or
    `# cvpress: ignore dash-style-mixed` on the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.markup import parse
from cvpress.schema.fields import texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None
KINDS = (" - ", "—", " — ", " – ")  # the first give way where it is even
_WORD = r"[^\W\d_]{2}"
_DASH = re.compile(rf"(?<={_WORD})[,.”\"’')\]]?(?P<dash> [-–—] |—)(?=[“\"„«‘(]?{_WORD})")
_TIME = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|present|now|today|spring|summer|autumn"
    r"|fall|winter|mon|tue|wed|thu|fri|sat|sun)[a-zé]*\.?$",
    re.IGNORECASE,
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each dash that is unlike the others of its language."""
    spoken: dict[str, list[tuple[str, tuple[int, int], str]]] = {}
    for field in texts(document):
        text = field.scalar.text
        if field.role == "prose" and re.search(" - |[–—]", text):
            marked = parse(text)
            found = spoken.setdefault(field.language.partition("-")[0].lower(), [])
            for one in _DASH.finditer(marked.prose):
                if not _time(marked.prose, *one.span("dash")):
                    at = marked.stretch(*one.span("dash"))
                    found.append((field.path, at, one["dash"]))
    for some in spoken.values():
        yield from _judge(some)


def _time(prose: str, start: int, end: int) -> bool:
    """Return whether a dash stands between two times: Monday – Friday."""
    before, after = prose[max(start - 20, 0) : start], prose[end : end + 20]
    words = re.split(r"[\s–—(]", before)[-1], re.split(r"[\s–—.,;:)]", after)[0]
    return bool(_TIME.match(words[0]) and _TIME.match(words[1]))


def _judge(some: list[tuple[str, tuple[int, int], str]]) -> Iterator[Problem]:
    counts = Counter(kind for _, _, kind in some)
    dashes = [kind for kind in counts if kind != " - "]
    if not dashes:
        return
    usual = max(dashes, key=lambda kind: (counts[kind], KINDS.index(kind)))
    for path, at, kind in some:
        if kind != usual:
            message = "This dash is of another kind than the others."
            fix = Fix(f"Write “{usual}”", ((*at, usual),))
            yield Problem(path, message, at=at, help=f"Write “{usual}”.", fix=fix)
