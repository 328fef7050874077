"""One document has one kind of quotation marks, and one kind of apostrophe.

“This” beside "that" comes of text pasted from two programs, and print shows it. What most of a
language's texts have is taken as meant; where it is even, the straight ones give way. Marks inside
others, inches (27" monitors), code and lone marks are not looked at, and neither are foreign marks
in the title of a foreign work. Quotation marks and apostrophes are judged apart.

Bad:
    sections:
      - title: Work
        entries:
          - title: The “Blue” series
            summary: Wrote "Red" and “Green" for the museum’s shop, and “Black” for O'Brien.
            note: the shop's own
Says:
    5:24 warning quote-style-mixed: These quotation marks are of another kind than the others.
    5:34 warning quote-style-mixed: These quotation marks are no pair.
    5:56 warning quote-style-mixed: This apostrophe is of another kind than the others.
Good:
    sections:
      - title: Work
        entries:
          - title: The “Blue” series, on 27" screens, of 5'10" and `"code"`
            summary: “Red ‘and’ green”, the shop's and the students' own, 'single' and 12" disks.
Silence:
    `checks: {ignore: [quote-style-mixed]}`, `ignore: [quote-style-mixed]` on the entry, or
    `# cvpress: ignore quote-style-mixed` on the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.markup import Marked, parse
from cvpress.schema.fields import Field, texts
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.quotes import KINDS, Quoted, quoted

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None
_CHEAP = re.compile("[\"“”„«»'’]")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_WORKS = frozenset({"title", "venue", "organization"})
_ENGLISH = frozenset({'""', "“”", ""})


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each pair of quotation marks, and each apostrophe, that is unlike the others."""
    spoken: dict[str, list[tuple[Field, Marked]]] = {}
    for field in texts(document):
        if _CHEAP.search(field.scalar.text):
            language = field.language.partition("-")[0].lower()
            spoken.setdefault(language, []).append((field, parse(field.scalar.text)))
    for some in spoken.values():
        yield from _quotes(some)
        yield from _apostrophes(some)


def _quotes(some: list[tuple[Field, Marked]]) -> Iterator[Problem]:
    found = [
        (field, marked, one)
        for field, marked in some
        for one in quoted(marked.prose)
        if field.role not in _WORKS or one.kind in _ENGLISH
    ]
    counts = Counter(one.kind for _, _, one in found if one.kind)
    usual = max(counts, key=lambda kind: (counts[kind], KINDS.index(kind)), default="“”")
    for field, marked, one in found:
        if one.kind != usual:
            yield _pair(field, marked, one, usual)


def _pair(field: Field, marked: Marked, one: Quoted, usual: str) -> Problem:
    kind = "of another kind than the others" if one.kind else "no pair"
    places = (one.open, usual[0]), (one.close, usual[1])
    return Problem(
        field.path,
        f"These quotation marks are {kind}.",
        at=marked.stretch(one.open, one.close + 1),
        help=f"Write {usual[0]}…{usual[1]}.",
        fix=Fix(
            f"Write {usual[0]}…{usual[1]}",
            tuple((*marked.stretch(place, place + 1), sign) for place, sign in places),
        ),
    )


def _apostrophes(some: list[tuple[Field, Marked]]) -> Iterator[Problem]:
    found = [
        (field, marked, one) for field, marked in some for one in _APOSTROPHE.finditer(marked.prose)
    ]
    curly = sum(one.group() == "’" for _, _, one in found)
    usual = "’" if curly >= len(found) - curly else "'"
    for field, marked, one in found:
        if one.group() != usual:
            at = marked.stretch(*one.span())
            yield Problem(
                field.path,
                "This apostrophe is of another kind than the others.",
                at=at,
                help=f"Write {usual} everywhere.",
                fix=Fix(f"Write {usual}", ((*at, usual),)),
            )
