"""Brackets that want a space before them: Lab(Prof. Example), CTF(Capture the Flag).

Code and science write so by right: f(x), O(n), max(A, B), iron(III), poly(lactic acid), BSc(Hons),
user(s), Lehrer(innen). So only what opens with a word of a sentence is told, after a word that is
no name of a function; after an acronym, only what the acronym is short for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_OPENED = re.compile(
    r"(?<![\w./\\@#$)])(?<!\bnew )(?<!\bclass )(?<!\bdef )"
    rf"(?P<word>[{_UPPER}{_LOWER}]{{2,40}})\((?P<inside>[^()\n]{{3,200}})(?P<end>.?.?)"
)
_WORD = re.compile(rf"[{_UPPER}]?[{_LOWER}]{{2,}}")
# Functions, and what chemistry or a degree is made of: a bracket belongs to them.
_FUNCTIONS = re.compile(
    r"(?i:abs|all|any|apply|argmax|argmin|array|assert|avg|beta|call|catch|class|cos|count|cov|def"
    r"|describe|det|dict|diff|div|eval|exec|exp|expect|filter|find|float|for|func|function|gamma|get"
    r"|hash|if|init|int|join|len|list|log|map|max|mean|min|new|normal|open|pow|print|printf|query|rank"
    r"|read|reduce|return|run|select|set|sin|softmax|sort|split|sqrt|str|sum|super|switch|tan|tanh"
    r"|test|trace|tuple|update|var|vec|while|write|bis|(?:co)?poly|oligo|tetrakis|tris)"
)
_ACRONYM = re.compile(rf"(?=(?:.*[{_UPPER}]){{2}})[{_UPPER}{_LOWER}]{{2,}}")
_SENTENCE = re.compile(
    rf"[{_UPPER}][{_LOWER}]{{2,}}(?: |\. ?(?=[{_UPPER}]))|(?:Dr|Mr|Mrs|Ms)\. ?[{_UPPER}]"
    rf"|[{_LOWER}]{{3,}} [{_LOWER}]{{2,}}"
)
_LISTED = re.compile(rf"(?:[{_UPPER}]{{2,}}|[{_UPPER}][{_LOWER}]{{2,}}), ")
_ALONE = re.compile(rf"[{_UPPER}][{_LOWER}]{{2,}}")
_OF_ITS_WORD = re.compile(r"(?:Hons|Oxon|Cantab|Innen)\b")
_PARTS = re.compile(
    r"(?:Anti|Counter|Inter|Intra|Meta|Mis|Multi|Non|Over|Post|Pre|Sub|Trans|Under)"
)
_LONG = 10  # so long, a word is no function with a list of arguments
_SPELLED = 4  # of so few letters, an acronym has its words' initials; of more, syllables


def unspaced(prose: str, alone: bool) -> Iterator[tuple[int, int]]:
    """Yield the words after which a bracket opens that wants a space before it (as stretches).

    `alone`: also one word may stand in the bracket, as in what bodies and posts are called.
    """
    if "(" not in prose:
        return
    for found in _OPENED.finditer(prose):
        closed, after = found["end"][:1] == ")", found["end"][1:]
        chemical = closed and after.isalnum()
        if not chemical and _wanted(found["word"], found["inside"], alone and closed):
            yield found.span("word")


def _wanted(word: str, inside: str, alone: bool) -> bool:
    if _FUNCTIONS.fullmatch(word) or _OF_ITS_WORD.match(inside):
        return False
    if _ACRONYM.fullmatch(word):
        return _short_for(word, inside)
    if not _WORD.fullmatch(word) or len(word) < 3:
        return False
    if alone and _ALONE.fullmatch(inside) and not _PARTS.fullmatch(word):
        return word[0].isupper()
    listed = len(word) >= _LONG and _LISTED.match(inside)
    return bool(listed or _SENTENCE.match(inside))


def _short_for(acronym: str, inside: str) -> bool:
    """Return whether an acronym is short for some words: each of its capitals opens one."""
    initials = [word[0].upper() for word in inside.split()]
    if "," in inside or len(initials) < 2 or initials[0] != acronym[0]:
        return False
    if len(acronym) > _SPELLED:
        return len(initials) > 2
    rest = iter(initials)
    return all(letter in rest for letter in acronym if letter.isupper())
