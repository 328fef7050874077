"""A model of slips: what fingers and memory do to one word.

Sources of the model:
- F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7
  (1964): over 80 % of misspelled words have one letter too many, too few or wrong, or two swapped.
- J. J. Pollock and A. Zamora, Collection and characterization of spelling errors in scientific and
  scholarly text, JASIS 34 (1983): omission is the most frequent kind, then insertion, substitution
  and transposition; over nine in ten have one slip; few are in the first letter.
- J. T. Grudin, Error patterns in novice and skilled transcription typing, in W. E. Cooper (ed.),
  Cognitive Aspects of Skilled Typewriting (1983): more than half of the substitutions are a key
  beside the right one.
- E. J. Yannakoudakis and D. Fawthrop, The rules of spelling errors, IPM 19 (1983): memory confuses
  vowels, and letters that are doubled or not; the first letter is mostly right.

The shares below are rounded from these. A slip falls on a letter, not on a word, so long words have
more of them. The first letter is spared four times of five. One slip in twenty has a second one.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiou"
KINDS = {"omission": 34, "insertion": 27, "substitution": 21, "transposition": 18}
NEIGHBOUR, VOWEL = 58, 27  # of a hundred substitutions; the others are any letter
DOUBLED, KEY = 45, 35  # of a hundred insertions: the letter again, a key beside it; or any
SECOND = 5
FIRST_LETTER = 20  # of a hundred slips that would fall on it


def neighbours(letter: str) -> str:
    """Return the keys beside a key, on a QWERTY keyboard; "" for what is no letter of it."""
    for at, row in enumerate(_ROWS):
        column = row.find(letter)
        if column >= 0:
            return "".join(_around(at, column))
    return ""


def _around(row: int, column: int) -> list[str]:
    beside = [(row, column - 1), (row, column + 1)]
    above = [(row - 1, column), (row - 1, column + 1)]
    below = [(row + 1, column - 1), (row + 1, column)]
    return [
        _ROWS[r][c]
        for r, c in beside + above + below
        if 0 <= r < len(_ROWS) and 0 <= c < len(_ROWS[r])
    ]


def slip(word: str, random: Random) -> tuple[str, str]:
    """Return a word with a slip in it, and the slip's kind; letters keep their case.

    `word` has at least two letters. Raises no error; the result always differs from the word.
    """
    wrong, kind = _once(word, random)
    if random.randrange(100) < SECOND:
        again, _ = _once(wrong, random)
        if again != word:
            return again, "two slips"
    return wrong, kind


def _once(word: str, random: Random) -> tuple[str, str]:
    while True:
        kind = random.choices(list(KINDS), list(KINDS.values()))[0]
        at = random.randrange(len(word))
        if at == 0 and random.randrange(100) >= FIRST_LETTER:
            continue
        wrong = _MAKERS[kind](word, at, random)
        if wrong != word and len(wrong) > 1:
            return wrong, kind


def _omit(word: str, at: int, random: Random) -> str:
    doubled = [i for i in range(1, len(word)) if word[i] == word[i - 1]]
    if doubled and random.randrange(2):
        at = random.choice(doubled)
    return _recased(word, word[:at] + word[at + 1 :])


def _insert(word: str, at: int, random: Random) -> str:
    letter = word[at].lower()
    roll = random.randrange(100)
    if roll < DOUBLED:
        new = letter
    elif roll < DOUBLED + KEY:
        new = random.choice(neighbours(letter) or string.ascii_lowercase)
    else:
        new = random.choice(string.ascii_lowercase)
    return _recased(word, word[: at + 1] + new + word[at + 1 :])


def _substitute(word: str, at: int, random: Random) -> str:
    letter = word[at].lower()
    roll = random.randrange(100)
    choice = string.ascii_lowercase
    if roll < NEIGHBOUR:
        choice = neighbours(letter) or choice
    elif roll < NEIGHBOUR + VOWEL and letter in _VOWELS:
        choice = _VOWELS
    return _recased(word, word[:at] + random.choice(choice) + word[at + 1 :])


def _transpose(word: str, at: int, random: Random) -> str:
    del random
    return _recased(word, word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :])


def _recased(word: str, wrong: str) -> str:
    """Return the wrong word Capitalised where the right one is: the shift key was held in time."""
    low = wrong.lower()
    return low[:1].upper() + low[1:] if word[:1].isupper() else low


_MAKERS: dict[str, Callable[[str, int, Random], str]] = {
    "omission": _omit,
    "insertion": _insert,
    "substitution": _substitute,
    "transposition": _transpose,
}
