"""Text of a user on a terminal: nothing of it is obeyed, and its width is known.

A CV or a file name may hold escape sequences, bidirectional controls or a bell. Each is shown as a
letter of one column, so a report can't be forged and a caret stays under its word.
"""

from __future__ import annotations

import unicodedata

# Joiners within words of Persian and Indic scripts and within emoji are letters, not tricks.
_JOINERS = "\u200c\u200d"
_TAB = "    "


def glyph(letter: str) -> str:
    """Return what is shown for one code point: itself, or a visible stand-in for a control."""
    if letter == "\t":
        return _TAB
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return (
            chr(0x2400 + ord(letter))
            if letter < " "
            else "\u2421"
            if letter == "\x7f"
            else "\ufffd"
        )
    return "\ufffd" if kind in ("Cf", "Zl", "Zp", "Cs") and letter not in _JOINERS else letter


def visible(text: str) -> str:
    """Return a text with every control shown instead of obeyed; line breaks and tabs are spaces."""
    return "".join(" " if letter in "\t\r\n" else glyph(letter) for letter in text)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide letters 2, combining ones 0."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if " " <= letter <= "~":
        return 1
    if letter in _JOINERS or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrap(text: str, width: int, first: str, others: str) -> str:
    """Break a text between words into lines of at most `width` columns, each with its indent.

    A word that is wider than a line stands alone on one.
    """
    lines, line = [], first
    for word in visible(text).split(" "):
        filled = line + word if line in (first, others) else f"{line} {word}"
        if columns(filled) > width and line not in (first, others):
            lines.append(line)
            filled = others + word
        line = filled
    return "\n".join([*lines, line])
