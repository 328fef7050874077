"""Where each text of the view stands on the printed page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from cvpress.proofs.chain import Place, chain
from cvpress.proofs.stream import Stream
from cvpress.proofs.tokens import Text

NEAREST = 40  # of the places of a text that stands in many, those that are looked at


@dataclass(frozen=True, slots=True)
class Placed:
    """The places of texts, by their number: of those in their order, and of those out of it.

    A text that is in neither stands nowhere letter for letter.
    """

    ordered: dict[int, Place]
    moved: dict[int, Place] = field(default_factory=dict)

    def all(self) -> dict[int, Place]:
        """Return the places of both."""
        return {**self.ordered, **self.moved}


def place(wanted: Sequence[Text], stream: Stream) -> Placed:
    """Find the texts on the page.

    Linear where all is right; else the texts that keep their order are the most letters that can.
    """
    found = _walk(wanted, stream)
    if len(found) == len(wanted):
        return Placed(found)
    ordered = _choose(wanted, stream)
    return Placed(ordered, _elsewhere(wanted, stream, ordered))


def _walk(wanted: Sequence[Text], stream: Stream) -> dict[int, Place]:
    """Look for each text after the one before it, up to the first that isn't there.

    The first place there is leaves most room for the rest: this finds all if that can be.
    """
    token, found = 0, {}
    for number, text in enumerate(wanted):
        at = stream.find(text, token)
        if at is None:
            break
        found[number] = at
        token = at[1]
    return found


def _choose(wanted: Sequence[Text], stream: Stream) -> dict[int, Place]:
    size, options = len(stream.tokens), []
    for number, text in enumerate(wanted):
        found = stream.all(text)
        middle = bisect_left(found, (number * size // len(wanted), 0))
        first = max(0, min(middle - NEAREST // 2, len(found) - NEAREST))
        options.append(found[first : first + NEAREST])
    return chain(options, [text.weight for text in wanted], size)


def _elsewhere(
    wanted: Sequence[Text], stream: Stream, ordered: dict[int, Place]
) -> dict[int, Place]:
    """Give each text that is left a place that no other text has, if there is one."""
    taken = bytearray(len(stream.tokens))
    for start, end in ordered.values():
        taken[start:end] = b"\1" * (end - start)
    moved = {}
    for number, text in enumerate(wanted):
        if number in ordered:
            continue
        free = (at for at in stream.all(text) if not any(taken[at[0] : at[1]]))
        at = next(free, None)
        if at:
            moved[number] = at
            taken[at[0] : at[1]] = b"\1" * (at[1] - at[0])
    return moved
