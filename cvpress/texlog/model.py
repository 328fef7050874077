"""What TeX said, or could not print, as facts; the rules of this folder judge them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from cvpress.engines.faults import Fault
from cvpress.source.document import Document
from cvpress.view.words import Words

Lacks = Literal["", "program", "fonts"]
Kind = Literal["error", "overfull"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a log. `line`: of the body, from 1; 0 where it is of another file.

    `box`: the letters of the line that is too long; `over`: by how many millimetres; `fault`: what
    is known of an error.
    """

    kind: Kind
    line: int
    box: str = ""
    over: float = 0.0
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The offsets [start, end) of a file of the theme."""

    file: Document
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A printed text with characters that the engine can't set: all of them, each once."""

    words: Words
    characters: str


@dataclass(frozen=True, slots=True)
class Pressing:
    """One run of TeX, or what is known before it.

    `words`: the printed texts in their order. `entry_at`: the path of the entry to which a line of
    the body belongs. `blame`: where in a user's theme a message begins. `source`: the text of the
    scalar at a path, "" where there is none.
    `engine`: which engine it is; `able`: one that could print it all, "" where none is known;
    `font`: one in which this engine could; `wanting`: packages of Debian with which one could, and
    `tectonic`: what Tectonic lacks for it, "" where it can't run on this system.
    `pictures`: the path of each picture of the CV, by the name of its file.
    """

    words: tuple[Words, ...]
    source: Callable[[str], str]
    entry_at: Callable[[int], str] = lambda _: ""
    blame: Callable[[Message], Place | None] = lambda _: None
    messages: tuple[Message, ...] = ()
    unprintable: tuple[Unprintable, ...] = ()
    engine: str = ""
    able: str = ""
    font: str = ""
    wanting: tuple[str, ...] = ()
    tectonic: Lacks = ""
    pictures: Mapping[str, str] = field(default_factory=dict)

    def under(self, path: str) -> Iterator[Words]:
        """Yield the printed texts that come from a path or from below it."""
        for words in self.words:
            if path and (words.path == path or words.path.startswith(f"{path}/")):
                yield words
