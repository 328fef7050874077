"""One thing is written one way throughout.

Two ways of writing one name look like two things, or like haste. Told is the rarer way: other
capitals in a name that has them inside (BlockChain beside blockchain), a body whose name differs
only in signs or by one slip in an unknown word, a person's name one slip from another, American
spelling in a British CV. Silent: Title Case beside lower case, numbered things, names that differ
in the last letter, people of other initials, names of bodies, titles of works and words in
quotation marks, which keep their own spelling, and British -ize as long as no -ise stands beside
it. Which spelling a CV has, is found from its words, or said by `checks: {spelling: en-GB}` or by
its `locale`.

Bad:
    sections:
      - title: BlockChain
        text: We study blockchain and blockchain alone, with Prof. Kasicki.
      - title: Work
        experience:
          - {organization: Efes Lab. KU Leuven, supervisor: Prof. Kasikci}
          - {organization: "Efes Lab, KU Leuven", supervisor: Baris Kasikci}
          - {organization: "Efes Lab, KU Leuven", highlights: [Noted colour and flavor of ale.]}
Says:
    2:12 warning spelled-two-ways: This is written “blockchain” elsewhere in this CV.
    3:64 warning spelled-two-ways: This is written “Kasikci” elsewhere in this CV.
    6:24 warning spelled-two-ways: This is written “Efes Lab, KU Leuven” elsewhere in this CV.
    8:77 warning spelled-two-ways: This is American spelling, the rest is British.
Good:
    sections:
      - title: Blockchain
        text: Blockchain, by Jana Zielenska and Jan Zielenski, V. Andersson and P. Anderson.
      - title: Work
        experience:
          - {organization: "Efes Lab 1, University of Leeds"}
          - {organization: "Efes Lab 2, University of Leeds"}
          - {organization: Labor Center, highlights: [Organized the colours., Catalogued labour.]}
          - {organization: Efes Lab, title: Blockchain Engineer}
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [spelled-two-ways]}`, `ignore: [spelled-two-ways]` on the entry, or
    `# cvpress: ignore spelled-two-ways` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _words
from cvpress.checks._texts import Place
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.suggest import like
from cvpress.words.two_ways import Other

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = ("en",)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each occurrence of the rarer way of writing something."""
    words = _words.read(document, settings)
    for one in words.two_ways:
        place = words.places[one.text]
        if one.variety:
            yield _other_variety(place, one)
            continue
        message = f"This is written “{one.usual}” elsewhere in this CV."
        yield place.problem(one.start, one.end, message, "Choose one and keep to it.")


def _other_variety(place: Place, one: Other) -> Problem:
    right = like(one.word, one.usual)
    spelling, rest = ("British", "American") if one.variety == "g" else ("American", "British")
    message = f"This is {spelling} spelling, the rest is {rest}."
    help = f"Write “{right}”, or say in `checks: spelling` which one you want."
    return place.problem(one.start, one.end, message, help, put=right)
