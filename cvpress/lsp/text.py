"""The text of an open file, and the positions by which an editor speaks of it.

An editor counts lines from 0 and, within a line, units of the encoding that it agreed on; we count
code points. Only LF, CRLF and CR end a line, for both. What lies outside of the text is its
nearest end: an editor may be a change ahead of us.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from cvpress.source.document import Span
from cvpress.source.folding import BREAK
from cvpress.source.lens import BOM

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def units(text: str, encoding: str) -> int:
    """Return how many units of an encoding (utf-8, utf-16, utf-32) a text takes."""
    codec, size = _CODECS[encoding]
    return len(text) if text.isascii() else len(text.encode(codec, "surrogatepass")) // size


@dataclass(frozen=True)
class Text:
    """A text and the encoding of its positions."""

    text: str
    encoding: str = "utf-16"

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line starts."""
        return (0, *(match.end() for match in BREAK.finditer(self.text)))

    def line(self, number: int) -> str:
        """Return a line, counted from 0, without its break."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end].rstrip("\r\n")

    def offset(self, position: types.Position) -> int:
        """Return the offset of an editor's position."""
        if position.line >= len(self.starts):
            return len(self.text)
        line = self.line(position.line)
        at = min(position.character, len(line))
        if not line.isascii():
            at = _reach(line, position.character, self.encoding)
        return self.starts[position.line] + at

    def position(self, offset: int) -> types.Position:
        """Return an offset as an editor's position."""
        line = bisect_right(self.starts, offset) - 1
        before = self.text[self.starts[line] : offset]
        return types.Position(line, units(before, self.encoding))

    def range(self, start: int, end: int) -> types.Range:
        """Return the stretch between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def stretch(self, span: Span | None) -> tuple[int, int]:
        """Return the offsets of a finding's place; what has none stands at the beginning."""
        if span is None:
            return 0, 0
        first = self._at(span.line, span.column)
        return first, max(first, self._at(span.end_line, span.end_column))

    def _at(self, line: int, column: int) -> int:
        if line > len(self.starts):
            return len(self.text)
        mark = line == 1 and self.text.startswith(BOM)  # counts no column of ours
        return min(self.starts[line - 1] + column - 1 + mark, len(self.text))

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent]) -> Text:
        """Return the text after an editor's changes, each made in what the last one left."""
        now = self
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = now.offset(change.range.start), now.offset(change.range.end)
                now = Text(now.text[:start] + change.text + now.text[end:], self.encoding)
            else:
                now = Text(change.text, self.encoding)
        return now


def _reach(line: str, most: int, encoding: str) -> int:
    """How many letters of a line fit into so many units; half a letter does not."""
    used = 0
    for at, letter in enumerate(line):
        used += units(letter, encoding)
        if used > most:
            return at
    return len(line)
