"""“a” before a vowel sound, “an” before a consonant sound: judged by sound, only where it is sure.

Acronyms are left alone (an SQL and a SQL are both said), so are words that no dictionary has, words
that some begin with a sounded h and some do not (historic, herb), and a lone “A” that is a letter
(Vitamin A intake).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.words import lookup
from cvpress.words.clauses import Clause, words_of
from cvpress.words.confused import Confused

_VOWEL = re.compile(
    r"[ai]|e(?!u|we)|o(?!ne\b|ne-|nce\b|uija)|u(?:[mp]|gl|l[ct]|r[bg]|n(?!i|anim|ary)|tter|nin|nim)"
    r"|h(?:onest|onou?r|ours?\b|our-|eir)"
)
_CONSONANT = re.compile(
    r"[bcdfgjklmnpqrstvwz]|eu[rcpgt]|ewe|one\b|once\b"
    r"|u(?:biq|niq|nif|nio|nit|niv|nic|nil|se|sab|su|tili|topi)"
    r"|h(?:igh|ard|elp|ome|ouse|uman|ybrid|eat|ealth|ead|eavy|and|uge|ung|undred|appy|arsh|elic)"
    r"|y(?:ear|oun|ell|iel)"
)
# What a letter follows: vitamin a intake, from a to b.
_LETTERED = words_of(
    "vitamin hepatitis influenza protein type grade class group serie series plan option part team"
    " appendix section level category step to from"
)
# Digits are said, too: an 8-week course, an 11-member team, an 18-month project.
_EIGHT = re.compile(r"(?:8\d{0,2}|11|18)(?:-\D.*|th|%)?")
_DIGITS = re.compile(r"(?:[1-79]|1[02-79]|[2-79]\d)(?:-\D.*|th|st|nd|rd|%)?")
# After a letter A (grade a and grade b, from a to b) stands one of these; after an article, never.
_SMALL = words_of(
    "led is in and or are at as of on if it into under after all am an any i e g o u us even also"
    " either every each only about up out again al"
)


def wrong_articles(clause: Clause, letters: str) -> Iterator[Confused]:
    """Yield each article of a clause (of the text `letters`) that the next word's sound forbids."""
    for index, word in enumerate(clause.words[:-1]):
        if word not in ("a", "an"):
            continue
        start, end = clause.spans[index]
        written, following = letters[start:end], letters[slice(*clause.spans[index + 1])]
        if clause.at(index - 1) in _LETTERED or not _plain(written, following, clause, index):
            continue
        if word == "a" and _begins(_VOWEL, _EIGHT, following):
            yield Confused(start, end, written + "n")
        elif word == "an" and _begins(_CONSONANT, _DIGITS, following):
            yield Confused(start, end, written[0])


def _plain(written: str, following: str, clause: Clause, index: int) -> bool:
    """Return whether an article is no capital, or opens a sentence: "Window A" is a letter."""
    return written.islower() or (index == 0 and clause.opens and following.islower())


def _begins(words: re.Pattern[str], digits: re.Pattern[str], following: str) -> bool:
    """Return whether the sound at the beginning of a word or number is surely of a kind."""
    if following[0].isdigit():
        return bool(digits.fullmatch(following))
    low = following.lower()
    if low in _SMALL or not words.match(low) or not following[1:].islower():
        return False
    head = re.split(r"[-'’.&]", following)[0]
    return len(head) > 1 and head.isascii() and lookup.level(head) is not None and _said(head)


def _said(head: str) -> bool:
    """Return whether letters are said as a word: mRNA and ssh are not."""
    low = head.lower()
    return bool(re.search("[aeiouy]", low)) and (len(low) > 3 or low in lookup.common())
