"""Spaces between words: TeX leaves gaps, a reader of the structure wants signs.

A space is set in a font of its own that has nothing else, and its width is taken back at once, so
no letter moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pikepdf import Array, Name, String

from cvpress.tagged.draft import Draft, Instruction, instruction
from cvpress.tagged.fonts import SPACE, SPACE_WIDTH
from cvpress.tagged.model import Block, Part
from cvpress.tagged.pen import GAP, Pen
from cvpress.tagged.story import Story
from cvpress.tagged.unicode import backwards, unspaced


@dataclass(slots=True)
class _Shown:
    """Text that was shown: the slot behind it, whose it is, where it ended, how it was set."""

    slot: int
    block: Block | None
    end: tuple[float, float]
    height: float
    space: list[Instruction]
    letter: str  # its last one, "" where it is Latin


class Spacing:
    """Copies the text of a page and puts spaces where a gap or a new line parts words."""

    def __init__(self, draft: Draft, pen: Pen, story: Story, page: int) -> None:
        self._draft = draft
        self._pen = pen
        self._story = story
        self._page = page
        self._before: _Shown | None = None
        self._spaces: dict[tuple[Any, ...], list[Instruction]] = {}

    def show(self, operator: str, operands: Any) -> None:
        """Copy a string, or an array of strings and shifts."""
        pen, given = self._pen, operands[0]
        size, begun, letters = pen.size / 1000, False, ""
        row: list[Any] = []
        for item in given if operator == "TJ" else (given,):
            if isinstance(item, String):
                start = None if begun else pen.at()
                letters = pen.show(bytes(item))
                self._story.backwards |= backwards(letters)
                if start:
                    self._begin(start, letters[:1])
                    begun = True
            else:
                pen.move(-float(item) * size)
                if begun and -item > GAP * 1000:
                    self._draft.add("TJ", Array(row))
                    self._draft.put(*self._space())
                    row = []
            row.append(item)
        self._draft.add("TJ", Array(row))
        if begun:
            self._end(letters[-1:])

    def _end(self, letter: str) -> None:
        """Keep what was shown, up to its last letter, for the gap before what follows."""
        pen, slot = self._pen, self._draft.slot()
        block, space = self._story.block, self._space()
        self._before = _Shown(slot, block, pen.at(), pen.height(), space, letter)

    def forget(self) -> None:
        """Take what was shown for parted from what follows."""
        self._before = None

    def rest(self) -> None:
        """End the page: a paragraph that goes on is parted from its next line."""
        before = self._before
        if before and before.block is self._story.block:
            self._draft.fill(before.slot, *before.space)

    def _begin(self, start: tuple[float, float], letter: str) -> None:
        """Look at the gap before a string that begins an array."""
        x, y = start
        part, before = self._story.part, self._before
        if isinstance(part, Part):
            part.starts.append((self._page, (x, y)))
        if not before or before.block is not self._story.block:
            return
        across, up = x - before.end[0], y - before.end[1]
        new_line = abs(up) > before.height / 2
        if new_line and (unspaced(before.letter) or unspaced(letter)):
            return
        if new_line or across > GAP * before.height:
            self._draft.fill(before.slot, *before.space)

    def _space(self) -> list[Instruction]:
        pen = self._pen
        key = (str(pen.font), pen.size, pen.apart)
        if key not in self._spaces:
            self._spaces[key] = self._made() if pen.size else []
        return self._spaces[key]

    def _made(self) -> list[Instruction]:
        pen = self._pen
        back = SPACE_WIDTH + Decimal(round(pen.apart / pen.size * 1000, 3))
        return [
            instruction("Tf", Name(SPACE), pen.written),
            instruction("TJ", Array([String(" "), back])),
            instruction("Tf", pen.font, pen.written),
        ]
