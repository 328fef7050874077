"""A bracket is opened and never closed, or closed and never opened.

The reader looks in vain for the other half, and often a word is missing with it. Silent on what
stands alone by right: numbers of a list (`a)`, `2)`), half-open intervals (`[0, 1)`), smileys, and
brackets in code. A Chinese bracket may close a Latin one. Where a comma of YAML has cut a bracket
in two, `cut-by-comma` tells it.

Bad:
    sections:
      - title: Work
        entries:
          - {title: Compilers (LLVM, organization: "Bell] Labs", note: "Best (paper]"}
Says:
    4:27 warning unbalanced-bracket: Nothing closes this bracket.
    4:53 warning unbalanced-bracket: Nothing opens this bracket.
    4:80 warning unbalanced-bracket: Another bracket was opened than this one closes.
Good:
    sections:
      - title: Work
        entries:
          - title: "a) Compilers (LLVM [x86]) and 2) `f(x`, on [0, 1) :-)"
            note: 论文（三篇)
Silence:
    `checks: {ignore: [unbalanced-bracket]}`, `ignore: [unbalanced-bracket]` on the entry, or
    `# cvpress: ignore unbalanced-bracket` on the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None

# A kind of bracket is a pair of signs here. A set of signs beyond ASCII compiles in 2 ms.
_KINDS = str.maketrans("（）［］｛｝【】《》「」『』", "()[]{}\1\2\3\4\5\6\7\x08")
_OPENS = {")": "(", "]": "[", "}": "{", "\2": "\1", "\4": "\3", "\6": "\5", "\x08": "\7"}
_ANY = re.compile(r"[()\[\]{}\1-\x08]")
FIRST, CLOSED, MIXED = (
    "Nothing closes this bracket.",
    "Nothing opens this bracket.",
    "Another bracket was opened than this one closes.",
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each bracket without its other half."""
    cut = {fault.path.rpartition("/")[0] for fault in document.faults if fault.id == "cut-by-comma"}
    for field in texts(document):
        if field.path.rpartition("/")[0] in cut:
            continue
        marked = parse(field.scalar.text)
        for at, message in lone(marked.prose):
            help = "Write the other half, or take this one out."
            yield Problem(field.path, message, at=marked.stretch(at, at + 1), help=help)


def lone(text: str) -> list[tuple[int, str]]:
    """Return where a text has half a pair of brackets, and what is wrong there; in order."""
    plain = text.translate(_KINDS)
    if not list(_halves(plain)):
        return []
    intervals, smileys, _ = _right()
    plain = intervals.sub(_hidden, plain)
    smiling = {at for match in smileys.finditer(plain) for at in range(*match.span())}
    return sorted(half for half in _halves(plain) if half[0] not in smiling)


@cache
def _right() -> tuple[re.Pattern[str], ...]:
    """Return what has one bracket by right; compiled only for a text with half a pair."""
    number = r"(?:[-+]|−)?(?:\d[\d.]*|∞|[a-z])"
    interval = rf"[\[(\]]\s*{number}\s*[,;]\s*{number}\s*[)\[\]]"
    smiley = r"(?<!\S)(?:[:;](?:'|’)?-?[()\[\]]{1,2}|[()]-?[:;])(?!\w)"
    # A number of a list: "a)", "12)", "iv)", "2.1)", at the beginning or after a space.
    listed = r"(?:^|[\s(,;:])(?:\w|\d{1,2}(?:\.\d)?|[ivxIVX]{1,4})$"
    return re.compile(interval), re.compile(smiley), re.compile(listed)


def _hidden(match: re.Match[str]) -> str:
    """Take out an interval that is open at one end; a pair of one kind stays as it is."""
    word = match.group()
    return word if word[0] == _OPENS.get(word[-1]) else " " * len(word)


def _halves(text: str) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, str]] = []
    open = Counter[str]()
    for match in _ANY.finditer(text):
        at, sign = match.start(), match.group()
        partner = _OPENS.get(sign)
        if partner is None:
            opened.append((at, sign))
            open[sign] += 1
        elif open[partner]:
            while opened[-1][1] != partner:
                open[opened[-1][1]] -= 1
                yield opened.pop()[0], FIRST
            open[opened.pop()[1]] -= 1
        elif sign == ")" and _right()[2].search(text, max(at - 6, 0), at):
            continue
        elif opened:
            open[opened.pop()[1]] -= 1
            yield at, MIXED
        else:
            yield at, CLOSED
    yield from ((at, FIRST) for at, _ in opened)
