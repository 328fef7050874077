"""Letters that mean the same where another tool set the page: case, dashes, quotes."""

from __future__ import annotations

_ALIKE = {
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
}


def fold(text: str) -> str:
    """Return a text without regard to case, and its dashes and quotes as plain ones."""
    return text.casefold().translate(_ALIKE)
