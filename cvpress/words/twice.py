"""Words typed twice: "the the"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.words import lookup
from cvpress.words.text import Text

_TWICE = re.compile(r"\b([^\W\d_]+)([^\S\n]+|[^\S\n]*\n[^\S\n]*)(\1)\b(?![-’'])", re.IGNORECASE)
# "the award that that jury gives", "had had"; "the day it is is", "so so"
_SMALL = frozenset({"the", "of", "and", "for", "with", "from"})  # no names: The The Wool Trade
_RIGHT = frozenset({"had", "that", "is", "so", "very", "her", "no", "bye", "do"})
# "logged in in May", "carried on on foot": verbs that take the small word with them
_VERBS = re.compile(
    r"\b(?:call|carr|check|drop|fill|go|hand|join|live|log|mov|phon|plug|sign|sit|stand|step|sworn|"
    r"stay|tun|work)\w*\s+$",
    re.IGNORECASE,
)


def repeated(text: Text) -> Iterator[tuple[int, int, int]]:
    """Yield the end of each first word, and the stretch of the same word after it.

    Only a common word in lower case: Duran Duran is a name, and cha cha a dance.
    """
    if text.role == "person":
        return
    letters = text.worded
    for found in _TWICE.finditer(letters):
        second = found[3]
        if text.role == "title" and second.lower() in _SMALL:
            second = second.lower()
        if second not in lookup.common() or second in _RIGHT:
            continue
        if letters[: found.start()].endswith("-"):
            continue
        if second in ("in", "on") and _VERBS.search(letters[: found.start()]):
            continue
        yield found.end(1), found.start(3), found.end(3)
