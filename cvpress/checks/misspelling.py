"""English words are spelled right.

A misspelled word is what a reader remembers of a CV. Told are words of our own list of
misspellings, and words that no dictionary has but that are one slip of the fingers from a common
one: a letter too many, too few or wrong, two letters swapped. Names are not judged: those of the
fields for people, bodies and places, what follows a title or initials, acronyms, Capitalised words
far from every English one. British and American spelling are both right. Keys that the page prints
(the parts of a test) are words, too.

Bad:
    sections:
      - title: Work
        experience:
          - {organization: Univeristy of Leeds, title: Technican, highlights: [Led teh lab.]}
      - title: Languages
        languages: [{language: English, test: {name: TOEFL, parts: {Reaing: 29}}}]
Says:
    4:24 error misspelling: This word is misspelled.
    4:52 error misspelling: This word is misspelled.
    4:80 error misspelling: This word is misspelled.
    6:65 error misspelling: This word is misspelled.
Good:
    sections:
      - title: Work
        experience:
          - organization: Universität Zürich
            title: Technician
            supervisor: Prof. Univar Managment
            highlights: [Led the colour lab., Catalogued grey prints.]
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [misspelling]}`, `ignore: [misspelling]` on the entry, or
    `# cvpress: ignore misspelling` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.suggest import certain, like

SEVERITY = "error"
ON = True
FAMILY = "words"
LANGUAGES = ("en",)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each misspelled word of English."""
    words = _words.read(document, settings)
    for slip, meant in words.meant(words.of_kind("misspelling")):
        right = [like(slip.word, word) for word in meant[:3]]
        help = f"Write {_words.choice(right)}."
        sure = slip.listed or (slip.right[:1] == meant[:1] and certain(slip.word, slip.right))
        place = words.places[slip.text]
        yield place.problem(
            slip.start, slip.end, "This word is misspelled.", help, right[0] if sure else None
        )
