"""What is read from the marks of a page: paragraphs, and their parts, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sequence of marked content: its page (from 0), its number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Part:
    """A label, a link or a picture within a paragraph.

    `starts`: where its texts begin, each with its page. `box`: the place of a picture.
    """

    kind: str
    alt: str = ""
    pieces: list[Piece] = field(default_factory=list)
    starts: list[tuple[int, Point]] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, heading or bullet: its pieces and parts in their order.

    `level` of a bullet; `entry`: the number of the entry it belongs to, 0 outside of any;
    `lang`: its language, "" for that of the page.
    """

    kind: str
    level: int = 1
    entry: int = 0
    lang: str = ""
    kids: list[Piece | Part] = field(default_factory=list)

    def part(self, *kinds: str) -> Part | None:
        """Return its first part of one of these kinds."""
        return next((kid for kid in self.kids if isinstance(kid, Part) and kid.kind in kinds), None)


Owner = Block | Part
