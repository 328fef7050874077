"""How proofs quote a text."""

from __future__ import annotations

import unicodedata

MOST_WORDS = 8


def shortened(text: str) -> tuple[str, int]:
    """Return the first words of a text, and how many words are left out."""
    words = text.split()
    return " ".join(words[:MOST_WORDS]), max(0, len(words) - MOST_WORDS)


def quoted(text: str) -> str:
    """Return the first words of a text in quotes."""
    words, rest = shortened(text)
    return f"“{words}{' …' if rest else ''}”"


def shown(letters: str) -> str:
    """Return letters for a message, by number where they can't be told by the eye.

    That is all beyond ASCII, since a wrong letter mostly looks like the right one.
    """
    if letters == " ":
        return "a space"
    if all(" " <= letter <= "~" for letter in letters):
        return f"“{letters}”"
    codes = " ".join(f"U+{ord(letter):04X}" for letter in letters)
    return codes if any(map(_unseen, letters)) else f"“{letters}” ({codes})"


def visible(text: str) -> str:
    """Return a text with a sign in the place of every letter that nobody could see."""
    return "".join(f"[U+{ord(letter):04X}]" if _unseen(letter) else letter for letter in text)


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Cs")
