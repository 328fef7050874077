"""A space is missing between two words.

`Prof.Mingyu`, `K.Zhu`, `word,word`, `end.Start` and `Lab(Prof. Zhu)` look careless, and a search
for the name or the word does not find it. Silent in addresses, file names, versions and code
(`f(x)`, `max(A, B)`), in degrees (`B.Sc.`, `BSc(Hons)`), abbreviations (`e.g.`, `U.S.`), chemistry
and product names (`Node.js`); initials and full stops are judged in prose only, since brands are
written so (`J.Crew`). Author lists have `author-style-mixed`.

Bad:
    sections:
      - title: Experience
        experience:
          - organization: Example Lab
            supervisor: Prof.Grace Example
            highlights: ["Built a cache in Rust,Go and C. It was fast.Then K.Zhu tested it."]
            location: Main Lab(Prof. Example), S.Korea
Says:
    5:21 warning missing-space: A space is missing between these words.
    6:40 warning missing-space: A space is missing between these words.
    6:62 warning missing-space: A space is missing between these words.
    6:72 warning missing-space: A space is missing between these words.
    7:24 warning missing-space: A space is missing between these words.
    7:44 warning missing-space: A space is missing between these words.
Good:
    sections:
      - title: Experience
        experience:
          - organization: J.Crew
            supervisor: Prof. Grace Example
            highlights:
              - Node.js and N,N-dimethyl at 1,000 U.S. shops, e.g. a.test/one,two, after a B.Sc.
              - "`f(first,second)` is torch.Tensor in 3.5 dimensions."
Silence:
    `checks: {ignore: [missing-space]}`, `ignore: [missing-space]` on the entry, or
    `# cvpress: ignore missing-space` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.checks._unspaced import unspaced
from cvpress.finding import Fix, Problem
from cvpress.markup import Marked, parse
from cvpress.schema.fields import Field, texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None

_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞΑ-ΩА-Я", "a-zß-öø-ÿα-ωа-я"
_LETTER = _UPPER + _LOWER
_COUNTRIES = "Africa|America|Carolina|Dakota|Ireland|Korea|Macedonia|Sudan|Virginia|Yemen"
# A space belongs at the end of each match. Titles and commas are sure in every text …
_SURE = re.compile(
    rf"\b(?:Prof|Dr|Mr|Mrs|Ms|Mme|Mlle|Sra|Dra)\.(?=[{_UPPER}])"
    rf"|(?<!&)\b[{_LETTER}]{{2,}}[,;](?=[{_LETTER}])|\b[{_LETTER}][,;](?=[{_LETTER}]{{2}})"
    rf"|\b(?:19|20)\d\d[,;](?=[{_LETTER}]{{2}})|\b[{_LETTER}]{{2,}},(?=(?:19|20)\d\d\b)"
    rf"|(?<![\w.])[NESW]\.(?=(?:{_COUNTRIES})\b)"
)
# … initials and ends of sentences in prose. After an initial, degrees stay as they are.
_PROSE = re.compile(
    rf"\b(?:[{_UPPER}]\.)+(?=[{_UPPER}][{_LOWER}])"
    r"(?!(?:Sc|Eng|Tech|Com|Phil|Ed|Hons|Arch|Pharm|Div|Mus|Stat|Des|Res|Litt|Econ|Math|Ac|Ing)\b)"
    rf"|(?<![.{_LETTER}])(?:[{_LOWER}]{{3,}}|(?:19|20)\d\d)\."
    rf"(?=(?:[{_UPPER}][{_LOWER}]{{2,}}|In|We|It|An|On|To|At|By|As)(?![\w.(]))(?!(?:Net|Com|Org)\b)"
)
_PLACE = re.compile(rf"\b(?:St|[{_UPPER}])\.(?=[{_UPPER}][{_LOWER}]{{3}})")
_JOINED = re.compile(r"[.,;]\w")  # without one, there is nothing else to look for
_TOKEN = re.compile(r"(?<!\S)\S{2,80}(?!\S)")
_CODE = re.compile(r"[/\\@_=<>]|www\.|\w\(")
_LIBRARY = re.compile(r"(?:numpy|scipy|pandas|torch|keras|java|react|system|three|socket)\.")
_IN_LISTS = re.compile(r"/(?:authors|editors|also_known_as)/")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each run of letters in which a space is missing."""
    for field in texts(document):
        if not _IN_LISTS.search(field.path):
            marked = parse(field.scalar.text)
            opened = _opened(field, marked.prose)
            if not opened and not _JOINED.search(marked.prose):
                continue
            for token in _TOKEN.finditer(marked.prose):
                start, end = token.span()
                gaps = [(a - start, b - start) for a, b in opened if start <= a < end]
                if not _code(token.group(), gaps):
                    yield from _judge(field, marked, start, token.group(), gaps)


def _opened(field: Field, prose: str) -> list[tuple[int, int]]:
    """Return the words before brackets that want a space; a degree has its own ways: BSc(Hons)."""
    if field.role not in ("prose", "title", "organization", "place") or field.key == "degree":
        return []
    alone = field.role in ("organization", "place") or "/experience/" in field.path
    return list(unspaced(prose, alone and field.role != "prose"))


def _code(token: str, opened: list[tuple[int, int]]) -> bool:
    for _, end in opened:
        token = f"{token[:end]} {token[end + 1 :]}"
    return bool(_CODE.search(token))


def _judge(
    field: Field, marked: Marked, offset: int, token: str, opened: list[tuple[int, int]]
) -> Iterator[Problem]:
    gaps = [found.span() for found in _SURE.finditer(token)] + opened
    if field.role in ("person", "prose", "other") and not _LIBRARY.match(token):
        gaps += [found.span() for found in _PROSE.finditer(token)]
    if field.role == "place":
        gaps += [found.span() for found in _PLACE.finditer(token)]
    if not gaps:
        return
    last = max(end for _, end in gaps)
    rest = re.match(r"\W?\w+", token[last:])
    start, end = min(gaps)[0], last + (rest.end() if rest else 1)
    ends = sorted({gap for _, gap in gaps})
    cuts = zip([start, *ends], [*ends, end], strict=True)
    yield Problem(
        field.path,
        "A space is missing between these words.",
        at=marked.stretch(offset + start, offset + end),
        help=f"Write “{' '.join(token[one:two] for one, two in cuts)}”.",
        fix=Fix("Put a space in", tuple(_put(marked, offset + gap) for gap in ends)),
    )


def _put(marked: Marked, gap: int) -> tuple[int, int, str]:
    """Put a space between two letters: before a bracket, else after a sign (**Prof**.Zhu)."""
    at, before = (gap, True) if marked.prose[gap] == "(" else (gap - 1, False)
    place, sign = marked.places[at], marked.prose[at]
    return place, place + 1, f" {sign}" if before else f"{sign} "
