"""Words typed twice: "the the", and small words of other languages: "des des"."""

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


# Of other languages, small words that never follow on themselves: not "nous nous", "die, die die".
_ELSEWHERE = {
    "ca": "amb de del dels des els i les per una",
    "cs": "do na nebo od pro při s v z",
    "da": "af et for med og ved",
    "de": "auf aus bei dem den des durch ein eine einem einen einer eines für im mit nach oder und"
    " von zum zur",
    "es": "al con de del el en las los para por su sus un una y",
    "fr": "à au aux avec ce ces chez dans de des du elle en et la le les leur leurs ou par pour sa"
    " ses son sur un une",
    "it": "al alla con da dei del della delle di e gli il in le nel nella per un una",
    "nb": "av et for med og ved",
    "nl": "aan bij een en het met naar of te van voor",
    "no": "av et for med og ved",
    "pl": "dla do i na od oraz po przez w z",
    "pt": "ao com da das de do dos e em na no os para por um uma",
    "ro": "cu de din în la pe pentru și",
    "sv": "av ett för med och vid",
}


def elsewhere(text: Text, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield what `repeated` does, of a text in another language, without country."""
    words = frozenset(_ELSEWHERE.get(language, "").split())
    if words and text.role != "person":
        for found in _TWICE.finditer(text.worded):
            if found[1] == found[3] and found[3] in words:
                yield found.end(1), found.start(3), found.end(3)


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
