"""Where text stands: as much of the text state of a content stream as tells gaps between words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cvpress.tagged.model import Point

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
GAP = 0.12  # of the size of the text: the least that is a space; letters are kerned by less


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the product of two matrices: first the one, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def of(operands: Any) -> Matrix:
    """Return the matrix of an operator."""
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)


@dataclass(frozen=True, slots=True)
class Face:
    """A font: the width of a string, in thousandths of its size, and the letters of a string.

    Of a font of Latin, Greek or Cyrillic letters (all that pdfTeX has) it tells no letters.
    """

    width: Callable[[bytes], float] = lambda _: 0.0
    read: Callable[[bytes], str] = lambda _: ""


@dataclass(slots=True)
class Pen:
    """The state that decides where the next letter stands. `fonts`: by the name of the page."""

    fonts: Mapping[str, Face]
    space: Matrix = UNIT  # of the page
    saved: list[Matrix] = field(default_factory=list)
    line: Matrix = UNIT
    text: Matrix = UNIT
    font: Any = None
    written: Any = 0  # the size as it stands there
    size: float = 0.0
    apart: float = 0.0  # Tc: added to each letter
    leading: float = 0.0

    def follow(self, operator: str, operands: Any) -> None:
        """Take in an operator that shows nothing."""
        act = _FOLLOWED.get(operator)
        if act:
            act(self, operands)

    def at(self) -> Point:
        """Return where the next letter begins, on the page."""
        place = times(self.text, self.space)
        return place[4], place[5]

    def height(self) -> float:
        """Return the size of the text on the page."""
        place = times(self.text, self.space)
        return self.size * (abs(place[3]) or abs(place[1]))

    def square(self) -> tuple[float, float, float, float]:
        """Return the box, on the page, of what is drawn in the unit square: a picture."""
        a, b, c, d, x, y = self.space
        across, up = (x, x + a, x + c, x + a + c), (y, y + b, y + d, y + b + d)
        return min(across), min(up), max(across), max(up)

    def show(self, codes: bytes) -> str:
        """Move on by a string, and return its letters."""
        face = self.fonts.get(str(self.font), _NO_FACE)
        self.move(face.width(codes) / 1000 * self.size + self.apart * len(codes))
        return face.read(codes)

    def move(self, by: float) -> None:
        """Move on in the direction of the text."""
        a, b, c, d, x, y = self.text
        self.text = (a, b, c, d, x + by * a, y + by * b)

    def down(self, x: float, y: float) -> None:
        """Begin another line."""
        self.line = self.text = times((1, 0, 0, 1, x, y), self.line)


_NO_FACE = Face()


def _save(pen: Pen, _: Any) -> None:
    pen.saved.append(pen.space)


def _restore(pen: Pen, _: Any) -> None:
    pen.space = pen.saved.pop() if pen.saved else UNIT


def _concatenate(pen: Pen, operands: Any) -> None:
    pen.space = times(of(operands), pen.space)


def _begin(pen: Pen, _: Any) -> None:
    pen.line = pen.text = UNIT


def _font(pen: Pen, operands: Any) -> None:
    pen.font, pen.written = operands
    pen.size = float(pen.written)


def _down(pen: Pen, operands: Any) -> None:
    pen.down(float(operands[0]), float(operands[1]))


def _down_leading(pen: Pen, operands: Any) -> None:
    pen.leading = -float(operands[1])
    _down(pen, operands)


def _place(pen: Pen, operands: Any) -> None:
    pen.line = pen.text = of(operands)


def _next(pen: Pen, _: Any) -> None:
    pen.down(0, -pen.leading)


def _leading(pen: Pen, operands: Any) -> None:
    pen.leading = float(operands[0])


def _apart(pen: Pen, operands: Any) -> None:
    pen.apart = float(operands[0])


_FOLLOWED: dict[str, Callable[[Pen, Any], None]] = {
    **{"q": _save, "Q": _restore, "cm": _concatenate, "BT": _begin, "Tf": _font, "Td": _down},
    **{"TD": _down_leading, "Tm": _place, "T*": _next, "TL": _leading, "Tc": _apart},
}
