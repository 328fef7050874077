"""The paragraphs of a document, told by the marks, from page to page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cvpress.tagged.model import Block, Owner, Part, Piece


@dataclass(slots=True)
class Story:
    """The paragraphs so far, the one at hand, and its parts at hand, one within another."""

    blocks: list[Block] = field(default_factory=list)
    block: Block | None = None
    parts: list[Part] = field(default_factory=list)
    backwards: bool = False  # text that runs from right to left was drawn from left to right

    @property
    def part(self) -> Part | None:
        """The part at hand."""
        return self.parts[-1] if self.parts else None

    @property
    def beside(self) -> bool:
        """True for what is of no paragraph, while one may go on: the foot of a page."""
        return any(part.kind == "Artifact" for part in self.parts)

    def begin(self, block: Block | None) -> None:
        """Begin a paragraph, or end the one at hand."""
        self.block, self.parts = block, []
        if block:
            self.blocks.append(block)

    def point(self, name: str, told: Any) -> bool:
        """Take in a mark; return whether it was one of ours."""
        if name == "/cvBlock":
            kind, lang = str(told.S)[1:], str(told.get("/Lang", ""))
            self.begin(Block(kind, int(told.get("/L", 1)), int(told.E), lang))
        elif name == "/cvEnd":
            self.begin(None)
        elif name == "/cvOpen":
            self.parts.append(Part(str(told.S)[1:]))
        elif name == "/cvClose":
            self.close()
        else:
            return False
        return True

    def close(self) -> None:
        """End the part at hand."""
        del self.parts[-1:]

    def picture(self, alt: str) -> None:
        """Begin a picture, in the paragraph at hand or alone."""
        if self.block is None:
            self.begin(Block("P"))
        self.parts.append(Part("Figure", alt))

    def owner(self) -> Owner | None:
        """Return whose the next content is. Text outside of all paragraphs makes one."""
        if self.beside:
            return None
        if self.block is None:
            self.begin(Block("P"))
        return self.part or self.block

    def claim(self, owner: Owner, page: int, number: int) -> None:
        """Give a sequence of a page to its owner."""
        piece = Piece(page, number)
        if isinstance(owner, Block):
            owner.kids.append(piece)
            return
        owner.pieces.append(piece)
        if self.block and owner not in self.block.kids:
            self.block.kids.append(owner)
