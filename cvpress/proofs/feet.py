"""The feet of the pages: the words there are none of the CV's texts, but they must be there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cvpress.printed.model import Printed
from cvpress.proofs.tokens import Text, texts, tokens_of
from cvpress.view.model import View

PATH = "/design/page_numbers"


@dataclass(frozen=True, slots=True)
class Feet:
    """What was found of the feet: the printed words they are, and the feet that are not there."""

    words: frozenset[int] = frozenset()
    lost: tuple[Text, ...] = ()


def found(printed: Printed, view: View) -> Feet:
    """Look for the foot at the end of each page, as it is copied; a lone page has none."""
    total = len(printed.pages)
    if view.foot is None or total < 2:
        return Feet()
    wanted = {n: texts([view.foot.on(n, total)])[0] for n in range(1, total + 1)}
    page_of = [word.page for word in printed.words]
    pages = groupby(range(len(page_of)), page_of.__getitem__)
    at = {number: _last(printed, list(of), wanted[number]) for number, of in pages}
    lost = tuple(text for number, text in wanted.items() if not at.get(number))
    return Feet(frozenset(word for words in at.values() for word in words), lost)


def _last(printed: Printed, words: Sequence[int], foot: Text) -> Sequence[int]:
    """Return the last words of a page if they are its foot, else none."""
    count, tokens = 0, 0
    while count < len(words) and tokens < len(foot.tokens):
        count += 1
        tokens += len(tokens_of(printed.words[words[-count]].text))
    last = words[len(words) - count :]
    letters = [token for word in last for token in tokens_of(printed.words[word].text)]
    return last if tuple(letters) == foot.tokens else ()
