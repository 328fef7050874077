"""Every word that is not a name is in the dictionary or in the list of known words.

What no dictionary has is a slip, or a term that few readers know; it deserves a second look. Terms
of many trades, products and small words of other languages are known; a text that is mostly in
another language is left alone. Capitalised words that are near no English one are names, and what
is far from every word of every list (makowiec) is rather a term than a slip: `unknown-name` tells.
Texts in German, French, Spanish and other languages are spelled with a Hunspell dictionary, where
one is found (`cvpress doctor` lists them); there, English in the midst of a text is left alone.

Bad:
    sections:
      - title: Work
        experience:
          - {organization: Acme, highlights: [Printed a gravurre., Taught spanish.]}
Says:
    4:53 warning unknown-word: No dictionary has this word.
    4:71 warning unknown-word: No dictionary has this word.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Cooked makowiec., "Met Flumboxer of nanoGPT2.", Taught Spanish.]
            summary: Der Zauberlehrling und andere Balladen
Silence:
    `checks: {words: [the word]}` where the word is right,
    `checks: {ignore: [unknown-word]}`, `ignore: [unknown-word]` on the entry, or
    `# cvpress: ignore unknown-word` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cvpress.checks import _foreign, _words
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words.suggest import like

SEVERITY = "warning"
ON = True
FAMILY = "words"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each word that is neither in the dictionary nor near a common word."""
    words = _words.read(document, settings)
    english = (
        (words.places[slip.text], slip, meant)
        for slip, meant in words.meant(words.of_kind("unknown-word"))
    )
    for place, slip, meant in chain(english, _foreign.read(document, settings).meant()):
        right = [_like(slip.word, word) for word in meant[:3]]
        help = "If it is right, list it under `checks: words`."
        if right:
            help = f"Write {_words.choice(right)}, or list it under `checks: words` if it is right."
        yield place.problem(slip.start, slip.end, "No dictionary has this word.", help)


def _like(word: str, right: str) -> str:
    """Return the right word with the capitals of the wrong one, if these are not what is wrong."""
    return right if right.lower() == word.lower() else like(word, right)
