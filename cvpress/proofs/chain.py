"""The heaviest chain: of texts found on a page, those that come in the order they should."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]


def chain(places: Sequence[Sequence[Place]], weights: Sequence[int], size: int) -> dict[int, Place]:
    """Choose one place for as many texts as can keep their order, the longest texts first.

    `places[i]` are the places [start, end) of text i among `size` tokens, `weights[i]` is what it
    counts. Returns the place of each chosen text. The sum of weights is the greatest there is;
    O(n log size) for n places, by a Fenwick tree of the best chain that ends before a token.
    """
    best = [(0, -1)] * (size + 2)  # (weight, node)
    nodes: list[tuple[int, Place, int]] = []  # (text, place, node before it)
    for text, each in enumerate(places):
        found = []
        for place in each:
            weight, before = _before(best, place[0])
            nodes.append((text, place, before))
            found.append((place[1], (weight + weights[text], len(nodes) - 1)))
        for end, entry in found:  # only now, so that no text stands twice in one chain
            _enter(best, end, entry)
    chosen: dict[int, Place] = {}
    node = _before(best, size)[1]
    while node >= 0:
        text, place, node = nodes[node]
        chosen[text] = place
    return chosen


def _before(best: list[tuple[int, int]], token: int) -> tuple[int, int]:
    """Return the heaviest chain that ends at or before a token; of equal ones the first entered."""
    found, at = (0, -1), token + 1
    while at > 0:
        if best[at][0] > found[0]:
            found = best[at]
        at -= at & -at
    return found


def _enter(best: list[tuple[int, int]], token: int, entry: tuple[int, int]) -> None:
    at = token + 1
    while at < len(best):
        if entry[0] > best[at][0]:
            best[at] = entry
        at += at & -at
