"""Clauses: runs of words with nothing but a single space between them.

What the rules of neighbouring words look at. A comma, a bracket, a quotation mark, code and an
address end a clause, so that no rule joins words that only happen to follow each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cvpress.words.text import Text

_WORD = re.compile(r"(?<![\w.<\\/@#$&=+~-])[^\W_]+(?:['’.&-][^\W_]+)*['’]?(?![\w+#/@])")
_ENDS, _MARKS = ".!?:;–—•", " \t\n'\"“”‘’(*"
_NEAR = 40  # letters around a clause that tell whether a sentence begins or ends
_SHORT = re.compile(r"\b(?:[A-Za-z]|[A-Z]\w{1,3}|vs|al|cf|approx|e\.g|i\.e)\.\s*$")


def words_of(line: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(line.split())


class Clause(NamedTuple):
    """Words in lower case (straight apostrophes) and their stretches in `Text.reading`.

    `opens`: a sentence begins with it. `after`: the sign that follows, "" at the end of the text.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    opens: bool
    after: str

    def at(self, index: int) -> str:
        """Return a word, or "" where the clause has none."""
        return self.words[index] if 0 <= index < len(self.words) else ""


@lru_cache(maxsize=2048)
def clauses(text: Text) -> tuple[Clause, ...]:
    """Return the clauses of a text in order. Cached: three checks ask for the same texts."""
    letters = text.uncoded
    found: list[Clause] = []
    spans: list[tuple[int, int]] = []
    for word in _WORD.finditer(letters):
        if spans and not _joined(letters, spans[-1][1], word.start()):
            found.append(_clause(letters, spans))
            spans = []
        spans.append(word.span())
    if spans:
        found.append(_clause(letters, spans))
    return tuple(found)


def _joined(letters: str, end: int, start: int) -> bool:
    return start - end == 1 and letters[end].isspace()


def _clause(letters: str, spans: list[tuple[int, int]]) -> Clause:
    start, end = spans[0][0], spans[-1][1]
    return Clause(
        tuple(letters[a:b].lower().replace("’", "'") for a, b in spans),
        tuple(spans),
        _opens(letters[max(start - _NEAR, 0) : start]),
        letters[end : end + _NEAR].lstrip()[:1],
    )


def _opens(before: str) -> bool:
    """Return whether a sentence begins after these letters: Dr. and e.g. end none."""
    ending = before.rstrip(_MARKS)
    return not ending or (ending[-1] in _ENDS and not _SHORT.search(before))
