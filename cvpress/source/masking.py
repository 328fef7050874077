"""Letters that YAML would trip over, hidden from it and put back: one letter for one letter.

libyaml refuses control characters and takes U+0085, U+2028 and U+2029 for line breaks. Both would
hide what else there is to say about a CV, so while it reads they are stood in for by letters that
the file does not use; the length, and so every place, stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_STAND_INS = range(0x100000, 0x10FFFE)  # the last private plane: no font, no text uses it


class Mask:
    """What stands in for what, in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._letters = list(text)
        self._used = set(text)
        self._free: Iterator[int] = iter(_STAND_INS)
        self._stand_ins: dict[str, str] = {}
        self._restore: dict[int, str] = {}
        for match in _HIDDEN.finditer(text):
            self.hide(match.start())

    def hide(self, at: int) -> None:
        """Let the letter at this offset pass as an ordinary one."""
        letter = self.text[at]
        if letter not in self._stand_ins:
            stand_in = next(s for code in self._free if (s := chr(code)) not in self._used)
            self._stand_ins[letter] = stand_in
            self._restore[ord(stand_in)] = letter
        self._letters[at] = self._stand_ins[letter]

    def masked(self) -> str:
        """Return the text as YAML is to see it."""
        return "".join(self._letters) if self._restore else self.text

    def restore(self, text: str) -> str:
        """Put the letters back into a value that YAML has read."""
        return text.translate(self._restore) if self._restore else text
