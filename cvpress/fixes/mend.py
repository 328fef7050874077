"""Puts the fixes of a CV's findings into its text, round by round, until none is left that stands.

In one round go the fixes that do not meet each other; what they meet is judged again in the next.
A change against which something speaks is parted, until the fix that spoils it stands alone and is
left as a suggestion. First go the fixes of how the file is read, since they show what was hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cvpress import checking
from cvpress.checking import Checked
from cvpress.finding import Finding
from cvpress.fixes.change import Change, edits, meet
from cvpress.fixes.objections import of_reading, stand
from cvpress.settings import Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document, Edit

_WORK = 1 << 23  # letters read again: 800 times a CV of 10 KB, 16 times the largest file


@dataclass(frozen=True, slots=True)
class Mended:
    """A CV before and after its fixes, and the findings that are gone by them."""

    before: Document
    after: Checked
    fixed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """A text, what is found in it, and all that a fix is held against.

    `judged` has more findings than are told where only some checks were asked for.
    """

    told: Checked
    judged: Checked


def mend(data: bytes, name: str, wishes: Wishes) -> Mended:
    """Return the CV with its fixes. Bytes that are no UTF-8 text are left as they are.

    Raises UsageError where the wishes are wrong.
    """
    return _Mender(name, wishes).run(data)


class _Mender:
    """One CV on its way to a text in which no fix is left that stands."""

    def __init__(self, name: str, wishes: Wishes) -> None:
        self._name, self._wishes = name, wishes
        self._work = _WORK
        self._spoilt: set[tuple[str, ...]] = set()

    def run(self, data: bytes) -> Mended:
        state = self._state(data)
        before, fixed, seen = state.told.document, list[Finding](), {data}
        while before.text.encode() == data:
            state, gone = self._round(state)
            fixed += gone
            text = state.told.document.text.encode()
            if not gone or text in seen:
                break
            seen.add(text)
        return Mended(before, state.told, tuple(fixed))

    def _round(self, state: _State) -> tuple[_State, list[Finding]]:
        """Put in what stands. What spoilt an earlier change is tried again after all the others."""
        for again in (False, True):
            if again and not self._spoilt:
                break
            if again:
                self._spoilt.clear()
            for reading in (True, False):
                after, gone = self._put(state, self._chosen(state, reading))
                if gone:
                    return after, gone
        return state, []

    def _chosen(self, state: _State, reading: bool) -> list[tuple[Finding, list[Edit]]]:
        some = [
            finding
            for finding in state.told.findings
            if finding.fix and _key(finding) not in self._spoilt and of_reading(finding) is reading
        ]
        return _apart(state.told.document, some)

    def _put(
        self, state: _State, fixes: Sequence[tuple[Finding, list[Edit]]]
    ) -> tuple[_State, list[Finding]]:
        """Put in all of these fixes or, where that does not stand, the first half that does."""
        if not fixes or self._work <= 0:
            return state, []
        findings = [finding for finding, _ in fixes]
        change = Change(state.told.document, (edit for _, some in fixes for edit in some))
        after = self._state(change.text().encode("utf-8", "surrogatepass"))
        if stand(state.judged, after.judged, change, findings):
            return after, findings
        if len(fixes) == 1:
            self._spoilt.add(_key(findings[0]))
            return state, []
        half = len(fixes) // 2
        after, gone = self._put(state, fixes[:half])
        return (after, gone) if gone else self._put(state, fixes[half:])

    def _state(self, data: bytes) -> _State:
        document = checking.opened(data, self._name)
        self._work -= len(document.text)
        settings = read_settings(document, self._wishes)
        told = checking.judge(document, settings)
        if not (self._wishes.select or self._wishes.ignore):
            return _State(told, told)
        usual = read_settings(document, replace(self._wishes, select=(), ignore=()))
        known = set(told.findings)
        more = (one for one in checking.judge(document, usual).findings if one not in known)
        return _State(told, Checked(document, settings, (*told.findings, *more)))


def _key(finding: Finding) -> tuple[str, ...]:
    """Return what a finding is known by when its place has moved."""
    replacements = (edit.replacement for edit in finding.fix.edits) if finding.fix else ()
    return finding.id, finding.path, finding.message, *replacements


def _apart(document: Document, findings: Sequence[Finding]) -> list[tuple[Finding, list[Edit]]]:
    """Return the fixes that do not meet one before them, in the order of the file."""
    chosen: list[tuple[Finding, list[Edit]]] = []
    taken: list[Edit] = []
    for finding in findings:
        some = edits(document, finding.fix) if finding.fix else []
        if some and not any(meet(edit, other) for edit in some for other in taken):
            chosen.append((finding, some))
            taken += some
    return chosen
