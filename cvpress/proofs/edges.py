"""The right edge that the lines of a page share."""

from __future__ import annotations

from cvpress.printed.model import Printed

WIDTH = 0.5  # points within which ends of lines are one edge; what is flush right differs by 0.3
LEAST_LINES, LEAST_SHARE = 4, 0.1
MOST_OVER, MOST_SHARE_OVER = 2, 0.05


def shared_edge(
    printed: Printed, over: float, without: frozenset[int] = frozenset()
) -> float | None:
    """Return the rightmost edge that enough lines share and few reach beyond; None: no such one.

    Words of one line have one bottom, so a line is told by it; `over` is how far beyond counts. An
    edge in the left half is none: short lines of one length end there. `without`: words left out.
    """
    ends: dict[tuple[int, int], float] = {}
    for index, word in enumerate(printed.words):
        if index in without:
            continue
        line = word.page, round(word.box.bottom)
        ends[line] = max(ends.get(line, 0.0), word.box.right)
    rights = sorted(ends.values(), reverse=True)
    least = max(LEAST_LINES, LEAST_SHARE * len(rights))
    most = max(MOST_OVER, MOST_SHARE_OVER * len(rights))
    for right in rights:
        if sum(right - WIDTH <= other <= right for other in rights) >= least:
            beyond = sum(other > right + over for other in rights)
            return right if beyond <= most and right > printed.pages[0].width / 2 else None
    return None
