"""Where two programs copy other words from one PDF, as marked lines: `[-lost-]{+instead+}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

MOST_WORDS = 5_000  # beyond it texts are compared up to here


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of the second text, what differs in it marked; `number` counts its lines from 1."""

    number: int
    text: str


def compare(first: str, second: str) -> Iterator[Marked]:
    """Yield the lines of the second text in which words differ from the first one's."""
    before = [word for word, _ in islice(_words(first), MOST_WORDS)]
    words = [*islice(_words(second), MOST_WORDS)]
    after = [word for word, _ in words]
    marks: dict[int, list[str]] = {}
    changed = set()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        line = words[min(c, len(words) - 1)][1] if words else 1
        if a < b and what != "equal":
            marks.setdefault(line, []).append(f"[-{' '.join(before[a:b])}-]")
            changed.add(line)
        for word, at in words[c:d]:
            marks.setdefault(at, []).append(word if what == "equal" else f"{{+{word}+}}")
            changed |= {at} if what != "equal" else set()
    for line in sorted(changed):
        yield Marked(line, " ".join(marks[line]).replace("+} {+", " "))


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a text with the numbers of their lines; signs alone tell nothing."""
    for number, line in enumerate(text.splitlines(), 1):
        for word in line.split():
            if any(map(str.isalnum, word)):
                yield word, number
