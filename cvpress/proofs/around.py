"""What a program copies from the page around a place: the words before it, and those after it."""

from __future__ import annotations

from cvpress.printed.model import Printed
from cvpress.proofs.stream import Stream

EACH_SIDE = 4  # words
HOLE = "[ ]"


def around(printed: Printed, stream: Stream, start: int, end: int) -> str:
    """Return the printed words around the tokens [start, end); where these are none, a hole."""
    before = stream.words[:start]
    first = stream.words[start] if start < len(stream.words) else len(printed.words)
    within = printed.words[first : stream.words[end - 1] + 1] if end > start else ()
    after = first + len(within)
    words = [
        *(word.text for word in printed.words[max(0, first - EACH_SIDE) : first]),
        *([word.text for word in within] or [HOLE]),
        *(word.text for word in printed.words[after : after + EACH_SIDE]),
    ]
    return " ".join(words) if before or within or after < len(printed.words) else ""
