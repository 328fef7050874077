"""What differs besides the words: pages, page breaks, links, fonts, what the PDF says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cvpress.comparing.model import Fact
from cvpress.comparing.side import Side
from cvpress.printed.glyphs import base
from cvpress.proofs.hunks import Hunk

SPOKEN = ("Title", "Author", "Subject", "Keywords", "Language")  # the rest is the tool's own
HEAD = 8  # words of a line that name it
POINT = 0.5  # of a page's size
Pair = tuple[int, int]


def facts(old: Side, new: Side, hunks: Sequence[Hunk]) -> Iterator[Fact]:
    """Yield every difference of layout, given where the tokens differ."""
    yield from _pages(old, new)
    yield from _shifted(old, new, hunks)
    yield from _links(old, new)
    yield from _fonts(old, new)
    before, after = old.printed.metadata, new.printed.metadata
    for field in SPOKEN:
        if before.get(field, "") != after.get(field, ""):
            told = f"“{before.get(field, '')}” → “{after.get(field, '')}”"
            yield Fact("metadata", f"The PDF's {field.lower()}: {told}.")


def _pages(old: Side, new: Side) -> Iterator[Fact]:
    before, after = old.printed.pages, new.printed.pages
    if len(before) != len(after):
        yield Fact("pages", f"{_count(len(before), 'page')} → {_count(len(after), 'page')}.")
    for one, other in zip(before, after, strict=False):
        sizes = (one.width, other.width), (one.height, other.height)
        if any(abs(a - b) > POINT for a, b in sizes):
            was, now = (f"{page.width:.0f} × {page.height:.0f} pt" for page in (one, other))
            yield Fact("page-size", f"Page {one.number} is {now} large; it was {was}.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _shifted(old: Side, new: Side, hunks: Sequence[Hunk]) -> Iterator[Fact]:
    """Yield what stands on another page than before, by section."""

    def where(pair: Pair) -> tuple[str, int, int]:
        one, other = old.printed.words[pair[0]], new.printed.words[pair[1]]
        return new.section(pair[1]), one.page, other.page

    for (section, was, now), group in groupby(_kept(old, new, hunks), where):
        if was == now:
            continue
        numbers = [number for _, number in group]
        lines = len({new.printed.words[number].box.bottom for number in numbers})
        first, last = new.line(numbers[0])
        named = new.text(first, min(last, first + HEAD))
        told = f"{section}: {_count(lines, 'line')} from “{named}” on"
        verb = "stands" if lines == 1 else "stand"
        yield Fact("moved-page", f"{told} {verb} on page {now}, no longer on page {was}.")


def _kept(old: Side, new: Side, hunks: Sequence[Hunk]) -> Iterator[Pair]:
    """Yield the pairs of words, old and new, that are alike, each once."""
    sizes = len(old.stream.tokens), len(new.stream.tokens)
    ends = [Hunk(0, 0, 0, 0), *hunks, Hunk(sizes[0], sizes[0], sizes[1], sizes[1])]
    last: Pair | None = None
    for one, other in pairwise(ends):
        alike = zip(range(one.last, other.first), range(one.end, other.start), strict=False)
        for before, after in alike:
            pair = old.stream.words[before], new.stream.words[after]
            if pair != last:
                yield pair
            last = pair


def _links(old: Side, new: Side) -> Iterator[Fact]:
    """Yield links that came or went; how often a target is linked is no difference."""
    before, after = ({link.url: link.page for link in side.printed.links} for side in (old, new))
    for url, page in before.items():
        if url not in after:
            yield Fact("link-lost", f"A link is gone from page {page}: {url}")
    for url, page in after.items():
        if url not in before:
            yield Fact("link-added", f"A link is new on page {page}: {url}")


def _fonts(old: Side, new: Side) -> Iterator[Fact]:
    before, after = (
        {base(font.name) or "without a name" for font in side.printed.fonts} for side in (old, new)
    )
    for name in sorted(before - after):
        yield Fact("font-lost", f"The font {name} is no longer used.")
    for name in sorted(after - before):
        yield Fact("font-added", f"The font {name} is new.")
