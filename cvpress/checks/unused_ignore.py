"""An ignore that silences nothing has outlived its reason, or names the wrong check.

It hides the next real fault of that kind. Ignores for TeX and for proofs are not judged, since
they can only be used once the page is printed, nor are those for links, since servers have their
moods. A severity for a check that does not exist is told here, too.

Bad:
    person: {name: Ada Example}
    checks:
      ignore: [date-order]
Says:
    3:12 warning unused-ignore: Nothing here is silenced by ignoring date-order.
Bad:
    person: {name: Ada Example}
    checks: {severity: {date-ordr: info}}
Says:
    2:21 warning unused-ignore: There is no check named date-ordr.
Good:
    person: {name: Ada Example}
    checks:
      ignore: [date-invalid]
    sections:
      - title: Awards
        awards: [{title: Prize, date: 2021-13}]
Silence:
    Take the ignore out, or `checks: {severity: {unused-ignore: info}}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from cvpress.finding import Problem
from cvpress.ignores import Ignore
from cvpress.rules import Rule, every
from cvpress.schema.suggest import closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "warning"
ON = True
FAMILY = "yaml"
LANGUAGES = None

_SOUGHT = 10


def check(
    document: Document, settings: Settings, ignores: Iterable[Ignore], running: set[str]
) -> Iterator[Problem]:
    """Yield each ignore that silenced nothing. `running`: the ids of the checks that ran."""
    unused = [ignore for ignore in ignores if not ignore.used]
    changed = document.node("/checks/severity")
    levels = changed.items if isinstance(changed, Mapping) else {}
    rules = every() if unused or levels else ()  # loads the proofs, too
    names = _Names(rules, running)
    for ignore in unused:
        if not names.known(ignore.id):
            yield replace(names.unknown(ignore.id), path=ignore.path, place=ignore.place)
        elif names.judged(ignore.id):
            message = f"Nothing here is silenced by ignoring {ignore.id}."
            yield Problem(ignore.path, message, help="Take it out.", place=ignore.place)
    for id, node in levels.items():
        if not names.known(id):
            yield replace(names.unknown(id), path=node.path, key=True)


class _Names:
    """What an ignore or a severity can name: ids, families, globs that some id fits."""

    def __init__(self, rules: Iterable[Rule], running: set[str]) -> None:
        self._ids = {rule.id: rule for rule in rules}
        self._families = {rule.family for rule in rules}
        self._running = running
        self._sought = 0

    def known(self, name: str) -> bool:
        """Return whether a name means at least one check."""
        return name in self._ids or name in self._families or bool(self._globbed(name))

    def _globbed(self, name: str) -> list[Rule]:
        fits = [rule for id, rule in self._ids.items() if "*" in name and fnmatchcase(id, name)]
        return fits or [rule for rule in self._ids.values() if rule.family == name]

    def judged(self, name: str) -> bool:
        """Return whether all that an ignore names could be silenced by now; `*` names nothing."""
        if name in self._ids:
            return name in self._running
        later = (one for one in self._globbed(name) if one.online or one.stage != "checks")
        return not name.strip("*") or not any(later)

    def unknown(self, name: str) -> Problem:
        """Say that there is no such name; what may be meant is looked for (2 ms) a few times."""
        self._sought += 1
        near = closest(name, sorted(self._ids)) if self._sought <= _SOUGHT else ""
        help = f"Did you mean {near}?" if near else "`cvpress checks` lists them all."
        return Problem("", f"There is no check named {name}.", help=help)
