"""What the words beside an odd one tell of it: `Machine Tol` means a tool, `Tel Aviv` is right.

The table of pairs has words that are known to stand beside each other. An odd word that stands in
no such pair, where a word one slip away would, is most likely that word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cvpress.words import lookup
from cvpress.words.near import slips
from cvpress.words.suggest import ranked
from cvpress.words.text import Text, Token

_JOINED = frozenset((" ", "-", "–"))
_AND = frozenset((" and ", " & ", " or "))
_RARE = 5  # tens of the SCOWL size of a word that is odd
_SHORTEST = 3
_VARIANT = str.maketrans("z", "s")


def paired(text: Text, at: int) -> tuple[str, ...]:
    """Return what may be meant by an odd word, by the words beside it, best first; () where it may
    be right."""
    token = text.tokens[at]
    if not _odd(token) or token.word.isupper() or not text.reading.isascii():
        return ()
    before, after = _beside(text, at)
    low = token.lower
    if not (before or after) or agrees(low, before, after):
        return ()
    listed = lookup.level(token.word) is not None
    known = listed and len(low) > _SHORTEST
    found = ranked(low, (w for w in _fitting(low, before, after) if not (known and _rare(w))))
    if not known:
        return found
    return tuple(word for word in found if agrees(word, before, ()) and agrees(word, (), after))


def _fitting(low: str, before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """Yield the words one slip away that stand beside the neighbours, but for other forms of the
    word. Of a longer word's only common ones are tried before what comes after: all cost 8 ms."""
    near = slips(low)
    tried = near if len(low) <= _SHORTEST else near & lookup.common()
    fits = near & frozenset().union(*map(lookup.followers, before))
    for word in fits | {word for word in tried if agrees(word, (), after)}:
        if len(word) >= _SHORTEST and lookup.size(word) is not None and not _akin(low, word):
            yield word


def best(text: Text, at: int, words: Iterable[str]) -> tuple[str, ...]:
    """Return those of some words that are known to stand beside what the token stands beside."""
    before, after = _beside(text, at)
    return tuple(word for word in words if agrees(word.lower(), before, after))


def right(text: Text, at: int) -> bool:
    """Return whether the token is known to stand beside what it stands beside: Tel Aviv."""
    return agrees(text.tokens[at].lower, *_beside(text, at))


def agrees(word: str, before: Iterable[str], after: Iterable[str]) -> bool:
    """Return whether a word is known to stand after one of some words, or before one of others."""
    return any(word in lookup.followers(one) for one in before) or any(
        other.rstrip("&") in lookup.followers(word + "&" * other.endswith("&")) for other in after
    )


def _odd(token: Token) -> bool:
    return _rare(token.lower) and len(token.word) > 1


def _rare(word: str) -> bool:
    size = lookup.size(word)
    return size is None or size >= _RARE


def _akin(low: str, word: str) -> bool:
    """True for another number or spelling of the same word: formers, hybridisation."""
    return low.rstrip("s") == word.rstrip("s") or low == word.translate(_VARIANT)


def _beside(text: Text, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words before a token and those after it; with `&` those beyond an "and"."""
    return _neighbours(text, at, -1), _neighbours(text, at, 1)


def _neighbours(text: Text, at: int, step: int) -> tuple[str, ...]:
    found = []
    for far in (1, 2):
        other = at + far * step
        if not 0 <= other < len(text.tokens):
            break
        first, last = sorted((at, other))
        between = text.reading[text.tokens[first].end : text.tokens[last].start]
        if far == 1 and between.removeprefix("'s") in _JOINED:
            found.append(text.tokens[other].lower)
        elif between in _AND:
            found.append(text.tokens[other].lower + "&")
    return tuple(found)
