"""One Hunspell dictionary, loaded: which words it knows, which are near, what it suggests.

The library (the extra `spell`) is C++ and trusts what it is given: no word over 60 letters reaches
it, none that the dictionary's encoding lacks, and no file that is not made like a dictionary. It
looks through compounds (60 µs a word in German), so that nearness is asked of the stems first.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from cvpress.words import lookup
from cvpress.words.near import LETTERS, slips
from cvpress.words.suggest import cost

LONGEST = 60
_LARGEST = 64 << 20  # bytes; the largest dictionaries in use have 10 MB
_SEEN = 1500  # in so many stems once at least, a letter belongs to the language
_ACCENT = 0.3
_COMPOUNDS = re.compile(r"^COMPOUND(?:FLAG|BEGIN|RULE)\b", re.MULTILINE)
_UTF8 = re.compile(r"^\W*SET\s+UTF-?8\b", re.MULTILINE | re.IGNORECASE)


def installed() -> bool:
    """Return whether the library is there and runs."""
    return _library() is not None


@lru_cache(maxsize=1)
def _library() -> Any:
    try:
        return importlib.import_module("hunspell")
    except (ImportError, OSError):  # not installed, or built for another machine
        return None


@lru_cache(maxsize=8)
def load(path: Path) -> Speller | None:
    """Return the dictionary of a `.dic` file (100 to 200 ms), None where it can't be used."""
    library = _library()
    if library is None or not _sound(path):
        return None
    encoding = "utf-8" if sys.platform == "win32" else sys.getfilesystemencoding()
    try:
        return Speller(path, library.Hunspell(path.stem, str(path.parent), encoding))
    except (OSError, ValueError, MemoryError):
        return None


def _sound(path: Path) -> bool:
    """Return whether a file begins as a dictionary does: with the number of its words."""
    try:
        with path.open("rb") as file:
            first = file.readline(64).removeprefix(b"\xef\xbb\xbf").split()
        return bool(first) and first[0].isdigit() and path.stat().st_size <= _LARGEST
    except OSError:
        return False


class Speller:
    """The words of one language. All words go in and out as NFC."""

    def __init__(self, path: Path, library: Any) -> None:
        self.path = path
        self._library = library
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Return whether a word is right; one that can't be judged counts as known."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._asked(word)
        return known

    def _asked(self, word: str) -> bool:
        word = unicodedata.normalize("NFC", word)
        if len(word) > LONGEST:
            return True
        try:
            return bool(self._library.spell(word))
        except UnicodeError:  # ğ, of a dictionary in Latin-1
            return True

    def near(self, word: str) -> tuple[str, ...]:
        """Return stems one slip away, and words with letters swapped, doubled or without accent.

        First of all comes the word itself, where it wants a capital (erfahrung).
        """
        word, low = unicodedata.normalize("NFC", word), unicodedata.normalize("NFC", word).lower()
        if word == low and (form := self.form(low)):
            return (form,)
        found = [form for slip in slips(low, self._letters) if (form := self._stem(slip))]
        found += [form for slip in _likely(low, self._accents) if (form := self.form(slip))]
        return _ranked(low, found)

    def one_slip(self, word: str) -> tuple[str, ...]:
        """Return all words one slip away, inflected and compound ones, too (up to 60 ms)."""
        low = unicodedata.normalize("NFC", word).lower()
        if word[0].isupper():
            found = [slip for slip in slips(low) if self.knows(slip.capitalize())]
        else:
            found = [form for slip in slips(low) if (form := self.form(slip))]
        return _ranked(low, found)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what the library suggests, best first (up to 400 ms)."""
        try:
            return tuple(filter(None, self._library.suggest(word[:LONGEST])))
        except UnicodeError:
            return ()

    def form(self, low: str) -> str:
        """Return a word that is asked for in lower case as the language writes it, "" if none."""
        if len(low) < 3:
            return ""
        return next((form for form in (low, low.capitalize()) if self.knows(form)), "")

    def _stem(self, low: str) -> str:
        if len(low) < 3:
            return ""
        return next((form for form in (low, low.capitalize()) if form in self._stems), "")

    @cached_property
    def _stems(self) -> frozenset[str]:
        text = self.path.read_bytes().decode(self._encoding, errors="replace")
        return frozenset(line.partition("/")[0] for line in text.split("\n"))

    @cached_property
    def _rules(self) -> str:
        return self.path.with_suffix(".aff").read_text("latin-1")

    @property
    def compounding(self) -> bool:
        """Whether the language joins words, as German does."""
        return _COMPOUNDS.search(self._rules) is not None

    @property
    def _encoding(self) -> str:
        return "utf-8" if _UTF8.search(self._rules) else "latin-1"

    @cached_property
    def _accents(self) -> dict[str, list[str]]:
        """The letters of the language that a keyboard may lack, by what is typed for them."""
        counted = Counter("".join(self._stems).lower())
        found: dict[str, list[str]] = {}
        for letter, count in sorted(counted.items()):
            if letter.isalpha() and not letter.isascii() and count * _SEEN >= len(self._stems):
                found.setdefault(lookup.plain(letter)[:1], []).append(letter)
        return found

    @cached_property
    def _letters(self) -> str:
        return LETTERS + "".join(letter for some in self._accents.values() for letter in some)


def _likely(low: str, accents: dict[str, list[str]]) -> Iterator[str]:
    """Yield a word with two letters swapped, a double one single, a single one double, with one
    letter's accent changed, or with a ligature."""
    yield low.replace("oe", "œ")
    for at, letter in enumerate(low):
        before, after = low[:at], low[at + 1 :]
        if after[:1] == letter:
            yield before + after
        else:
            yield before + after[:1] + letter + after[1:]
            yield before + letter + letter + after
        plain = lookup.plain(letter)[:1]
        for other in (plain, *accents.get(plain, ())):
            yield before + other + after


def _ranked(low: str, found: Iterable[str]) -> tuple[str, ...]:
    """Return words once each, the likeliest first; an accent alone makes little difference."""
    typed = lookup.plain(low)

    def price(form: str) -> tuple[float, str]:
        meant = form.lower()
        return cost(typed, lookup.plain(meant)) + _ACCENT * (low != meant), form

    return tuple(sorted({form for form in found if form.lower() != low}, key=price))
