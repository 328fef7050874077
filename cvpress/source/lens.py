"""What YAML is shown in place of the file where it would trip, and the way back to the file.

libyaml refuses control characters, takes U+0085, U+2028 and U+2029 for line breaks, and stops at
the first slip; all this would hide what else there is to say about a CV. So a letter may be
*hidden* (a letter that the file does not use stands in for it and is put back in the values read),
or other signs may be *put* in its place. The file's own offsets stay the only ones: `place` leads
back to them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

BOM = "\ufeff"
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_STAND_INS = range(0x100000, 0x10FFFE)  # the last private plane: no font, no text uses it


class Lens:
    """One text, as YAML is to see it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._changed: dict[int, str] = {}
        self._restore: dict[int, str] = {}
        self._stand_ins: dict[str, str] = {}
        self._free: Iterator[int] = iter(_STAND_INS)
        self._points: list[int] = []  # where in the text shown a stretch of another length begins
        self._jumps: list[tuple[int, int]] = []  # its length, its offset in the file
        if text.startswith(BOM):
            self._changed[0] = ""
        for match in _HIDDEN.finditer(text, len(BOM) if text.startswith(BOM) else 0):
            self.hide(match.start())

    def hide(self, at: int) -> None:
        """Let the letter at this offset pass as an ordinary one."""
        letter = self.text[at]
        if letter not in self._stand_ins:
            stand_in = next(s for code in self._free if (s := chr(code)) not in self.text)
            self._stand_ins[letter] = stand_in
            self._restore[ord(stand_in)] = letter
        self._changed[at] = self._stand_ins[letter]

    def put(self, at: int, signs: str) -> None:
        """Show these signs in place of the letter at this offset (at the end: after the text)."""
        self._changed[at] = signs

    def insert(self, at: int, signs: str) -> None:
        """Show these signs before the letter at this offset."""
        self._changed[at] = signs + self._changed.get(at, self.text[at : at + 1])

    def shown(self) -> str:
        """Return the text as YAML is to see it; `place` then counts in it."""
        if not self._changed:
            return self.text
        parts: list[str] = []
        self._points, self._jumps = [], []
        length = since = 0
        for at in sorted(self._changed):
            signs = self._changed[at]
            parts += (self.text[since:at], signs)
            length += at - since
            if len(signs) != 1:
                self._points.append(length)
                self._jumps.append((len(signs), at))
            length += len(signs)
            since = at + 1
        parts.append(self.text[since:])
        return "".join(parts)

    def place(self, index: int) -> int:
        """Return the offset in the file of what stands at this index of the text shown."""
        if not self._points:
            return index
        nearest = bisect_right(self._points, index) - 1
        if nearest < 0:
            return index
        (length, at), beyond = self._jumps[nearest], index - self._points[nearest]
        return at if beyond < length else min(at + 1 + beyond - length, len(self.text))

    def restore(self, text: str) -> str:
        """Put the hidden letters back into a value that YAML has read."""
        return text.translate(self._restore) if self._restore else text
