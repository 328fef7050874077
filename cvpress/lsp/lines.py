"""Reads the lines above the cursor: which maps and lists are open where it is.

Indentation, dashes and keys say it; nothing is parsed. What is broken further up does not matter,
since a line that is indented less closes all that is indented more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cvpress.lsp.flow import Flow
from cvpress.lsp.place import Place, Steps

_DASH = re.compile(r"-(?:[ \t]+|$)")
KEY = re.compile(r"""("(?:[^"\\]|\\.)*"[ \t]*|'(?:[^']|'')*'[ \t]*|\w[^:#\[\]{},]*):(?:[ \t]+|$)""")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_ENDS = {'"': re.compile(r'(?<!\\)"'), "'": re.compile("'")}


@dataclass(slots=True)
class _Level:
    """A map or list that one is in: its column, and the key or index that one is at."""

    column: int
    map: bool
    step: str | int
    keys: set[str] = field(default_factory=set)


class Lines:
    """Reads the lines of a file from the first to the one that the cursor is on."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.column = 0  # where the key begins, or may
        # What may go on in lines that are indented more than `base`: brackets, a quote, a text.
        self.flow: Flow | None = None
        self.quote = ""
        self.text = False
        self.base = 0

    @property
    def steps(self) -> Steps:
        """The keys and items that lead to where the reading stands."""
        return tuple(level.step for level in self.levels)

    def read(self, line: str) -> None:
        """Read a whole line above the cursor."""
        at = len(line) - len(line.lstrip(" \t"))
        if at == len(line) or self._goes_on(line, at) or line[at] == "#":
            return
        at, key = self._begin(line, at)
        self._content(line, key.end() if key else at)

    def stop(self, line: str) -> Place | None:
        """Read the line of the cursor up to it; return what may come there."""
        at = first = len(line) - len(line.lstrip(" \t"))
        if self._goes_on(line, at):
            return self._in_flow(line) if self.flow else None
        at, key = self._begin(line, at)
        start = at if key is None else key.end()
        self._content(line, start)
        prefix = line[start:]
        if self.flow:
            return self._in_flow(line)
        if self.quote or prefix[:1] in ("|", ">", '"', "'") or _COMMENT.search(prefix):
            return None
        if key is None and at == first:
            return self._alone(at, prefix)
        space = not prefix and line[-1:] in ("-", ":")
        return Place(self.steps, prefix, key=key is None, value=True, space=space)

    def _goes_on(self, line: str, at: int) -> bool:
        """Whether a line belongs to brackets, a quote or a text that began above it."""
        if (self.flow or self.quote or self.text) and at > self.base:
            if self.flow:
                self.flow.feed(line)
                self._closed()
            elif self.quote and _ENDS[self.quote].search(line):
                self.quote, self.text = "", True
            return True
        self.flow, self.quote, self.text = None, "", False
        return False

    def _closed(self) -> None:
        """After the last bracket nothing but the end of the value can come."""
        if self.flow and not self.flow.levels:
            self.flow, self.text = None, True

    def _begin(self, line: str, at: int) -> tuple[int, re.Match[str] | None]:
        """Read the dashes that a line begins with, and its key. Return where that begins."""
        while self.levels and self.levels[-1].column > at:
            self.levels.pop()
        self.base = at
        while dash := _DASH.match(line, at):
            self._item(at)
            self.base, at = at, dash.end()
        self.column = at
        key = KEY.match(line, at)
        if key:
            self._keyed(at, name(key))
            self.base = at
        return at, key

    def _item(self, column: int) -> None:
        """Take a dash: the next item of the list of this column, or the first of a new one."""
        last = self.levels[-1] if self.levels else None
        if last and not last.map and last.column == column:
            last.step = int(last.step) + 1
        else:
            self.levels.append(_Level(column, map=False, step=0))

    def _keyed(self, column: int, name: str) -> None:
        """Take a key. At the column of a list's dashes it goes on with the map around the list."""
        if [(one.column, one.map) for one in self.levels[-2:]] == [(column, True), (column, False)]:
            self.levels.pop()
        last = self.levels[-1] if self.levels else None
        if not (last and last.map and last.column == column):
            last = _Level(column, map=True, step=name)
            self.levels.append(last)
        last.step = name
        last.keys.add(name)

    def _content(self, line: str, at: int) -> None:
        """Look at what stands after dashes and key: may it go on in the lines below?"""
        rest = line[at:]
        if rest[:1] in ("{", "["):
            self.flow = Flow()
            self.flow.feed(line, at)
            self._closed()
        elif rest[:1] in ('"', "'"):
            open = not _ENDS[rest[0]].search(rest, 1)
            self.quote, self.text = (rest[0], False) if open else ("", True)
        else:
            self.text = bool(rest) and not rest.startswith("#")

    def _alone(self, column: int, prefix: str) -> Place:
        """The place on a line that has neither dash nor key."""
        steps = self.steps
        if not self.levels:
            return Place((), prefix, key=True)
        last, around = self.levels[-1], self.levels[-2] if len(self.levels) > 1 else None
        if last.map and last.column == column:
            return Place(steps[:-1], prefix, key=True, taken=frozenset(last.keys))
        if last.column < column:
            return Place(steps, prefix, key=True, value=True, fresh=last.map)
        if around and around.map and around.column == column:
            return Place(steps[:-2], prefix, key=True, taken=frozenset(around.keys))
        return Place(steps[:-1], prefix, key=True, value=True, fresh=True)

    def _in_flow(self, line: str) -> Place | None:
        """The place within brackets."""
        assert self.flow is not None
        level = self.flow.levels[-1]
        steps = (*self.steps, *(one.step for one in self.flow.levels))
        prefix = "" if self.flow.start is None else line[self.flow.start :]
        if self.flow.comment or prefix[:1] in ('"', "'"):
            return None
        if level.map and not level.valued:
            return Place(steps[:-1], prefix, key=True, taken=frozenset(level.keys), flow=True)
        space = not prefix and line[-1:] == ":"
        return Place(steps, prefix, value=True, space=space, flow=True)

    def keys_beside(self, rest: str) -> frozenset[str]:
        """Return the keys of the brackets' map, with those on the rest of the cursor's line."""
        assert self.flow is not None
        level = self.flow.levels[-1]
        self.flow.feed(_TAIL.sub("", rest, count=1))
        return frozenset(level.keys)


def name(key: re.Match[str]) -> str:
    """Return what a key says, without its quotes."""
    return key[1].rstrip().strip("\"'")


_TAIL = re.compile(r"[\w-]*[ \t]*:?")
