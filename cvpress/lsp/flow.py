"""Where one is within `{ }` and `[ ]`: what is open at the cursor, whole or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<quoted>"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^']|'')*(?:'|$))|(?P<sign>[\[\]{},])"""
    r"""|(?P<colon>:(?=[\s,\[\]{}]|$))|(?P<comment>(?<=\s)\#.*)|(?P<blank>\s+)|(?P<word>[^\s\[\]{},:]+|:)"""
)


@dataclass
class Level:
    """A bracket that is open. `step` is the key or the index that one is at."""

    map: bool
    step: str | int
    keys: set[str] = field(default_factory=set)
    valued: bool = False


@dataclass
class Flow:
    """What is open, and where on the line that is read what one is writing begins."""

    levels: list[Level] = field(default_factory=list)
    start: int | None = None
    comment: bool = False
    _word: str = ""

    def feed(self, line: str, at: int = 0) -> None:
        """Read a line, or the rest of one, up to the end of the outermost bracket."""
        self.start, self.comment = None, False
        for token in _TOKEN.finditer(line, at):
            kind, text = str(token.lastgroup), token[0]
            if kind == "sign":
                self._sign(text)
                if not self.levels:
                    return
            elif kind == "colon" and self.levels[-1].map and not self.levels[-1].valued:
                self._key()
            elif kind == "comment":
                self.comment = True
            elif kind == "blank":
                self._word += " " if self._word else ""
            else:
                self.start = token.start() if self.start is None else self.start
                self._word += text

    def _sign(self, sign: str) -> None:
        if sign in "{[":
            self.levels.append(Level(sign == "{", "" if sign == "{" else 0))
        elif sign in "}]":
            self.levels.pop()
        else:
            level = self.levels[-1]
            level.step = "" if isinstance(level.step, str) else level.step + 1
            level.valued = False
        self._word, self.start = "", None

    def _key(self) -> None:
        level = self.levels[-1]
        level.step = self._word.strip().strip("\"'")
        level.keys.add(level.step)
        level.valued, self._word, self.start = True, "", None
