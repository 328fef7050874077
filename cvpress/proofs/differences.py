"""What stands in the place of the texts that stand nowhere: other letters, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cvpress.printed.model import Printed
from cvpress.proofs.around import around
from cvpress.proofs.comparison import Difference, capitals
from cvpress.proofs.hunks import Hunk, hunks
from cvpress.proofs.placing import Placed
from cvpress.proofs.stream import Stream
from cvpress.proofs.tokens import Text

# What a theme prints before a text, and what it may print between two of them.
BULLETS = frozenset("•◦▪·|")
SEPARATORS = BULLETS | frozenset(",;:()[]/–—")
ALIKE = 0.4  # of two words of as many letters by chance 0.2 are alike
Owner = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """Texts side by side that stand nowhere, token by token, and the free printed tokens there.

    `owners`: for each wanted token the number of its text and its place in it; `free`: numbers of
    printed tokens; `end`: the printed token that comes next.
    """

    owners: Sequence[Owner]
    free: Sequence[int]
    end: int


def gaps(wanted: Sequence[Text], stream: Stream, placed: Placed) -> Iterator[Gap]:
    """Yield the runs of texts that stand nowhere, each with what lies between its neighbours."""
    taken = {token for start, end in placed.moved.values() for token in range(start, end)}
    run: list[Owner] = []
    start = 0
    for number in range(len(wanted) + 1):
        at = placed.ordered.get(number)
        if at or number == len(wanted):
            end = at[0] if at else len(stream.tokens)
            if run:
                free = [token for token in range(start, end) if token not in taken]
                yield Gap(run, free, end)
            run, start = [], at[1] if at else end
        elif number not in placed.moved:
            run += [(number, token) for token in range(len(wanted[number].tokens))]


def differences(
    wanted: Sequence[Text], stream: Stream, placed: Placed, printed: Printed
) -> Iterator[Difference]:
    """Yield what differs, word by word; words that are lost side by side are one difference."""
    for gap in gaps(wanted, stream, placed):
        last = None
        for found in _in(gap, wanted, stream, printed):
            if found != last:  # two letters of one word are one difference
                yield found
            last = found


def _in(gap: Gap, wanted: Sequence[Text], stream: Stream, printed: Printed) -> Iterator[Difference]:
    tokens = [wanted[number].tokens[token] for number, token in gap.owners]
    words = _words(wanted, gap.owners)
    for hunk in hunks(tokens, [stream.tokens[token] for token in gap.free]):
        whole = _whole(hunk, words)
        want = " ".join(
            wanted[number].plain[start:end]
            for number, start, end in dict.fromkeys(words[whole.first : whole.last])
        )
        there = gap.free[whole.start : whole.end]
        beside = tokens[whole.first : hunk.first] + tokens[hunk.last : whole.last]
        if not any(map(str.isalnum, beside)):
            there = _alike(tokens[hunk.first : hunk.last], stream, there)
        seen = _trimmed(_copied(there, stream, printed), want)
        seen = "" if seen == want else seen  # the words stand there for another text
        at = gap.free[whole.start] if whole.start < len(gap.free) else gap.end
        stretch = (there[0], there[-1] + 1) if seen else (at, at)
        path = path_of(wanted, gap.owners[whole.first][0])
        yield from _single(Difference(path, want, seen, around(printed, stream, *stretch)))


def _single(difference: Difference) -> Iterator[Difference]:
    """Part a difference of several words into those that differ, where they stand in pairs."""
    wants, seens = difference.want.split(), difference.seen.split()
    if len(wants) != len(seens) or wants == seens:
        yield difference
        return
    heading = len(wants) > 1 and capitals(difference.seen)
    for want, seen in zip(wants, seens, strict=True):
        if want != seen and not (heading and seen == want.upper()):
            yield Difference(difference.path, want, seen, difference.around)


def _words(wanted: Sequence[Text], owners: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """Return for each token its word: the number of the text, and the word's place in it."""
    spans = {number: wanted[number].spans() for number in dict.fromkeys(n for n, _ in owners)}
    return [(number, *spans[number][token]) for number, token in owners]


def _whole(hunk: Hunk, words: Sequence[tuple[int, int, int]]) -> Hunk:
    """Widen a hunk to whole words; the tokens that come in stand on both sides alike."""
    before = after = 0
    while hunk.first > before and words[hunk.first - before - 1] == words[hunk.first]:
        before += 1
    while hunk.last + after < len(words) and words[hunk.last + after] == words[hunk.last - 1]:
        after += 1
    start = max(0, hunk.start - before)
    return Hunk(hunk.first - before, hunk.last + after, start, hunk.end + after)


def _alike(tokens: Sequence[str], stream: Stream, there: Sequence[int]) -> Sequence[int]:
    """Return the printed tokens if they can be these ones garbled, else none: theirs are lost."""
    signs = SEPARATORS if any(token.isalnum() for token in tokens) else BULLETS
    found = [token for token in there if stream.tokens[token] not in signs]
    want, seen = "".join(tokens), "".join(stream.tokens[token] for token in found)
    if not found or not len(want) / 2 - 1 <= len(seen) <= len(want) * 2.5 + 2:
        return ()
    return () if _unrelated(want, seen) else found


def _unrelated(want: str, seen: str) -> bool:
    """Return whether letters of one script are other words; between scripts nobody can tell."""
    if not (want.isascii() and seen.isascii() and want.isalnum() and seen.isalnum()):
        return False
    matcher = SequenceMatcher(None, want.casefold(), seen.casefold(), autojunk=False)
    return matcher.ratio() < ALIKE


def _copied(tokens: Sequence[int], stream: Stream, printed: Printed) -> str:
    """Return the printed words that tokens belong to, from the first to the last."""
    if not tokens:
        return ""
    first, last = stream.words[tokens[0]], stream.words[tokens[-1]]
    return " ".join(word.text for word in printed.words[first : last + 1])


def _trimmed(seen: str, want: str) -> str:
    """Take off the separators that a theme put at the ends of a word, and that are none of it."""
    signs = "".join(SEPARATORS) + " "
    if want[0] not in SEPARATORS:
        seen = seen.lstrip(signs)
    return seen if want[-1] in SEPARATORS else seen.rstrip(signs)


def path_of(wanted: Sequence[Text], number: int) -> str:
    """Return the path of a text; of one that the tool prints itself, that of the text after it."""
    return next((text.path for text in wanted[number:] if text.path), "")
