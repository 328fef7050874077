"""What is copied from a page of ours without being a text of the CV, a separator, or a word.

Icons do it: a program knows nothing of the picture, and copies the letter in whose place the font
has it. What a theme prints on purpose is left alone: words, bullets, separators, and signs that
look as they are (✉). In the head of the page, where icons stand, a lone “#” is none of these.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from cvpress.proofs.comparison import Difference
from cvpress.proofs.differences import SEPARATORS, gaps, path_of
from cvpress.proofs.placing import Placed
from cvpress.proofs.stream import Stream
from cvpress.proofs.tokens import Text

_NOTHING = ("Cc", "Co", "Cn", "Cs")  # categories of what no font shows as a letter
_KEYS = frozenset("#%$=+@^_\\<>")  # signs that part nothing


def strangers(
    wanted: Sequence[Text], stream: Stream, placed: Placed, head: int
) -> Iterator[Difference]:
    """Yield each stranger with the text that it stands before; `head`: how many texts it has.

    What lies where a text is missing is none: it may be this text gone wrong.
    """
    places = placed.all()
    known = {token for start, end in places.values() for token in range(start, end)}
    known |= {token for gap in gaps(wanted, stream, placed) for token in gap.free}
    sections = min((places[n][0] for n in places if n >= head), default=len(stream.tokens))
    for token, seen in enumerate(stream.tokens):
        if token not in known and _strange(seen, token < sections) and not _dialled(stream, token):
            later = [number for number, place in places.items() if place[0] > token]
            number = min(later, key=lambda number: places[number][0], default=len(wanted) - 1)
            yield Difference(path_of(wanted, number), wanted[number].plain, seen)


def _dialled(stream: Stream, token: int) -> bool:
    """Tell the sign before a phone number, an overlay's or of the whole CV, from icons."""
    return stream.tokens[token] == "+" and "".join(stream.tokens[token + 1 : token + 2]).isdigit()


def _strange(seen: str, in_head: bool) -> bool:
    if len(seen) > 1 or seen in SEPARATORS:
        return False
    if unicodedata.category(seen) in _NOTHING or seen == "\ufffd":
        return True
    return in_head and (seen in _KEYS or "\u00a1" <= seen < "\u0250")
