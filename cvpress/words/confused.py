"""Right words in the place of others, by frames of their neighbours (cvpress/data/confused.txt).

What is wrong is one word, or two that should be one (copy right); frames are found by the first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cvpress import resources
from cvpress.words.clauses import Clause, words_of

NUMBERS = words_of(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
    " hundred hundreds thousand thousands million millions dozens"
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|k|m|x)?")


class Frame(NamedTuple):
    """What stands left and right of a wrong word (elements as in the file), and what is meant.

    `rest`: the words that are wrong together with the first.
    """

    left: tuple[str, ...]
    rest: tuple[str, ...]
    right: tuple[str, ...]
    meant: str


class Confused(NamedTuple):
    """A stretch of a text that is another word than the one meant."""

    start: int
    end: int
    meant: str


def number(word: str) -> bool:
    """Return whether a word is a number, in digits (80, 1,000, 3rd) or written out."""
    return word in NUMBERS or bool(_DIGITS.fullmatch(word))


@cache
def _lines() -> dict[str, list[str]]:
    """Return the lines of the file by their wrong words (under 1 ms, on first use)."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in resources.data("confused.txt").read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            for wrong in line[line.index("[") + 1 : line.index("]")].split("|"):
                found[wrong.partition(" ")[0]].append(line)
    return dict(found)


def wrong_words() -> frozenset[str]:
    """Return the words, in lower case, with which what is wrong in some frame begins."""
    return frozenset(_lines())


@cache
def frames(wrong: str) -> tuple[Frame, ...]:
    """Return the frames of a wrong word, in lower case."""
    return tuple(_frame(wrong, line) for line in _lines().get(wrong, ()))


def _frame(wrong: str, line: str) -> Frame:
    pattern, _, meant = line.partition(" -> ")
    left, _, rest = pattern.partition("[")
    words, _, right = rest.partition("]")
    cures = meant.split("|")
    told = [one.split() for one in words.split("|")]
    number = next(at for at, one in enumerate(told) if one[0] == wrong)
    following = tuple(told[number][1:])
    return Frame(tuple(left.split()), following, tuple(right.split()), cures[number % len(cures)])


def confused(clause: Clause, letters: str) -> Iterator[Confused]:
    """Yield the words of a clause (of the text `letters`) that were surely meant to be others."""
    lines = _lines()
    for index, word in enumerate(clause.words):
        for frame in frames(word) if word in lines else ():
            if not _fits(frame, clause, index):
                continue
            start, end = clause.spans[index][0], clause.spans[index + len(frame.rest)][1]
            if not _shouted(letters, start, end):
                yield Confused(start, end, _cased(frame.meant, letters[start:end]))
                break


def _shouted(letters: str, start: int, end: int) -> bool:
    """Return whether a word is an acronym: LED is no verb, unless the whole text shouts."""
    return letters[start:end].isupper() and not letters.isupper()


def _fits(frame: Frame, clause: Clause, index: int) -> bool:
    first, after = index - len(frame.left), index + 1 + len(frame.rest)
    return (
        clause.words[index + 1 : after] == frame.rest
        and all(_is(element, clause, first + offset) for offset, element in enumerate(frame.left))
        and all(_is(element, clause, after + offset) for offset, element in enumerate(frame.right))
    )


def _is(element: str, clause: Clause, index: int) -> bool:
    word = clause.at(index)
    if element == "^":
        return index == -1 and clause.opens
    if element == "$":
        return not word
    if element.startswith("!"):
        return not _one_of(element[1:], word)
    return bool(word) and (element == "_" or _one_of(element, word))


def _one_of(element: str, word: str) -> bool:
    return any(one == word or (one == "#" and number(word)) for one in element.split("|"))


def _cased(meant: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant
