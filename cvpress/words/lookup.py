"""The dictionary and the tables of cvpress/data (built by tools/build_words.py).

The dictionary is a sorted text, mapped into memory and bisected: nothing is loaded, and only the
pages that are asked for are read. The common words alone are a set (4 ms), for in English text
nearly every word is one of them, and near.py asks for thousands.
"""

from __future__ import annotations

import mmap
import unicodedata
from functools import cache, lru_cache

from cvpress import resources

_NEAR = 2048  # bytes that are searched faster than bisected


class Sorted:
    """A table of lines `key` or `key TAB value` under a head, sorted by bytes, to be bisected."""

    def __init__(self, name: str) -> None:
        with resources.data(name).open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def get(self, key: str) -> str | None:
        """Return the value of a key ("" where it stands alone), or None."""
        wanted = b"\n" + key.encode()
        low, high = self._bisect(wanted[1:], _NEAR)
        # Of lines that begin so, the key's own comes first: tabs and ends of lines sort lowest.
        at = self._bytes.find(wanted, max(low - 1, 0), high + len(wanted))
        line = self._bytes[at + len(wanted) : self._bytes.find(b"\n", at + 1)]
        if at < 0 or line[:1] not in (b"", b"\t"):
            return None
        return line[1:].decode()

    def keys(self, start: str, end: str) -> list[str]:
        """Return the keys from `start` to before `end`."""
        first, last = (self._bisect(key.encode(), 0)[0] for key in (start, end))
        lines = self._bytes[first:last].decode()
        return [line.partition("\t")[0] for line in lines.split("\n")[:-1]]

    def _bisect(self, wanted: bytes, width: int) -> tuple[int, int]:
        """Return `low` and `high`, at most `width` apart, between which the first line begins whose
        key is `wanted` or comes after it."""
        data = self._bytes
        low, high = 0, len(data)
        while high - low > width:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start) % (len(data) + 1)  # a last line without its end
            if data[start:end].partition(b"\t")[0] < wanted:
                low = end + 1
            else:
                high = start
        return low, high


@cache
def _words() -> Sorted:
    return Sorted("words.txt")


@cache
def _rare() -> Sorted:
    return Sorted("rare.txt")


@cache
def _names() -> Sorted:
    return Sorted("names.txt")


@cache
def trigrams() -> frozenset[str]:
    """Return the rows of three letters that words and names have; ^ and $ stand for an end."""
    return frozenset(_columns("trigrams.txt", 1)[0])


@cache
def common() -> frozenset[str]:
    """Return the common words of English, in lower case, and some Capitalised names."""
    return frozenset(resources.data("common.txt").read_text(encoding="utf-8").split("\n"))


@cache
def proper() -> frozenset[str]:
    """Return, in lower case, the common words that are written with a capital."""
    return frozenset(word.lower() for word in Sorted("common.txt").keys("A", "["))


@cache
def bodies() -> frozenset[str]:
    """Return the words, in lower case, that names of bodies are made of: university, systems."""
    return frozenset(_columns("bodies.txt", 1)[0])


@cache
def misspellings() -> dict[str, str]:
    """Return the misspellings that we know, in lower case, with their cures."""
    wrong, right = _columns("known.txt", 2)
    return dict(zip(wrong, right, strict=True))


@cache
def terms() -> dict[str, str]:
    """Return the words that CVs use and the dictionary lacks, in lower case, and where each is
    right: `a` in any case, `c` with a capital, `n` beside a Capitalised word, `f` in what may be in
    another language, `b` as `c` and `f`, `s` a word of two letters, or without vowels, `k` in a
    list of skills or the name of a body."""
    word, where = _columns("terms.txt", 2)
    return dict(zip(word, where, strict=True))


def foreign(word: str) -> bool:
    """Return whether a word in lower case tells that a text may be in another language."""
    return terms().get(word, "") in ("n", "f", "b")


@cache
def casing() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return lower-cased name → its right forms, and where they are insisted on: `e` everywhere,
    `m` in lists of skills and Capitalised in mid-sentence, `s` in lists of skills, `t` only against
    lower case beside the right form."""
    names, forms, where = _columns("casing.txt", 3)
    several = ((form,) if form.isalnum() else _split(form) for form in forms)
    return dict(zip(names, zip(several, where, strict=True), strict=True))


def _split(forms: str) -> tuple[str, ...]:
    return tuple(form.replace("_", " ") for form in forms.split(" "))


def _columns(name: str, count: int) -> list[list[str]]:
    text = "\n" + resources.data(name).read_text(encoding="utf-8").rstrip("\n")
    entries = text.index("\n", text.rindex("\n# ") + 1) + 1
    cells = text[entries:].replace("\n", "\t").split("\t")
    return [cells[column::count] for column in range(count)]


def common_beginning(letter: str) -> list[str]:
    """Return the common words that begin with a letter from a to z, sorted."""
    return Sorted("common.txt").keys(letter, chr(ord(letter) + 1))


@cache
def beginning(letter: str) -> frozenset[str]:
    """Return the words of the dictionary that begin with a letter from a to z (about 2 ms)."""
    return frozenset(_words().keys(letter, chr(ord(letter) + 1)))


@cache
def rare_beginning(letter: str) -> frozenset[str]:
    """Return the rare words that begin with a letter from a to z (about 2 ms)."""
    return frozenset(_rare().keys(letter, chr(ord(letter) + 1)))


@lru_cache(maxsize=8192)
def level(word: str) -> int | None:
    """Return how rare a word is (0 common, 1, 2), or None where the dictionary has it not.

    A word is found as written, in lower case, and in capitals also as a name (PARIS).
    """
    if word in common() or word.lower() in common():
        return 0
    tens = size(word)
    return None if tens is None else 0 if tens <= 3 else 1 if tens <= 6 else 2


@lru_cache(maxsize=8192)
def size(word: str) -> int | None:
    """Return how rare a word of the dictionary is: 0 for one that CVs use most, else the tens of
    the SCOWL size where it first stands, 1 to 7."""
    forms = dict.fromkeys((word, word.lower()))
    if word.isupper():
        forms[word.capitalize()] = None
    found = [value for form in forms if (value := _words().get(form))]
    return min(int(value[0]) for value in found) if found else None


def variety(word: str) -> str:
    """Return `u` or `g` where only American or only British English has a word, else ""."""
    value = _words().get(word) or ""
    return value[1:]


def name(word: str) -> bool:
    """Return whether a word in lower case is a name of people or places, and no other word."""
    return _names().get(word) is not None


@lru_cache(maxsize=8192)
def rare(word: str) -> bool:
    """Return whether a long lower-case word, perhaps with an ending, is right but seldom seen."""
    return any(_rare().get(form) is not None for form in (word, *stems(word)))


def agreed(word: str) -> bool:
    """Return whether several lists have a rare word that is one slip from a word much used."""
    return any(_rare().get(form) == "a" for form in (word, *stems(word)))


def stems(word: str) -> list[str]:
    """Return a word without a usual ending: vasopressors → vasopressor."""
    endings = ("s", "es", "ly")
    return [word[: -len(ending)] for ending in endings if word.endswith(ending)]


def plain(word: str) -> str:
    """Return a word without accents: naïve → naive."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
