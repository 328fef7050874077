"""The paragraphs of a document, told by the marks, from page to page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cvpress.tagged.model import Block, Owner, Part, Piece


@dataclass(slots=True)
class Story:
    """The paragraphs so far, the one at hand, and the part of it at hand."""

    blocks: list[Block] = field(default_factory=list)
    block: Block | None = None
    part: Part | None = None

    def begin(self, block: Block) -> Block:
        """Begin a paragraph."""
        self.blocks.append(block)
        self.block, self.part = block, None
        return block

    def point(self, name: str, told: Any) -> bool:
        """Take in a mark; return whether it was one of ours."""
        if name == "/cvBlock":
            kind, lang = str(told.S)[1:], str(told.get("/Lang", ""))
            self.begin(Block(kind, int(told.get("/L", 1)), int(told.E), lang))
        elif name == "/cvEnd":
            self.block = self.part = None
        elif name == "/cvOpen":
            self.part = Part(str(told.S)[1:])
        elif name == "/cvClose":
            self.part = None
        else:
            return False
        return True

    def picture(self, alt: str) -> None:
        """Begin a picture, in the paragraph at hand or alone."""
        if self.block is None:
            self.begin(Block("P"))
        self.part = Part("Figure", alt)

    def owner(self) -> Owner:
        """Return whose the next content is. Text outside of all paragraphs makes one."""
        return self.part or self.block or self.begin(Block("P"))

    def claim(self, owner: Owner, page: int, number: int) -> None:
        """Give a sequence of a page to its owner."""
        piece = Piece(page, number)
        if isinstance(owner, Block):
            owner.kids.append(piece)
            return
        owner.pieces.append(piece)
        if self.block and owner not in self.block.kids:
            self.block.kids.append(owner)
