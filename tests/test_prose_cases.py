"""Confused words and number, sentence by sentence: what is told, and what never may be.

Each kind of frame and rule has wrong sentences (tests/cases/wrong_prose.txt: the sentence, the
word, what is meant) and right ones that look like them (tests/cases/right_prose.txt).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cvpress.words.agreement import odd
from cvpress.words.clauses import clauses
from cvpress.words.confused import confused
from cvpress.words.text import Text

CASES = Path(__file__).parent / "cases"
WRONG = (CASES / "wrong_prose.txt").read_text(encoding="utf-8").splitlines()
RIGHT = (CASES / "right_prose.txt").read_text(encoding="utf-8").splitlines()


def told(line: str) -> list[tuple[str, str]]:
    """Return the words of a sentence that are told, each with what is meant."""
    found = []
    for clause in clauses(Text(line, "prose")):
        found += [(line[one.start : one.end], one.meant) for one in confused(clause, line)]
        found += [(line[slice(*clause.spans[one.index])], one.right) for one in odd(clause, line)]
    return found


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_word_is_told(case: str) -> None:
    line, word, meant = case.split(" | ")
    assert told(line) == [(word, meant)]


@pytest.mark.parametrize("line", RIGHT)
def test_a_right_sentence_is_not(line: str) -> None:
    assert told(line) == []
