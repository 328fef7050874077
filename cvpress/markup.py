"""Inline Markdown (LANGUAGE 1): `**bold**`, `*italic*`, `` `code` ``, `[text](url)`, `\\` escapes.

`parse` never fails: what is not well formed is literal text. Each run knows which letters of the
written text it was made from, so a finding in the letters for reading points at the file.

Where the language is silent the rules are CommonMark's. Only a single backtick makes code, so that
LaTeX's quotation marks stay what they are; a target has no spaces and balanced parentheses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from cvpress.emphasis import Stars, look, pair, stretches


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters of one style. `places[i]` is the offset of letter i in the written text.

    `url` is None where there is no link, or one whose target may not be printed (empty, `#…`, a
    scheme other than https, http, mailto, tel): then the label alone is printed.
    """

    text: str
    places: tuple[int, ...]
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str | None = None


class Link(NamedTuple):
    """A link as written: `[start, end)` from `[` to `)`, the letters of its label, its target."""

    start: int
    end: int
    label: str
    url: str


@dataclass(frozen=True)
class Marked:
    """A parsed text: its runs, its links, and the offsets of asterisks that found no partner."""

    runs: tuple[Run, ...]
    links: tuple[Link, ...]
    lone: tuple[int, ...]

    @cached_property
    def reading(self) -> str:
        """The letters for reading: those without mark-up."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def prose(self) -> str:
        """The letters for reading, each letter of code as U+FFFC: what rules of prose look at."""
        return "".join("\ufffc" * len(run.text) if run.code else run.text for run in self.runs)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """For each letter of `reading`, its offset in the written text."""
        return tuple(place for run in self.runs for place in run.places)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Turn a stretch of `reading` into one of the written text (both ends as offsets)."""
        places = self.places
        return places[start], places[end - 1] + 1


_SPECIAL = re.compile(r"[\\*`\[\]]")
_STARS = re.compile(r"\*+")
_TICKS = re.compile(r"`+")
_PARENTHESIS = re.compile(r"\\[()\\]|[()\s]")
_ESCAPED = re.compile(r"\\([\\*`\[\]()])")
_TARGET = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(text: str) -> Marked:
    """Parse a text of the language. Cached: checks and the view ask for the same texts."""
    if not _SPECIAL.search(text):
        return Marked((Run(text, tuple(range(len(text)))),) if text else (), (), ())
    scanner = _Scanner(text)
    at = 0
    while found := _SPECIAL.search(text, at):
        at = scanner.step(found.group(), found.start())
    return scanner.finish()


@dataclass(eq=False)
class _Scanner:
    """One pass over a text: what to hide, and the stretches `(start, end)` of each style."""

    text: str
    lone: list[int] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    italic: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, int, str]] = field(default_factory=list)
    stars: list[Stars] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)

    def step(self, sign: str, at: int) -> int:
        """Read what begins with a sign; return where to go on."""
        if sign == "\\":
            return self._escape(at)
        if sign == "`":
            return self._tick(at)
        if sign == "*":
            end = _STARS.match(self.text, at).end()  # type: ignore[union-attr]
            self.stars.append(look(self.text, at, end))
            return end
        if sign == "]":
            return self._close(at)
        self.brackets.append((at, len(self.stars)))
        return at + 1

    def _escape(self, at: int) -> int:
        if not _ESCAPED.match(self.text, at):
            return at + 1
        self.hidden.append((at, at + 1))
        return at + 2

    def _tick(self, at: int) -> int:
        end = _TICKS.match(self.text, at).end()  # type: ignore[union-attr]
        following = bisect_right(self._single_ticks, at)
        if end - at > 1 or following == len(self._single_ticks):
            return end
        close = self._single_ticks[following]
        inside = self.text[end:close]
        padding = inside[0] == inside[-1] == " " and bool(inside.strip(" "))
        self.hidden += [(at, end + padding), (close - padding, close + 1)]
        self.code.append((end, close))
        return close + 1

    @cached_property
    def _single_ticks(self) -> list[int]:
        found = _TICKS.finditer(self.text)
        return [ticks.start() for ticks in found if ticks.end() - ticks.start() == 1]

    def _close(self, at: int) -> int:
        opener, stars = self.brackets.pop() if self.brackets else (-1, 0)
        end = self._targets_end.get(at + 1)
        if opener < 0 or end is None:
            return at + 1
        self.pair(stars)
        self.brackets.clear()  # a link holds no links, so nothing around it is one
        self.hidden += [(opener, opener + 1), (at, end)]
        target = _ESCAPED.sub(r"\1", self.text[at + 2 : end - 1])
        self.links.append((opener, at, end, target))
        return end

    @cached_property
    def _targets_end(self) -> dict[int, int]:
        """For each `(`, where its partner ends: found in one pass, however many there are."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _PARENTHESIS.finditer(self.text):
            if found.group() == "(":
                opened.append(found.start())
            elif found.group() == ")" and opened:
                ends[opened.pop()] = found.end()
            elif found.group().isspace():
                opened.clear()
        return ends

    def pair(self, first: int) -> None:
        """Settle the asterisks from the `first` run on: they are a link's label, or all."""
        pairs, lone = pair(self.stars[first:])
        del self.stars[first:]
        self.lone += lone
        self.bold += stretches(pairs, 2)
        self.italic += stretches(pairs, 1)
        for one in pairs:
            self.hidden.append((one.opening, one.opening + one.size))
            self.hidden.append((one.closing, one.closing + one.size))

    def finish(self) -> Marked:
        """Pair what is left, and put the letters together that are of one style."""
        self.pair(0)
        size = len(self.text)
        shown = [not depth for depth in _depths(self.hidden, size)]
        styles = [_depths(stretch, size) for stretch in (self.bold, self.italic, self.code)]
        urls: list[str | None] = [None] * size
        links = []
        for start, close, end, target in self.links:
            if _TARGET.match(target):
                urls[start:close] = [target] * (close - start)
            label = "".join(self.text[at] for at in range(start, close) if shown[at])
            links.append(Link(start, end, label, target))
        letters = (at for at in range(size) if shown[at])
        grouped = groupby(letters, lambda at: (*(bool(style[at]) for style in styles), urls[at]))
        runs = tuple(self._run(tuple(places), *style) for style, places in grouped)
        return Marked(runs, tuple(links), tuple(sorted(self.lone)))

    def _run(
        self, places: tuple[int, ...], bold: bool, italic: bool, code: bool, url: str | None
    ) -> Run:
        return Run("".join(self.text[at] for at in places), places, bold, italic, code, url)


def _depths(stretches: list[tuple[int, int]], size: int) -> list[int]:
    """For each letter, in how many of the stretches it stands."""
    steps = [0] * (size + 1)
    for start, end in stretches:
        steps[start] += 1
        steps[end] -= 1
    return list(accumulate(steps[:size]))
