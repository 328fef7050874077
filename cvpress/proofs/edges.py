"""The right edge that the dates and places of a page share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cvpress.printed.model import Printed
from cvpress.view.body import Entry
from cvpress.view.model import View

WIDTH = 0.5  # points within which ends of lines are one edge; what is flush right differs by 0.3
LEAST_LINES, LEAST_SHARE = 4, 0.1
MOST_OVER, MOST_SHARE_OVER = 2, 0.05


def flush(view: View, paths: Mapping[int, str]) -> frozenset[int]:
    """Return the words that the view puts at the right margin; `paths`: what each word shows."""
    sections = (*view.aside, *view.sections)
    every = [*sections, *(part for section in sections for part in section.sections)]
    at_right = {path for section in every for entry in section.entries for path in _rights(entry)}
    return frozenset(index for index, path in paths.items() if path and path in at_right)


def _rights(entry: Entry) -> Iterator[str]:
    for each in (entry, *entry.roles):
        for line in (*each.lines, *each.closing):
            yield from (part.words.path for part in line.right)


def shared_edge(
    printed: Printed, over: float, flush: frozenset[int], without: frozenset[int] = frozenset()
) -> float | None:
    """Return the rightmost edge that enough flush words share and few lines reach beyond.

    Words of one line have one bottom, so a line is told by it; `over` is how far beyond counts.
    `flush`: what is set at the right margin: lines of text end alike by chance. `without`: words
    left out. None where there is no such edge; one in the left half is none.
    """
    ends: dict[tuple[int, int], tuple[float, bool]] = {}
    for index, word in enumerate(printed.words):
        if index in without:
            continue
        line = word.page, round(word.box.bottom)
        ends[line] = max(ends.get(line, (0.0, False)), (word.box.right, index in flush))
    rights = sorted((right for right, at_edge in ends.values() if at_edge), reverse=True)
    least = max(LEAST_LINES, LEAST_SHARE * len(ends))
    most = max(MOST_OVER, MOST_SHARE_OVER * len(ends))
    for right in rights:
        if sum(right - WIDTH <= other <= right for other in rights) >= least:
            beyond = sum(other > right + over for other, _ in ends.values())
            return right if beyond <= most and right > printed.pages[0].width / 2 else None
    return None
