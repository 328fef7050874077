"""Two spaces stand within a sentence.

One is left over where a word was taken out or a line was pasted; beside a no-break space it shows
on the page, and in a text or web page made from the CV it shows in any case. Silent after the end
of a sentence (the habit of the typewriter, which prints as one space), in code, and between the
two signs of a Chinese name that is set as wide as one of three.

Bad:
    sections:
      - title: Work
        entries:
          - {title: Wrote a  compiler, summary: Led the **team** \u00a0of five.}
Says:
    4:24 warning double-space: Two spaces stand here.
    4:61 warning double-space: Two spaces stand here.
Good:
    sections:
      - title: Work
        entries:
          - title: Wrote `a  b`.  Then rested
            summary: >
              Two lines
              and no more. 王  伟
Silence:
    `checks: {ignore: [double-space]}`, `ignore: [double-space]` on the entry, or
    `# cvpress: ignore double-space` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Fix, Problem
from cvpress.markup import Marked, parse
from cvpress.schema.fields import texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None

# All spaces but the Chinese one, which aligns. A set of letters beyond Latin compiles in 2 ms.
_SPACES = re.compile("(?<=\\S)(?:(?!\u3000)[^\\S\n]){2,}(?=\\S)")
_STOPS, _CLOSING = tuple(".!?:…。！？"), "\"'”’»)]"


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each run of spaces within a sentence."""
    for field in texts(document):
        marked = parse(field.scalar.text)
        for found in _SPACES.finditer(marked.prose):
            if not _meant(marked.prose, *found.span()):
                yield _problem(field.path, marked, found)


def _meant(prose: str, start: int, end: int) -> bool:
    if all("\u3400" <= sign <= "\u9fff" for sign in (prose[start - 1], prose[end])):
        return True
    return prose[max(start - 5, 0) : start].rstrip(_CLOSING).endswith(_STOPS)


def _problem(path: str, marked: Marked, found: re.Match[str]) -> Problem:
    """One space is kept: the one that must not break, if there is such."""
    spaces = found.group()
    kept = next((at for at, space in enumerate(spaces) if space not in " \t"), 0)
    places = [marked.places[found.start() + at] for at in range(len(spaces)) if at != kept]
    return Problem(
        path,
        "Two spaces stand here.",
        at=marked.stretch(*found.span()),
        help="One is enough.",
        fix=Fix("Take one out", tuple((place, place + 1, "") for place in places)),
    )
