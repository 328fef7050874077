"""A content stream while it is written: instructions in a row, and slots that are filled later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import ContentStreamInstruction, Operator

Instruction = Any  # pikepdf's two kinds, inline images being the other


def instruction(operator: str, *operands: Any) -> Instruction:
    """Return an instruction."""
    return ContentStreamInstruction(operands, Operator(operator))


class Draft:
    """What a page will hold."""

    def __init__(self) -> None:
        self._rows: list[list[Instruction]] = []

    def put(self, *instructions: Instruction) -> None:
        """Add instructions."""
        self._rows.append([*instructions])

    def add(self, operator: str, *operands: Any) -> None:
        """Add an instruction."""
        self.put(instruction(operator, *operands))

    def slot(self) -> int:
        """Leave a place and return its number."""
        self._rows.append([])
        return len(self._rows) - 1

    def fill(self, slot: int, *instructions: Instruction) -> None:
        """Put instructions at a place that was left."""
        self._rows[slot].extend(instructions)

    def __iter__(self) -> Iterator[Instruction]:
        """Yield all instructions in their order."""
        for row in self._rows:
            yield from row
