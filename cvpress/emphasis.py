"""Which asterisks of a text belong together (the emphasis half of `cvpress.markup`).

The rules are CommonMark's delimiter runs and its stack (spec 0.31, section 6.2), which is linear in
the text, with these differences. A run inside a word never opens (`100*2*3`, `A*search*`), nor does
one before `/`, nor a single one before `.` (`src/*.py`). A letter of a script that writes no spaces
counts as the edge of a word on both sides (`我在**清华**学习`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Thai to Lao, Burmese, Khmer, kana, Han; Hangul, whose particles follow without a space. As a
# pattern, such ranges take 2 ms to compile.
_UNSPACED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff")),
    *(("\u3400", "\u9fff"), ("\uac00", "\ud7a3"), ("\U00020000", "\U0003ffff")),
)
_QUOTES = "\"'“‘«„"


@dataclass(slots=True)
class Stars:
    """A run of asterisks: `[start, end)` is what no partner has taken; `length` what it was.

    `inside`: letters on both sides. `slip`: should it open nothing, it was surely meant to.
    """

    start: int
    end: int
    length: int
    opens: bool
    closes: bool
    inside: bool
    slip: bool


class Pair(NamedTuple):
    """Two partners: `size` asterisks (1 italic, 2 bold) at each of two offsets."""

    opening: int
    closing: int
    size: int


def look(text: str, start: int, end: int) -> Stars:
    """Judge the run of asterisks `[start, end)` of a text by the letters beside it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    reaches, closes = _reaches(after, before), _reaches(before, after)
    opens = reaches and _may_open(before, after, end - start)
    slip = opens and not before.isalnum() and (after.isalnum() or after in _QUOTES)
    return Stars(start, end, end - start, opens, closes, reaches and closes, slip)


def _reaches(inner: str, outer: str) -> bool:
    """CommonMark's flanking: the inner letter is no space, and no sign that clings to the outer."""
    if inner.isspace():
        return False
    return not _is_sign(inner) or _is_edge(outer)


def unspaced(text: str) -> bool:
    """Return whether a text has a letter of a script that writes no spaces between words."""
    if text.isascii():
        return False
    return any(low <= letter <= high for letter in text for low, high in _UNSPACED)


def _may_open(before: str, after: str, length: int) -> bool:
    if after == "/" or (after == "." and length == 1):
        return False
    return _is_edge(before) or (length > 1 and unspaced(after))


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _is_edge(letter: str) -> bool:
    return letter.isspace() or _is_sign(letter) or unspaced(letter)


def pair(runs: Sequence[Stars]) -> tuple[list[Pair], list[int]]:
    """Pair the runs of a text, or of a link's label; return the pairs and the offsets of slips."""
    stack = _Stack()
    for run in runs:
        if run.closes:
            stack.close(run)
        if run.opens and run.start < run.end:
            stack.open.append(run)
    stack.drop(0)
    return stack.pairs, stack.lone


class _Stack:
    """The runs that are still open, innermost last."""

    def __init__(self) -> None:
        self.open: list[Stars] = []
        self.pairs: list[Pair] = []
        self.lone: list[int] = []
        # For a kind of closing run: below this index no open run is its partner. It makes a
        # thousand closing runs after a thousand opening ones cost two thousand steps, no million.
        self.bottom: dict[tuple[bool, int], int] = {}

    def close(self, run: Stars) -> None:
        while run.start < run.end and (index := self._partner(run)) is not None:
            self.drop(index + 1)
            self._join(self.open[index], run)
        if run.length == 2 and run.end - run.start == 1:
            self.lone.append(run.start)  # *Title**: one sign too many

    def _partner(self, run: Stars) -> int | None:
        kind = (run.inside, run.length % 3)
        for index in range(len(self.open) - 1, self.bottom.get(kind, 0) - 1, -1):
            if _fits(self.open[index], run):
                return index
        self.bottom[kind] = len(self.open)
        return None

    def _join(self, opener: Stars, run: Stars) -> None:
        size = 2 if min(opener.end - opener.start, run.end - run.start) > 1 else 1
        self.pairs.append(Pair(opener.end - size, run.start, size))
        opener.end -= size
        run.start += size
        if opener.start == opener.end:
            self.open.pop()
            self._lower()

    def drop(self, size: int) -> None:
        """Forget the open runs from an index on: they are letters, before a word also slips."""
        if len(self.open) > size:
            self.lone += [run.start for run in self.open[size:] if run.slip]
            del self.open[size:]
            self._lower()

    def _lower(self) -> None:
        self.bottom = {kind: min(low, len(self.open)) for kind, low in self.bottom.items()}


def _fits(opener: Stars, closer: Stars) -> bool:
    """CommonMark's rule of three, which tells `*a**b*` from `*a*` and `*b*`."""
    if not (opener.inside or closer.inside) or (opener.length + closer.length) % 3:
        return True
    return opener.length % 3 == 0 and closer.length % 3 == 0


def stretches(pairs: Sequence[Pair], size: int) -> Iterator[tuple[int, int]]:
    """Yield the letters `[start, end)` between the partners of one size."""
    return ((pair.opening + size, pair.closing) for pair in pairs if pair.size == size)
