"""Brackets that want a space before them: Lab(Prof. Example), CTF(Capture the Flag).

Code and science write so by right: f(x), O(n), max(A, B), iron(III), poly(lactic acid), BSc(Hons),
user(s), Lehrer(innen). So only what opens with a word of a sentence is told, after a word that is
no name of a function; after an acronym, only what the acronym is short for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvpress.words.clauses import words_of

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_HINT = re.compile(r"\w\(")
# Functions, and what chemistry is made of: a bracket belongs to them.
_FUNCTIONS = words_of(
    "abs all any apply argmax argmin array assert avg beta call catch class cos count cov def"
    " describe det dict diff div eval exec exp expect filter find float for func function gamma get"
    " hash if init int join len list log map max mean min new normal open pow print printf query"
    " rank read reduce return run select set sin softmax sort split sqrt str sum super switch"
    " tan tanh test trace tuple update var vec while write bis poly copoly oligo tetrakis tris"
)
_LONG = 10  # so long, a word is no function with a list of arguments
_SPELLED = 4  # of so few letters, an acronym has its words' initials; of more, syllables


class _Patterns:
    """Compiled (1 ms) only where a bracket follows a letter."""

    def __init__(self) -> None:
        self.opened = re.compile(
            r"(?<![\w./\\@#$)])(?<!\bnew )(?<!\bclass )(?<!\bdef )"
            rf"(?P<word>[{_UPPER}{_LOWER}]{{2,40}})\((?P<inside>[^()\n]{{3,200}})(?P<end>.?.?)"
        )
        self.word = re.compile(rf"[{_UPPER}]?[{_LOWER}]{{2,}}")
        self.acronym = re.compile(rf"(?=(?:.*[{_UPPER}]){{2}})[{_UPPER}{_LOWER}]{{2,}}")
        self.sentence = re.compile(
            rf"[{_UPPER}][{_LOWER}]{{2,}}(?: |\. ?(?=[{_UPPER}]))|(?:Dr|Mr|Mrs|Ms)\. ?[{_UPPER}]"
            rf"|[{_LOWER}]{{3,}} [{_LOWER}]{{2,}}"
        )
        self.listed = re.compile(rf"(?:[{_UPPER}]{{2,}}|[{_UPPER}][{_LOWER}]{{2,}}), ")
        self.alone = re.compile(rf"[{_UPPER}][{_LOWER}]{{2,}}")
        self.of_its_word = re.compile(r"(?:Hons|Oxon|Cantab|Innen)\b")
        self.parts = re.compile(
            r"(?:Anti|Counter|Inter|Intra|Meta|Mis|Multi|Non|Over|Post|Pre|Sub|Trans|Under)"
        )


_patterns = cache(_Patterns)


def unspaced(prose: str, alone: bool) -> Iterator[tuple[int, int]]:
    """Yield the words after which a bracket opens that wants a space before it (as stretches).

    `alone`: also one word may stand in the bracket, as in what bodies and posts are called.
    """
    if not _HINT.search(prose):
        return
    for found in _patterns().opened.finditer(prose):
        closed, after = found["end"][:1] == ")", found["end"][1:]
        chemical = closed and after.isalnum()
        if not chemical and _wanted(found["word"], found["inside"], alone and closed):
            yield found.span("word")


def _wanted(word: str, inside: str, alone: bool) -> bool:
    signs = _patterns()
    if word.lower() in _FUNCTIONS or signs.of_its_word.match(inside):
        return False
    if signs.acronym.fullmatch(word):
        return _short_for(word, inside)
    if not signs.word.fullmatch(word) or len(word) < 3:
        return False
    if alone and signs.alone.fullmatch(inside) and not signs.parts.fullmatch(word):
        return word[0].isupper()
    listed = len(word) >= _LONG and signs.listed.match(inside)
    return bool(listed or signs.sentence.match(inside))


def _short_for(acronym: str, inside: str) -> bool:
    """Return whether an acronym is short for some words: each of its capitals opens one."""
    initials = [word[0].upper() for word in inside.split()]
    if "," in inside or len(initials) < 2 or initials[0] != acronym[0]:
        return False
    if len(acronym) > _SPELLED:
        return len(initials) > 2
    rest = iter(initials)
    return all(letter in rest for letter in acronym if letter.isupper())
