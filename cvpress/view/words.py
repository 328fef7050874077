"""The small parts of a view: letters of one style, texts, pieces of a line, lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


class Outline(str):
    """A text that the PDF says of itself (title, author, bookmarks): letters, no style."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters of one style; `url` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One printed text and the path of the value it came from."""

    runs: tuple[Run, ...]
    path: str = ""

    @property
    def plain(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def outline(self) -> Outline:
        """The letters as a bookmark of the PDF."""
        return Outline(self.plain)


def said(text: str) -> Words:
    """Return words that the tool itself prints: they have no path."""
    return Words((Run(text),))


BAR = " | "


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a line. `role` names its look (head, title, date, label …: a theme's macro);

    `before` is the separator that parts it from the piece before it (", ", " | ", " (" or "").
    `after` closes what `before` opened (")" or ""). `bar`: `before` is a " | ", which a theme may
    draw in its own way, and should not print at the end or start of a line.
    """

    role: str
    words: Words
    before: str = ""
    after: str = ""

    @property
    def bar(self) -> bool:
        """True where the separator is a bar."""
        return self.before == BAR


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an entry: pieces at the left, pieces at the right margin. Either may be ()."""

    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    role: str = "line"

    def words(self) -> Iterator[Words]:
        """Yield its texts, the left side first."""
        return (part.words for part in (*self.left, *self.right))
