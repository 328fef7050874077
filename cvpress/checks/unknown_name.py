"""Every name is one that the document tells is a name, or that we know.

A name is the one word that a spelling checker can't judge, and the one that its bearer checks
first. This list of all names that stand nowhere else in the CV is for a last look before it is
sent; it is off, for most of them are right.

Bad:
    sections:
      - title: Work
        experience: [{organization: Acme, highlights: [Worked on the Zyzzogeton line.]}]
Says:
    3:66 info unknown-name: Nothing else in this CV tells that this is a name.
Good:
    sections:
      - title: Work
        experience:
          - organization: Zyzzogeton
            highlights: [Worked on the Zyzzogeton line with Prof. Kasikci., Used PyTorch in Berlin.]
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [unknown-name]}`, `ignore: [unknown-name]` on the entry, or
    `# cvpress: ignore unknown-name` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks import _foreign, _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = False
FAMILY = "words"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each Capitalised word that is far from its language and no name the document tells."""
    words = _words.read(document, settings)
    english = [(words.places[slip.text], slip) for slip in words.of_kind("unknown-name")]
    message = "Nothing else in this CV tells that this is a name."
    help = "See that it is written as its bearer writes it; if so, list it under `checks: words`."
    for place, slip in (*english, *_foreign.read(document, settings).of_kind("unknown-name")):
        yield place.problem(slip.start, slip.end, message, help)
