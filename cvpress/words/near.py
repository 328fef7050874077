"""Slips of the fingers: which words are one slip away, or two.

A slip leaves out, adds or changes one letter, or swaps two that stand side by side or with one
between (visor, sivor). Each function returns words of a list, so a long word costs some hundred
look-ups in a set.
"""

from __future__ import annotations

from collections.abc import Container, Set
from functools import cache, lru_cache

from cvpress.words import lookup

_SHORTEST = 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=4)  # each word is asked for several times in a row
def slips(word: str, letters: str = LETTERS) -> frozenset[str]:
    """Return all that is one slip away from a word in lower case."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {before + new + after for before, after in halves for new in letters}
    found.update(before + new + after[1:] for before, after in halves for new in letters)
    found.update(before + after[1:] for before, after in halves)
    found.update(before + after[1::-1] + after[2:] for before, after in halves)
    found.update(before + after[2::-1] + after[3:] for before, after in halves)
    return frozenset(found - {word})


def one_slip(word: str, among: Container[str], shortest: int = 3) -> tuple[str, ...]:
    """Return the words of a list that are one slip away from a word in lower case, sorted."""
    if isinstance(among, Set):
        found = slips(word) & among  # much faster than to ask for each
    else:
        found = frozenset(near for near in slips(word) if near in among)
    return tuple(sorted(near for near in found if len(near) >= shortest))


def in_dictionary(word: str) -> tuple[str, ...]:
    """Return all words, also rare ones, one slip from a lower-case word; they begin as it does."""
    if not "a" <= word[0] <= "z":
        return ()
    return one_slip(word, lookup.beginning(word[0]))


def in_rare_list(word: str) -> tuple[str, ...]:
    """Return the rare words one slip from a word in lower case; they begin as it does."""
    if not "a" <= word[0] <= "z":
        return ()
    return one_slip(word, lookup.rare_beginning(word[0]))


def in_rare(word: str) -> bool:
    """Return whether a rare word, perhaps with an ending, is one slip from a lower-case word. It
    begins as the word does, or with its second letter (nifestans)."""
    if not "a" <= word[0] <= "z":
        return False
    known, near = lookup.rare_beginning(word[0]), slips(word)
    if not known.isdisjoint(near):
        return True
    endings = (stem for one in near if one[-1:] in ("s", "y") for stem in lookup.stems(one))
    return any(stem in known for stem in endings) or any(
        map(lookup.rare, (word[1:], word[1::-1] + word[2:]))
    )


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
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    earlier: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        current = [i] + [limit + 1] * len(other)
        for j in range(max(i - limit, 1), min(i + limit, len(other)) + 1):  # the rest is farther
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != other[j - 1]))
            if i > 1 and j > 1 and a == other[j - 2] and other[j - 1] == one[i - 2]:
                best = min(best, earlier[j - 2] + 1)
            current[j] = best
        if min(current) > limit:
            return limit + 1
        earlier, row = row, current
    return min(row[len(other)], limit + 1)


def two_slips(word: str, shortest: int = 7) -> tuple[str, ...]:
    """Return the common words of so many letters that are two slips from a lower-case word.

    They begin with the same letter; a slip changes two letters at most, or one and the length: that
    sorts nearly all others out.
    """
    letters = _letters(word)
    lengths = _by_length(word[0])
    return tuple(
        other
        for more, most in ((-2, 2), (-1, 3), (0, 4), (1, 3), (2, 2))
        for other, its in lengths.get(len(word) + more, ())
        if len(other) >= shortest
        and (letters ^ its).bit_count() <= most
        and distance(word, other, 2) <= 2
    )


def _letters(word: str) -> int:
    """Return which letters a word has, as bits, and in bits of their own which it has twice."""
    found = 0
    for letter in word:
        bit = 1 << ord(letter) % 32
        found |= bit << 32 if found & bit else bit
    return found


@cache
def _by_length(first: str) -> dict[int, list[tuple[str, int]]]:
    """Return the common words that begin with a letter, and their letters, by their length, in a
    fixed order."""
    lengths: dict[int, list[tuple[str, int]]] = {}
    for word in lookup.common_beginning(first):
        if len(word) >= _SHORTEST:
            lengths.setdefault(len(word), []).append((word, _letters(word)))
    return lengths
