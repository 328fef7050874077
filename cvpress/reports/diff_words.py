"""The sentences of a comparison, which its reports share: how much differs, and where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cvpress.comparing.model import Change, Compared

HEAD = "the head"  # what stands above the first section
LONG = 80  # words of one text that are shown


def summary(compared: Compared) -> str:
    """Return in one sentence how much differs."""
    old, new = compared.names
    counts = compared.counts
    if compared.same:
        return f"{old} → {new}: no difference."
    words = f"{_many(counts.added)} added, {counts.lost} lost, {counts.moved} moved"
    return f"{old} → {new}: {words}; {_pages(*compared.pages)}."


def _many(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"


def _pages(old: int, new: int) -> str:
    pages = f"{new} page{'' if new == 1 else 's'}"
    return f"{pages} as before" if old == new else f"{pages}, before {old}"


def sections(compared: Compared) -> Iterator[tuple[str, list[Change]]]:
    """Yield the sections that differ, in the order of the new page, each with its changes."""
    for section, changes in groupby(compared.changes, key=lambda change: change.section):
        yield section or HEAD, list(changes)


def where(change: Change) -> str:
    """Return, of words that moved, from where and to where."""
    origin = change.source or HEAD
    came = "" if change.source == change.section else f" from {origin}"
    after = f", now after “{change.before}”" if change.before else ", now first"
    return f"{came}{after}"


def cut(text: str) -> str:
    """Return a text of at most LONG words; what is left out is counted."""
    words = text.split()
    if len(words) <= LONG:
        return text
    return f"{' '.join(words[:LONG])} … ({len(words) - LONG} more words)"
