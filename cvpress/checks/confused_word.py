"""A word is spelled right, but it is another word than the one meant.

“Project manger” and “pubic health” pass every spelling check and are read aloud in the office. Told
by the words around them, and by what the text is about (breaks are fitted to lorries, deserts
served to guests), in frames that no right sentence is known to hold; a bare word is never told.
“a” for “an”, and the reverse, belong here: they go by sound (an hour, a European, a unique
engineer), and acronyms, which some spell and some say (an SQL, a SQL), are left alone.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            title: Project Manger
            highlights: [Less then ten of a hundred clinical trails were a useful experiment.]
            summary: Was a engineer at an university.
          - organization: Bus Depot
            highlights: [Fitted breaks to forty buses, Cooked deserts for the guests]
Says:
    5:24 warning confused-word: “Manger” is another word than “Manager”.
    6:27 warning confused-word: “then” is another word than “than”.
    6:58 warning confused-word: “trails” is another word than “trials”.
    7:22 warning confused-word: It is “an engineer”.
    7:36 warning confused-word: It is “a university”.
    9:29 warning confused-word: “breaks” is another word than “brakes”.
    9:59 warning confused-word: “deserts” is another word than “desserts”.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            title: Trail Manager
            highlights: ["Less often, then more; built a manger, and an audit trail for one hour"]
            summary: Was an SQL user and a European on a one-year hiking trail.
          - organization: Bus Depot
            highlights: [Planned the breaks of bus drivers, Cooked for guests in the desert]
Silence:
    `checks: {ignore: [confused-word]}`, `ignore: [confused-word]` on the entry, or
    `# cvpress: ignore confused-word` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.article import wrong_articles
from cvpress.words.clauses import clauses
from cvpress.words.confused import confused
from cvpress.words.strange import elsewhere

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = ("en",)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each word that was surely meant to be another."""
    words = _words.read(document, settings)
    for place, text in zip(words.places, words.texts, strict=True):
        if text.role == "person" or elsewhere(text):
            continue
        for clause in clauses(text):
            for one in confused(clause, text.reading):
                message = (
                    f"“{text.reading[one.start : one.end]}” is another word than “{one.meant}”."
                )
                yield place.problem(one.start, one.end, message, f"Write “{one.meant}”.", one.meant)
            if text.role in ("prose", "title"):
                for one in wrong_articles(clause, text.reading):
                    said = f"{one.meant} {_next(text.reading, one.end)}"
                    yield place.problem(
                        one.start, one.end, f"It is “{said}”.", f"Write “{said}”.", one.meant
                    )


def _next(reading: str, end: int) -> str:
    return reading[end:].split()[0].rstrip(".,;:!?)")
