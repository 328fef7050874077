"""No word is typed twice.

The second "the" is easy to overlook for who wrote it, hardly for who reads it, above all where a
line of the file ends between the two. Names (Duran Duran), "had had" and "logged in in May" are
right. Of other languages, small words are told: "des des", "mit mit".

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Led the the team., Wrote a and and b.]
            summary: >
              Responsible for
              for everything.
Says:
    5:30 warning repeated-word: This word stands here twice.
    5:53 warning repeated-word: This word stands here twice.
    8:11 warning repeated-word: This word stands here twice.
Bad:
    locale: fr
    sections: [{title: Profil, text: Responsable des des soins.}]
Says:
    2:50 warning repeated-word: This word stands here twice.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            location: New York, New York
            highlights: [Saw Duran Duran., All I had had., Logged in in May., Was on on-call.]
Silence:
    `checks: {ignore: [repeated-word]}`, `ignore: [repeated-word]` on the entry, or
    `# cvpress: ignore repeated-word` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _foreign, _words
from cvpress.checks._texts import Place
from cvpress.finding import Fix, Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.twice import elsewhere, repeated

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each word that follows on itself."""
    words = _words.read(document, settings)
    for place, text in zip(words.places, words.texts, strict=True):
        yield from (_problem(place, *found) for found in repeated(text))
    for place, text, spoken in _foreign.read(document, settings).texts:
        yield from (_problem(place, *found) for found in elsewhere(text, spoken))


def _problem(place: Place, before: int, start: int, end: int) -> Problem:
    at, gone = place.stretch(start, end), place.stretch(before, end)
    fix = Fix("Take it out", ((*gone, ""),)) if gone[1] - gone[0] == end - before else None
    message = "This word stands here twice."
    return Problem(place.path, message, at=at, key=place.key, help="Take one out.", fix=fix)
