"""Slips of the fingers: which words are one slip away, or two.

A slip leaves out, adds or changes one letter, or swaps two that stand side by side or with one
between (visor, sivor). Each function returns words of a list, so a long word costs some hundred
look-ups in a set.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from cvpress.words import lookup

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str, letters: str = LETTERS) -> Iterator[str]:
    """Yield all that is one slip away from a word in lower case, some of it twice."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        yield before + after[2:3] + after[1:2] + after[:1] + after[3:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def one_slip(word: str, among: Container[str], shortest: int = 3) -> tuple[str, ...]:
    """Return the words of a list that are one slip away from a word in lower case."""
    found = (near for near in slips(word) if near in among)
    return tuple(dict.fromkeys(n for n in found if n != word and len(n) >= shortest))


def in_dictionary(word: str) -> tuple[str, ...]:
    """Return all words, also rare ones, one slip from a lower-case word; they begin as it does."""
    if not "a" <= word[0] <= "z":
        return ()
    return one_slip(word, lookup.beginning(word[0]))


def is_slip(one: str, other: str) -> bool:
    """Return whether two words are one slip apart."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    ahead = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if ahead is None:
        return True
    a, b = one[ahead:], other[ahead:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) < 2 or (a == b[::-1] and len(a) <= 3)


def distance(one: str, other: str, limit: int) -> int:
    """Return how many letters are left out, added, changed or swapped; over `limit`: limit + 1."""
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    earlier: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        current = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, earlier[j - 2] + 1)
            current.append(best)
        if min(current) > limit:
            return limit + 1
        earlier, row = row, current
    return min(row[-1], limit + 1)


def two_slips(word: str) -> tuple[str, ...]:
    """Return the common words of 7 letters and more that are two slips from a lower-case word.

    They begin with the same letter; a slip changes two letters at most: that sorts most others out.
    """
    letters = frozenset(word)
    lengths = _by_length(word[0])
    return tuple(
        other
        for length in range(len(word) - 2, len(word) + 3)
        for other in lengths.get(length, ())
        if len(letters.symmetric_difference(other)) <= 4 and distance(word, other, 2) <= 2
    )


@cache
def _by_length(first: str) -> dict[int, list[str]]:
    """Return the common words that begin with a letter, by their length, in a fixed order."""
    lengths: dict[int, list[str]] = {}
    for word in lookup.common_beginning(first):
        if len(word) >= 7:
            lengths.setdefault(len(word), []).append(word)
    return lengths
