"""What comes out when the view's texts are held against the printed page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the view, and what stands in their place ("" where they are lost).

    `around`: what a program copies there, "" where there is no such place.
    """

    path: str
    want: str
    seen: str = ""
    around: str = field(default="", compare=False)


def capitals(seen: str) -> bool:
    """Return whether letters are a heading in capitals, though one of them went wrong."""
    return sum(map(str.isupper, seen)) > sum(map(str.islower, seen)) + 1


@dataclass(frozen=True, slots=True)
class Move:
    """Texts that stand side by side, but not where they should.

    `text`: the first of them, of `count`. `after`: the text that is copied before them; `instead`:
    the one that they should follow; "" for the beginning of the page.
    """

    path: str
    text: str
    count: int
    after: str
    instead: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out of `compared` texts. `paths`: the value that a printed word shows.

    `strange`: signs that no program understands, each with the text that it stands before.
    `missing`: how many texts stand nowhere letter for letter; `alien`: nearly all are lost, so that
    no fault is told of any.
    `feet`: the printed words at the feet of the pages, which are no texts.
    `places`: for each text of the view that stands where it should, by its number (`texts`), the
    printed words that show it; of a PDF that was made elsewhere none.
    """

    compared: int
    lost: tuple[Difference, ...] = ()
    garbled: tuple[Difference, ...] = ()
    strange: tuple[Difference, ...] = ()
    moved: tuple[Move, ...] = ()
    paths: dict[int, str] = field(default_factory=dict)
    feet: frozenset[int] = frozenset()
    missing: int = 0
    alien: bool = False
    places: dict[int, tuple[int, ...]] = field(default_factory=dict)
