"""From paragraphs in a row to the tree: bullets become lists, numbered entries items of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from cvpress.tagged.model import Block, Part, Piece

LABELS = ("Lbl", "Number")


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure: its type in the PDF, what it holds, whom its content is of."""

    kind: str
    kids: list[Node | Piece] = field(default_factory=list)
    lang: str = ""
    counted: bool = False
    part: Part | None = None

    def grow(self, kind: str) -> Node:
        """Add an element and return it."""
        self.kids.append(made := Node(kind))
        return made


def arrange(blocks: list[Block]) -> Node:
    """Return the document's tree."""
    maker = _Maker(Node("Document"))
    for block in blocks:
        if block.kids:
            maker.add(block)
    return maker.root


@dataclass(slots=True)
class _Maker:
    """Grows the tree. `item`: the body of the numbered entry at hand; `nest`: bodies of bullets."""

    root: Node
    entry: int = 0
    item: Node | None = None
    works: Node | None = None
    nest: list[tuple[int, Node]] = field(default_factory=list)

    def add(self, block: Block) -> None:
        if self.item and block.entry != self.entry:
            self.item = None
            self.nest.clear()
        if block.kind == "LI":
            self._bullet(block)
            return
        self.nest.clear()
        if block.part("Number"):
            self._number(block)
        _fill((self.item or self.root).grow(block.kind), block)

    def _number(self, block: Block) -> None:
        """Begin an item of the list of numbered entries, which goes on as long as they do."""
        if not self.works or self.root.kids[-1] is not self.works:
            self.works = self.root.grow("L")
            self.works.counted = True
        self.entry, self.item = block.entry, _labelled(self.works, block)

    def _bullet(self, block: Block) -> None:
        """Add a bullet to its list: that of its level, within the body of the one above it."""
        while self.nest and self.nest[-1][0] > block.level:
            self.nest.pop()
        if not self.nest or self.nest[-1][0] < block.level:
            above = self.nest[-1][1].kids[-1] if self.nest else self.item or self.root
            holder = above.kids[-1] if self.nest and isinstance(above, Node) else above
            assert isinstance(holder, Node)
            self.nest.append((block.level, holder.grow("L")))
        within = self.nest[-1][1]
        within.counted = within.counted or block.part("Number") is not None
        _fill(_labelled(within, block), block)


def _labelled(within: Node, block: Block) -> Node:
    """Add an item with its label and return its body."""
    item = within.grow("LI")
    label = block.part(*LABELS)
    if label:
        item.kids.append(Node("Lbl", [*label.pieces], part=label))
    body = item.grow("LBody")
    body.lang = block.lang
    return body


def _fill(node: Node, block: Block) -> None:
    """Put a paragraph's pieces and parts into its element. One that is a picture alone is that."""
    node.lang = block.lang
    for kid in block.kids:
        if isinstance(kid, Piece):
            node.kids.append(kid)
        elif kid.kind not in LABELS:
            node.kids.append(Node(kid.kind, [*kid.pieces], part=kid))
    if len(node.kids) == 1 and isinstance(only := node.kids[0], Node) and only.kind == "Figure":
        node.kind, node.kids, node.part = only.kind, only.kids, only.part
