"""The dictionary and the tables of cvpress/data (built by tools/build_words.py).

The dictionary is a sorted text, mapped into memory and bisected: nothing is loaded, and only the
pages that are asked for are read. The common words alone are a set (4 ms), for in English text
nearly every word is one of them, and near.py asks for thousands.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from cvpress import resources
from cvpress.words.table import Sorted, columns


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
def _seen() -> Sorted:
    return Sorted("seen.txt")


@cache
def _pairs() -> Sorted:
    return Sorted("pairs.txt")


@cache
def trigrams() -> frozenset[str]:
    """Return the rows of three letters that words and names have; ^ and $ stand for an end."""
    return frozenset(columns("trigrams.txt", 1)[0])


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
    return frozenset(columns("bodies.txt", 1)[0])


@cache
def misspellings() -> dict[str, str]:
    """Return the misspellings that we know, in lower case, with their cures."""
    wrong, right = columns("known.txt", 2)
    return dict(zip(wrong, right, strict=True))


@cache
def terms() -> dict[str, str]:
    """Return the words that CVs use and the dictionary lacks, in lower case, and where each is
    right: `a` in any case, `c` with a capital, `n` beside a Capitalised word, `f` in what may be in
    another language, `b` as `c` and `f`, `s` a word of two letters, or without vowels, `k` in a
    list of skills or the name of a body."""
    word, where = columns("terms.txt", 2)
    return dict(zip(word, where, strict=True))


def foreign(word: str) -> bool:
    """Return whether a word in lower case tells that a text may be in another language."""
    return terms().get(word, "") in ("n", "f", "b")


@cache
def casing() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return lower-cased name → its right forms, and where they are insisted on: `e` everywhere,
    `m` in lists of skills and Capitalised in mid-sentence, `s` in lists of skills, `t` only against
    lower case beside the right form."""
    names, forms, where = columns("casing.txt", 3)
    several = ((form,) if form.isalnum() else _split(form) for form in forms)
    return dict(zip(names, zip(several, where, strict=True), strict=True))


def _split(forms: str) -> tuple[str, ...]:
    return tuple(form.replace("_", " ") for form in forms.split(" "))


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


@lru_cache(maxsize=1024)
def seen(word: str) -> str | None:
    """Return how others write a word in lower case that no other table has and that is near one of
    ours: "" for a name or word in its own right, `s` for what may be a slip as well, or None."""
    return _seen().get(word)


@lru_cache(maxsize=1024)
def followers(word: str) -> frozenset[str]:
    """Return the words that are known to stand after one in lower case, or with `&` at its end,
    after it and an "and"."""
    return frozenset((_pairs().get(word) or "").split(" "))


@lru_cache(maxsize=8192)
def rare(word: str) -> bool:
    """Return whether a long lower-case word, perhaps with an ending, is right but seldom seen."""
    return any(_rare().get(form) in ("", "a") for form in (word, *stems(word)))


def doubtful(word: str) -> bool:
    """Return whether lists have a rare word, but nobody writes it, and it is near another."""
    return _rare().get(word) == "d"


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
