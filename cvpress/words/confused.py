"""Right words in the place of others, by frames of their neighbours (cvpress/data/confused.txt).

What is wrong is one word, or two that should be one (copy right); frames are found by the first.
Beside words, a frame may ask for kinds of words (`slots`) and for what the whole text is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cvpress import resources
from cvpress.words import slots
from cvpress.words.clauses import Clause

_LIST = re.compile(r"[A-Z]+")
_TOPIC = re.compile(r"[a-z]+")


class Frame(NamedTuple):
    """What stands left and right of a wrong word (elements as in the file), and what is meant.

    `rest`: the words that are wrong together with the first. `about`: words of which the text must
    have one. `beside`: words of which it may have none.
    """

    left: tuple[str, ...]
    rest: tuple[str, ...]
    right: tuple[str, ...]
    meant: str
    about: frozenset[str]
    beside: frozenset[str]


class Confused(NamedTuple):
    """A stretch of a text that is another word than the one meant."""

    start: int
    end: int
    meant: str


class _Table(NamedTuple):
    """The file: its lines by the wrong words, and its named lists of words."""

    frames: dict[str, list[str]]
    lists: dict[str, str]


@cache
def _table() -> _Table:
    """Return the table (2 ms, on first use)."""
    found: dict[str, list[str]] = defaultdict(list)
    lists: dict[str, str] = {}
    for line in resources.data("confused.txt").read_text(encoding="utf-8").split("\n"):
        if " = " in line:
            name, _, lists[name] = line.partition(" = ")
        elif line and line[0] != "#":
            for wrong in line[line.index("[") + 1 : line.index("]")].split("|"):
                found[wrong.partition(" ")[0]].append(line)
    return _Table(dict(found), lists)


@cache
def frames(wrong: str) -> tuple[Frame, ...]:
    """Return the frames of a wrong word, in lower case."""
    return tuple(_frame(wrong, line) for line in _table().frames.get(wrong, ()))


def _frame(wrong: str, line: str) -> Frame:
    lists = _table().lists
    pattern, _, meant = _LIST.sub(lambda name: lists.get(name[0], name[0]), line).partition(" -> ")
    left, _, rest = pattern.partition("[")
    words, _, right = rest.partition("]")
    right, _, topics = right.partition("~")
    about, _, beside = topics.partition("~")
    cures = meant.split("|")
    told = [one.split() for one in words.split("|")]
    number = next(at for at, one in enumerate(told) if one[0] == wrong)
    return Frame(
        tuple(left.split()),
        tuple(told[number][1:]),
        tuple(right.split()),
        cures[number % len(cures)],
        _topics(about),
        _topics(beside),
    )


def _topics(words: str) -> frozenset[str]:
    return frozenset(words.strip().split("|")) - {""}


def confused(clause: Clause, letters: str) -> Iterator[Confused]:
    """Yield the words of a clause (of the text `letters`) that were surely meant to be others."""
    lines = _table().frames
    for index, word in enumerate(clause.words):
        for frame in frames(word) if word in lines else ():
            if not _fits(frame, clause, index, letters):
                continue
            start, end = clause.spans[index][0], clause.spans[index + len(frame.rest)][1]
            if not _shouted(letters, start, end):
                yield Confused(start, end, _cased(frame.meant, letters[start:end]))
                break


def _shouted(letters: str, start: int, end: int) -> bool:
    """Return whether a word is an acronym: LED is no verb, unless the whole text shouts."""
    return letters[start:end].isupper() and not letters.isupper()


def _fits(frame: Frame, clause: Clause, index: int, letters: str) -> bool:
    first, after = index - len(frame.left), index + 1 + len(frame.rest)
    return (
        clause.words[index + 1 : after] == frame.rest
        and all(_is(one, clause, first + at, letters) for at, one in enumerate(frame.left))
        and all(_is(one, clause, after + at, letters) for at, one in enumerate(frame.right))
        and (not frame.about or not frame.about.isdisjoint(_topic(letters)))
        and frame.beside.isdisjoint(_topic(letters) if frame.beside else ())
    )


@lru_cache(maxsize=16)
def _topic(letters: str) -> frozenset[str]:
    """Return the words of a text, which tell what it is about."""
    return frozenset(_TOPIC.findall(letters.lower()))


def _is(element: str, clause: Clause, index: int, letters: str) -> bool:
    return all(_one(part, clause, index, letters) for part in element.split("&"))


def _one(part: str, clause: Clause, index: int, letters: str) -> bool:
    word = clause.at(index)
    right = any(
        one == word or (one in slots.KINDS and slots.KINDS[one](clause, index, letters))
        for one in part.removeprefix("!").split("|")
    )
    return right != part.startswith("!")


def _cased(meant: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant
