"""One thing is written one way throughout.

Two ways of writing one name look like two things, or like haste. Told is the rarer way: other
capitals in a name that has them inside (BlockChain beside blockchain), a body whose name differs
only in signs or by one slip in an unknown word, a person's name one slip from another. Silent:
Title Case beside lower case, numbered things, names that differ in the last letter, people of
other initials.

Bad:
    sections:
      - title: BlockChain
        text: We study blockchain and blockchain alone, with Prof. Kasicki.
      - title: Work
        experience:
          - {organization: Efes Lab. KU Leuven, supervisor: Prof. Kasikci}
          - {organization: "Efes Lab, KU Leuven", supervisor: Baris Kasikci}
          - {organization: "Efes Lab, KU Leuven"}
Says:
    2:12 warning spelled-two-ways: This is written “blockchain” elsewhere in this CV.
    3:64 warning spelled-two-ways: This is written “Kasikci” elsewhere in this CV.
    6:24 warning spelled-two-ways: This is written “Efes Lab, KU Leuven” elsewhere in this CV.
Good:
    sections:
      - title: Blockchain
        text: Blockchain, by Jana Zielenska and Jan Zielenski, V. Andersson and P. Anderson.
      - title: Work
        experience:
          - {organization: "Efes Lab 1, University of Leeds"}
          - {organization: "Efes Lab 2, University of Leeds"}
          - {organization: Efes Lab, title: Blockchain Engineer}
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [spelled-two-ways]}`, `ignore: [spelled-two-ways]` on the entry, or
    `# cvpress: ignore spelled-two-ways` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = ("en",)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each occurrence of the rarer way of writing something."""
    words = _words.read(document, settings)
    for one in words.two_ways:
        message = f"This is written “{one.usual}” elsewhere in this CV."
        place = words.places[one.text]
        yield place.problem(one.start, one.end, message, "Choose one and keep to it.")
