"""What speaks against fixes: the text before and after them is read, checked and compared.

A fix is not believed. After it the document must still be read to its end, every word outside the
edits must be the one it was, the finding must be gone, and no other may have come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cvpress.checking import Checked
from cvpress.finding import Finding
from cvpress.fixes.change import Change, Place, Places
from cvpress.rules import load
from cvpress.source.document import Document, Mapping, Scalar
from cvpress.source.positions import offset, offsets

READING = ("yaml", "schema")


def of_reading(finding: Finding) -> bool:
    """Return whether a finding is about how the text is read: its fix may show what was hidden."""
    return any(rule.id == finding.id and rule.family in READING for rule in load("checks"))


def stand(before: Checked, after: Checked, change: Change, fixed: Sequence[Finding]) -> bool:
    """Return whether nothing speaks against a change that fixes these findings."""
    if before.document.root is not None and not _same_words(before, after, change):
        return False
    new = list(_new(before, after, change, fixed))
    if before.document.root is None:
        return not any(_touched(after.document, one, change) for one in new if of_reading(one))
    if of_reading(fixed[0]):
        return not any(of_reading(one) for one in new)
    return _next_of_their_kind(after.document, new, change, fixed)


def _next_of_their_kind(
    document: Document, new: list[Finding], change: Change, fixed: Sequence[Finding]
) -> bool:
    """A check that tells one fault at a time tells the next one, elsewhere."""
    left = [finding.id for finding in fixed]
    for one in new:
        if one.id not in left or _touched(document, one, change):
            return False
        left.remove(one.id)
    return True


def _new(
    before: Checked, after: Checked, change: Change, fixed: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield the findings that were not there before; those that were fixed are not to be there."""
    known: dict[str, list[Place | None]] = {}
    for finding in before.findings:
        if not any(finding is one for one in fixed):
            place = _place(before.document, finding)
            moved = change.moved(place) if place else None
            known.setdefault(finding.id, []).append(moved)
    for finding in after.findings:
        place = _place(after.document, finding)
        same = [old for old in known.get(finding.id, ()) if _meet(old, place)]
        if same:
            known[finding.id].remove(same[0])
        else:
            yield finding


def _touched(document: Document, finding: Finding, change: Change) -> bool:
    place = _place(document, finding)
    return place is not None and change.new.meet(place)


def _meet(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] <= other[1] and other[0] <= one[1]


def _place(document: Document, finding: Finding) -> Place | None:
    if finding.span is None:
        return None
    if finding.file != document.name:
        return offsets(document, finding.path)
    span = finding.span
    return offset(document, span.line, span.column), offset(
        document, span.end_line, span.end_column
    )


def _same_words(before: Checked, after: Checked, change: Change) -> bool:
    """Return whether every key and value that no edit touches is the one it was.

    Where the file can't be read to its end there are none.
    """
    return _words(before.document.own, change.old) == _words(after.document.own, change.new)


def _words(document: Document, edited: Places) -> list[str]:
    return [one.text for one in _scalars(document) if not edited.meet((one.start, one.end))]


def _scalars(document: Document) -> Iterable[Scalar]:
    values = list(document.scalars())
    keys = [
        key
        for node in document.nodes.values()
        if isinstance(node, Mapping)
        for key in node.keys.values()
    ]
    return sorted((*keys, *values), key=lambda scalar: scalar.start)
