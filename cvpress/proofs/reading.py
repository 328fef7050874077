"""The view read against the printed page: what is lost, what is garbled, what comes out of order.

The proofs of the text share one comparison, so that one fault is one finding. On a page that is
right it is one search after the other. Only where that fails is asked which texts keep their order
(`chain`), which of the others stand elsewhere, and what stands in the place of the rest (`hunks`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from cvpress.printed.model import Printed
from cvpress.proofs import elsewhere
from cvpress.proofs.comparison import Comparison, Difference, Move
from cvpress.proofs.differences import differences, path_of
from cvpress.proofs.feet import PATH
from cvpress.proofs.feet import found as found_feet
from cvpress.proofs.folding import fold
from cvpress.proofs.placing import Placed, place
from cvpress.proofs.scope import foreign, written
from cvpress.proofs.strangers import strangers
from cvpress.proofs.stream import stream
from cvpress.proofs.tokens import Text, texts
from cvpress.view.model import View

# Texts, the share of their words that lacks in a PDF of another CV, and that of the texts.
LEAST, MOST_LOST, MOST_MISSING = 8, 0.75, 0.6
_KNOWN: WeakKeyDictionary[Printed, tuple[View, Comparison]] = WeakKeyDictionary()


def compare(printed: Printed, view: View) -> Comparison:
    """Return what the printed page says of the view's texts. Kept as long as `printed` lives."""
    known = _KNOWN.get(printed)
    if known is None or known[0] is not view:
        judge = elsewhere.compare if foreign(printed) else _ours
        found = judge(printed, view)
        if not printed.words or _alien(found, printed, view):
            found = Comparison(found.compared, missing=found.missing, alien=True)
        known = _KNOWN[printed] = view, found
    return known[1]


def another(printed: Printed, view: View) -> bool:
    """Return whether a PDF that can be read is of another CV: its other faults are none of this."""
    return bool(printed.words) and compare(printed, view).alien


def _alien(found: Comparison, printed: Printed, view: View) -> bool:
    """Return whether hardly a word of the CV is there; a text of many words counts for more.

    In a PDF of ours, words of another CV stand in the places of texts, as garbled ones do; but it
    names another author.
    """
    if found.compared < LEAST:
        return False
    if _strange_author(printed, view) and found.missing > MOST_MISSING * found.compared:
        return True
    lost = sum(len(each.want.split()) for each in found.lost)
    wanted = written(view) if foreign(printed) else view.words()
    return lost > MOST_LOST * sum(len(words.plain.split()) for words in wanted)


def _strange_author(printed: Printed, view: View) -> bool:
    author = fold(printed.metadata.get("Author", ""))
    return bool(author) and not foreign(printed) and author != fold(view.author)


def _ours(printed: Printed, view: View) -> Comparison:
    feet = found_feet(printed, view)
    wanted, page = texts(view.words()), stream(printed, without=feet.words)
    placed = place(wanted, page)
    found = tuple(differences(wanted, page, placed, printed))
    words = {number: page.shown(wanted[number], at) for number, at in placed.all().items()}
    return Comparison(
        compared=len(wanted),
        lost=(
            *(each for each in found if not each.seen),
            *(Difference(PATH, foot.plain) for foot in feet.lost),
        ),
        garbled=tuple(each for each in found if each.seen),
        strange=tuple(strangers(wanted, page, placed, len(texts(view.person.words())))),
        moved=tuple(_moves(wanted, placed)),
        paths={word: wanted[number].path for number, shown in words.items() for word in shown},
        places={number: words[number] for number in placed.ordered},
        feet=feet.words,
        missing=len(wanted) - len(words),
    )


def _moves(wanted: Sequence[Text], placed: Placed) -> Iterator[Move]:
    """Yield the texts out of order; those that are copied one after the other are one move."""
    if not placed.moved:
        return
    at = placed.all()
    group: list[int] = []
    after = ""
    for number in (*sorted(at, key=lambda number: at[number]), -1):
        if number in placed.moved:
            group.append(number)
            continue
        if group:
            first = min(group)
            instead = wanted[first - 1].plain if first else ""
            path = path_of(wanted, first)
            yield Move(path, wanted[first].plain, len(group), after, instead)
        group, after = [], wanted[number].plain
