"""A space is missing between two words.

`Prof.Mingyu`, `K.Zhu`, `word,word` and `end.Start` look careless, and a search for the name or the
word does not find it. Silent in addresses, file names, versions and code, in degrees (`B.Sc.`),
abbreviations (`e.g.`, `U.S.`) and product names (`Node.js`); initials and full stops are judged in
prose only, since brands are written so (`J.Crew`). Author lists have `author-style-mixed`.

Bad:
    sections:
      - title: Experience
        experience:
          - organization: Example Lab
            supervisor: Prof.Grace Example
            highlights: ["Built a cache in Rust,Go and C. It was fast.Then K.Zhu tested it."]
Says:
    5:21 warning missing-space: A space is missing between these words.
    6:40 warning missing-space: A space is missing between these words.
    6:62 warning missing-space: A space is missing between these words.
    6:72 warning missing-space: A space is missing between these words.
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
# A space belongs at the end of each match. Titles and commas are sure in every text …
_SURE = re.compile(
    rf"\b(?:Prof|Dr|Mr|Mrs|Ms|Mme|Mlle|Sra|Dra)\.(?=[{_UPPER}])"
    rf"|(?<!&)\b[{_LETTER}]{{2,}}[,;](?=[{_LETTER}])|\b[{_LETTER}][,;](?=[{_LETTER}]{{2}})"
    rf"|\b(?:19|20)\d\d[,;](?=[{_LETTER}]{{2}})|\b[{_LETTER}]{{2,}},(?=(?:19|20)\d\d\b)"
)
# … initials and ends of sentences in prose. After an initial, degrees stay as they are.
_PROSE = re.compile(
    rf"\b(?:[{_UPPER}]\.)+(?=[{_UPPER}][{_LOWER}])"
    r"(?!(?:Sc|Eng|Tech|Com|Phil|Ed|Hons|Arch|Pharm|Div|Mus|Stat|Des|Res|Litt|Econ|Math|Ac|Ing)\b)"
    rf"|(?<![.{_LETTER}])(?:[{_LOWER}]{{3,}}|(?:19|20)\d\d)\."
    rf"(?=(?:[{_UPPER}][{_LOWER}]{{2,}}|In|We|It|An|On|To|At|By|As)(?![\w.(]))(?!(?:Net|Com|Org)\b)"
)
_CODE = re.compile(r"[/\\@_=<>]|www\.|\w\(")
_LIBRARY = re.compile(r"(?:numpy|scipy|pandas|torch|keras|java|react|system|three|socket)\.")
_IN_LISTS = re.compile(r"/(?:authors|editors|also_known_as)/")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each run of letters in which a space is missing."""
    for field in texts(document):
        if not _IN_LISTS.search(field.path):
            marked = parse(field.scalar.text)
            for token in re.finditer(r"(?<!\S)\S{2,80}(?!\S)", marked.prose):
                if not _CODE.search(token.group()):
                    yield from _judge(field, marked, token.start(), token.group())


def _judge(field: Field, marked: Marked, offset: int, token: str) -> Iterator[Problem]:
    gaps = [found.span() for found in _SURE.finditer(token)]
    if field.role in ("person", "prose", "other") and not _LIBRARY.match(token):
        gaps += [found.span() for found in _PROSE.finditer(token)]
    if gaps:
        last = max(end for _, end in gaps)
        rest = re.match(r"\w+", token[last:])
        start, end = min(gaps)[0], last + (rest.end() if rest else 1)
        ends = sorted({gap for _, gap in gaps})
        places = [marked.places[offset + gap - 1] for gap in ends]
        cuts = zip([start, *ends], [*ends, end], strict=True)
        yield Problem(
            field.path,
            "A space is missing between these words.",
            at=marked.stretch(offset + start, offset + end),
            help=f"Write “{' '.join(token[one:two] for one, two in cuts)}”.",
            fix=Fix(
                "Put a space in", tuple((p, p + 1, field.scalar.text[p] + " ") for p in places)
            ),
        )
