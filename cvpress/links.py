"""What became of a link when it was asked for. Who asks is `cvpress.online`; the checks only read.

Where a link leads can't be known from the CV, and a check must say the same on every machine. So
the answers are given to the checks like the day of the year is: as a setting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["fine", "moved", "gone", "unsure"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one link.

    `fine`: a page answers. `moved`: one does, at `to`, and for good. `gone`: none does, surely.
    `unsure`: the server refuses robots, is busy, or was not reached. `why`: the fact, as the end of
    a sentence (“the server knows no such page (404)”).
    """

    kind: Kind
    why: str = ""
    to: str = ""


Ask = Callable[[Iterable[str]], Mapping[str, Answer]]
"""Takes links that begin with https:// or http://, returns an answer for each."""
