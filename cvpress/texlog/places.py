"""Bring a message home: from a line of the body to the entry, and within it to a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cvpress.texlog.model import Pressing
from cvpress.view.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A scalar's path and, where it is known, the stretch of its text."""

    path: str
    at: tuple[int, int] | None = None


def of_box(pressing: Pressing, line: int, box: str) -> Place:
    """Return the place of a line that is too long: of its longest word, else of its entry.

    TeX breaks lines only at spaces, so it is the longest word that would not give way.
    """
    entry = pressing.entry_at(line)
    spelt = _bare(box)
    near = tuple(pressing.under(entry))
    # Of two that are as long, what is spelt exactly so comes first.
    found = [*_within(near, spelt), *_within(near, spelt, capitals=True)]
    found = found or list(_within(pressing.words, spelt))
    if not found:
        return Place(entry)
    words, word = max(found, key=lambda pair: len(_bare(pair[1])))
    return Place(words.path, stretch(pressing.source(words.path), word))


def _within(
    texts: Iterable[Words], spelt: str, capitals: bool = False
) -> Iterator[tuple[Words, str]]:
    """Yield the words (with their text) that stand in what a box spells, or in capitals in it."""
    for words in texts:
        for word in words.plain.split() if words.path else ():
            bare = _bare(word.upper() if capitals else word)
            if bare and bare in spelt:
                yield words, word


def _bare(text: str) -> str:
    """Return letters and figures alone: signs may come from other fonts, or be drawn."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def stretch(text: str, word: str) -> tuple[int, int] | None:
    """Return where a word stands in a scalar's text; None where mark-up or a date hides it."""
    start = text.find(word)
    return (start, start + len(word)) if start >= 0 else None
