"""Comparing: two PDFs, of ours or from elsewhere, and what a reader sees differ in them.

How a revision of a CV becomes a PDF, and how a PDF is read, is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.comparing import layout, words
from cvpress.comparing.model import Change, Compared, Counts, Kind, Mark
from cvpress.comparing.moves import Move
from cvpress.comparing.side import Side, side
from cvpress.comparing.words import Differences
from cvpress.errors import UsageError
from cvpress.printed.model import Box, Printed
from cvpress.proofs.hunks import Hunk

MOST_WORDS = 100_000
CONTEXT = 4  # words on either side
SPACE = 7.0  # points between words of one place


def compare(old: Printed, new: Printed, names: tuple[str, str]) -> Compared:
    """Compare what was read from two PDFs, which a report calls by these names.

    Raises UsageError for a PDF of more words than any CV has.
    """
    for facts, name in zip((old, new), names, strict=True):
        if len(facts.words) > MOST_WORDS:
            message = f"{name} has {len(facts.words)} words; {MOST_WORDS} are the most."
            raise UsageError(message, "A CV of a hundred pages has half as many.")
    before, after = side(old), side(new)
    hunks = words.tokens_changed(before, after)
    found = words.differences(before, after, hunks)
    changes = tuple(_changes(before, after, found))
    return Compared(
        names,
        (len(before.printed.pages), len(after.printed.pages)),
        _counts(found),
        changes,
        tuple(layout.facts(before, after, hunks)),
        (tuple(_marks(before, found, 0)), tuple(_marks(after, found, 1))),
        frozenset(_alike(before, after)),
    )


def _alike(old: Side, new: Side) -> Iterator[int]:
    """Yield the pages that have the same words in both PDFs."""
    texts: tuple[dict[int, list[str]], dict[int, list[str]]] = {}, {}
    for pages, each in zip(texts, (old, new), strict=True):
        for word in each.printed.words:
            pages.setdefault(word.page, []).append(word.text)
    for page in min(old.printed.pages, new.printed.pages, key=len):
        if texts[0].get(page.number) == texts[1].get(page.number):
            yield page.number


def _counts(found: Differences) -> Counts:
    return Counts(
        added=sum(hunk.end - hunk.start for hunk in found.hunks),
        lost=sum(hunk.last - hunk.first for hunk in found.hunks),
        moved=sum(move.end - move.start for move in found.moves),
    )


def _changes(old: Side, new: Side, found: Differences) -> Iterator[Change]:
    """Yield the changes in the order of the new PDF; what is lost stands where it stood."""
    told = [(hunk.start, hunk.first, _change(old, new, hunk)) for hunk in found.hunks]
    told += [(move.start, move.first, _moved(old, new, move)) for move in found.moves]
    yield from (change for _, _, change in sorted(told, key=lambda one: one[:2]))


def _change(old: Side, new: Side, hunk: Hunk) -> Change:
    first, last, start, end = hunk
    kind = _kind(hunk)
    shown, low, high = (old, first, last) if kind == "lost" else (new, start, end)
    left, right = shown.line(low)[0], shown.line(high - 1)[1]
    return Change(
        kind,
        shown.section(low),
        old=old.text(first, last),
        new=new.text(start, end),
        before=shown.text(max(left, low - CONTEXT), low),
        after=shown.text(high, min(right, high + CONTEXT)),
        pages=(_page(old, first, last), _page(new, start, end)),
    )


def _kind(hunk: Hunk) -> Kind:
    if hunk.first == hunk.last:
        return "added"
    return "lost" if hunk.start == hunk.end else "changed"


def _moved(old: Side, new: Side, move: Move) -> Change:
    text = new.text(move.start, move.end)
    pages = _page(old, move.first, move.last), _page(new, move.start, move.end)
    return Change(
        "moved",
        new.section(move.start),
        text,
        text,
        before=new.text(max(0, move.start - CONTEXT), move.start),
        source=old.section(move.first),
        pages=pages,
    )


def _page(side: Side, first: int, last: int) -> int:
    return side.printed.words[first].page if first < last else 0


def _marks(side: Side, found: Differences, which: int) -> Iterator[Mark]:
    """Yield the places of what differs: on the old PDF (0) or on the new one (1)."""
    for hunk in found.hunks:
        kind: Kind = "lost" if which == 0 else "added"
        yield from _boxes(side, kind, *hunk[2 * which : 2 * which + 2])
    for move in found.moves:
        yield from _boxes(side, "moved", *move[2 * which : 2 * which + 2])


def _boxes(side: Side, kind: Kind, first: int, last: int) -> Iterator[Mark]:
    """Yield a place for each word, or for words that stand side by side."""
    found: Mark | None = None
    for word in side.printed.words[first:last]:
        box = word.box
        if found and found.page == word.page and _touch(found.box, box):
            box = Box(found.box.left, min(found.box.bottom, box.bottom), box.right, box.top)
        elif found:
            yield found
        found = Mark(word.page, box, kind)
    if found:
        yield found


def _touch(one: Box, other: Box) -> bool:
    return abs(one.bottom - other.bottom) < 1 and -1 < other.left - one.right < SPACE
