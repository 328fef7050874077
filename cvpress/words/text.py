"""A text and its tokens: the words that can be misspelled, and what is no word at all.

No words are: addresses, code, LaTeX commands, names of files, handles, words that are cut at their
beginning ('tis), and all with digits in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cvpress.words import lookup

# Where a dotted name begins: to try at each of its letters takes seconds for a thousand dots.
_BEGINS = r"(?<![\w-])(?<![\w-]\.)"
_CODE = (
    r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+|(?<!\w)[@#]\w+|\\[A-Za-z]+\*?"
    rf"|(?<!\w)[~/][\w.-]+/[\w./-]+|{_BEGINS}[\w-]+(?:\.[\w-]+)+/\S*"
)
_FILE = (
    rf"{_BEGINS}[\w-]+(?:\.[\w-]+)*\."
    r"(?:com|org|net|io|edu|gov|dev|ai|me|co|uk|cn|de|fr|js|py|cpp|rs|go|ts|md|tex|json|ya?ml|"
    r"txt|csv|xml|pdf|html?|sh|sql|toml|ini|php|java|rb|ipynb|xlsx?|docx?)\b"
)
CODE = re.compile(_CODE)
_CUT = r"(?<!\w)['’](?i:tis|twas|til|em|cause)\b"
_RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f"  # digits, too: n², H₂O, ½
NO_WORD = re.compile(rf"{_CODE}|{_FILE}|{_CUT}|\b\w*[\d{_RAISED}]\w*\b")
# What must stand in a text that has any of these.
_IN_CODE = ("@", "/", "\\", "#", "www.")
_ODD = re.compile(rf"[@/\\#\d{_RAISED}]|\.[^\W\d]|(?<!\w)['’]\w")
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?:;]['\"”’)]*\s+['\"“‘(]*$|^\W*$")
_SHORTENED = re.compile(r"(?:\b(?:Prof|Dr|Mr|Mrs|Ms|St|vs|No|[A-Z]|\d+)\.)\s+$")
_BEFORE = 40  # so many letters before a word tell whether it opens a sentence


class Token(NamedTuple):
    """A word of a text: where it stands, its letters without a possessive ending."""

    start: int
    end: int
    word: str
    hyphenated: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.word.lower()

    @property
    def capital(self) -> bool:
        """True where the word begins with a capital."""
        return self.word[0].isupper()


@dataclass(frozen=True, eq=False)
class Text:
    """Letters for reading (code blanked out), and what their words are: a role of the schema, or
    `ordinary` for what a post, a degree or a section is called."""

    reading: str
    role: str

    @cached_property
    def worded(self) -> str:
        """The letters, with spaces in place of what is no word."""
        odd = _ODD.search(self.reading)  # NO_WORD is slow, and most texts hold words alone
        return blank(NO_WORD, self.reading) if odd else self.reading

    @cached_property
    def uncoded(self) -> str:
        """The letters, with spaces in place of addresses, handles and code."""
        coded = any(sign in self.reading for sign in _IN_CODE)
        return blank(CODE, self.reading) if coded else self.reading

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, in order."""
        return tuple(_token(self.worded, found) for found in WORD.finditer(self.worded))

    @cached_property
    def shouted(self) -> bool:
        """True for a text all in capitals that is no row of acronyms: `WORK EXPERIENCE`."""
        return self.reading.isupper() and any(
            len(token.word) >= 4 and lookup.level(token.lower) is not None for token in self.tokens
        )

    def opens(self, start: int) -> bool:
        """Return whether a sentence begins at a place."""
        before = self.reading[max(start - _BEFORE, 0) : start]  # all would take a second a book
        return bool(_SENTENCE.search(before)) and not _SHORTENED.search(before)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with every match put to spaces, so that places stay."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


def fold(word: str) -> str:
    """Return a word with a straight apostrophe and without a possessive ending."""
    word = word.replace("’", "'")
    return word[:-2] if word.endswith(("'s", "'S")) else word


def _token(letters: str, found: re.Match[str]) -> Token:
    word = fold(found.group())
    start, end = found.span()
    hyphenated = letters[start - 1 : start] == "-" or letters[end : end + 1] == "-"
    return Token(start, start + len(word), word, hyphenated)
