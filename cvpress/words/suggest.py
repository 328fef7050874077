"""The right word that was probably meant, best first.

A slip costs less where fingers make it often: two letters swapped, a letter left out or doubled, a
key beside the right one, a vowel for a vowel; the sources of the shares stand in
bench/words/slips.py. A rare word costs more than a common one. Costs are -log10 of probabilities.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from cvpress.words import lookup
from cvpress.words.near import in_dictionary, in_rare_list, one_slip, two_slips

# Words that nobody wants to be offered for their CV, with their endings.
_RUDE = re.compile(
    "(?:arse|arsehole|ass|asshole|bastard|bitch|bollock|boob|bugger|buggery|coon|cunt|dickhead"
    "|fag|faggot|fart|fuck|gook|kike|nigga|nigger|piss|pussy|pussie|shit|slut|turd|twat|wank|whore)"
    "(?:s|es|ed|er|ers|ing|y|ier|iest|head|heads)?|(?:cock|crap|dick|prick|retard|tit)s?|retarded"
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHIFT = (0.0, 0.3, 0.7)
_KEYS = {c: (row, at + _SHIFT[row]) for row, keys in enumerate(_ROWS) for at, c in enumerate(keys)}
_VOWELS = frozenset("aeiouy")
_OTHER_START = 0.6
_AGAIN = 1.3  # for each slip: a second one in a word is seldom
_SMALL = frozenset({"the", "and", "of", "to", "in", "for", "with", "on", "at", "by", "from", "as"})
_RARITY = (3.6, 4.5, 5.0, 5.8, 6.3, 6.5, 7.0, 7.3)  # by tens of the SCOWL size
_SMALLEST, _TERM, _HERE, _UNLISTED = 2.2, 5.6, 4.0, 7.3


def ranked(
    word: str, candidates: Iterable[str], here: Container[str] = frozenset()
) -> tuple[str, ...]:
    """Return candidates for a word in lower case, the most probable first, without rude ones;
    `here` are words that the document has elsewhere."""

    def order(candidate: str) -> tuple[float, str]:
        return price(word, candidate, here), candidate

    return tuple(sorted((one for one in candidates if not _RUDE.fullmatch(one.lower())), key=order))


def price(word: str, meant: str, here: Container[str] = frozenset()) -> float:
    """Return what it costs to type a word in lower case where `meant` was meant: more for a rare
    word, less for one that the document has elsewhere (`here`)."""
    rarity = min(_rarity(meant), _HERE) if meant in here else _rarity(meant)
    return cost(word, meant.lower()) + rarity


def _rarity(word: str) -> float:
    if word in _SMALL:
        return _SMALLEST
    size = lookup.size(word)
    if size is not None:
        return _RARITY[size]
    return _TERM if lookup.terms().get(word) == "a" else _UNLISTED


def suggest(word: str, count: int = 3, here: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the likeliest words for an unknown word, at most `count`. Costs some milliseconds.

    `here` are right words, in lower case, that the document has elsewhere.
    """
    low = word.lower()
    near = {*in_dictionary(low), *one_slip(low, lookup.common()), *one_slip(low, here)}
    near.update(w for w in one_slip(low, lookup.terms()) if lookup.terms()[w] == "a")
    near.update(in_rare_list(low))
    if len(low) >= 6 and low.isascii():
        near.update(two_slips(low))
    return ranked(low, near, here)[:count]


def cost(typed: str, meant: str) -> float:
    """Return what it costs to type `typed` where `meant` was meant: about 2 for one slip."""
    earlier: list[float] = []
    row = [(0.6 + _AGAIN) * at for at in range(len(meant) + 1)]
    for i, a in enumerate(typed):
        current = [(2.3 + _AGAIN) * (i + 1)]
        for j, b in enumerate(meant):
            left_out = _AGAIN + (0.3 if meant[j - 1 : j] == b else 0.6)
            best = min(
                row[j + 1] + _AGAIN + _added(a, typed[i - 1 : i], b),
                current[j] + left_out,
                row[j] + _changed(a, b),
            )
            if i and j and a == meant[j - 1] and b == typed[i - 1] and a != b:
                best = min(best, earlier[j - 1] + _AGAIN + 0.75)
            current.append(best)
        earlier, row = row, current
    start = typed[:1] == meant[:1] or typed[:2] == meant[1::-1]
    return row[-1] + (0 if start else _OTHER_START)


def _added(letter: str, before: str, beside: str) -> float:
    if before == letter:
        return 0.9
    return 1.5 if _beside(letter, beside) or (before and _beside(letter, before)) else 2.3


def _changed(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if _beside(a, b):
        return _AGAIN + 1.5
    return _AGAIN + (1.6 if a in _VOWELS and b in _VOWELS else 2.4)


def _beside(a: str, b: str) -> bool:
    if a == b or a not in _KEYS or b not in _KEYS:
        return False
    (row_a, at_a), (row_b, at_b) = _KEYS[a], _KEYS[b]
    return abs(row_a - row_b) <= 1 and abs(at_a - at_b) <= 1.05


def certain(word: str, right: Sequence[str]) -> bool:
    """Return whether a word may be changed unasked: one cure, of the same letters in other order
    or number (managment, recieve), so that no rare word becomes a common one."""
    return len(right) == 1 and len(word) >= 5 and set(word.lower()) == set(right[0].lower())


def like(word: str, right: str) -> str:
    """Return the right word with the capitals of the wrong one."""
    if word.isupper() and len(word) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if word[0].isupper() else right
