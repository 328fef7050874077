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
from cvpress.rules import every
from cvpress.schema.suggest import closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "warning"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(
    document: Document, settings: Settings, ignores: Iterable[Ignore], running: set[str]
) -> Iterator[Problem]:
    """Yield each ignore that silenced nothing. `running`: the ids of the checks that ran."""
    unused = [ignore for ignore in ignores if not ignore.used]
    changed = document.node("/checks/severity")
    levels = changed.items if isinstance(changed, Mapping) else {}
    rules = every() if unused or levels else ()  # loads the proofs, too
    known = {rule.id for rule in rules}
    elsewhere = {rule.id for rule in rules if rule.online or rule.stage != "checks"}
    for ignore in unused:
        if "*" in ignore.id or ignore.id in known:
            if _judged(ignore.id, running, elsewhere):
                message = f"Nothing here is silenced by ignoring {ignore.id}."
                yield Problem(ignore.path, message, help="Take it out.", place=ignore.place)
        else:
            yield replace(_unknown(ignore.id, known), path=ignore.path, place=ignore.place)
    for id, node in levels.items():
        if id not in known:
            yield replace(_unknown(id, known), path=node.path, key=True)


def _judged(id: str, running: set[str], elsewhere: set[str]) -> bool:
    """Return whether all that an ignore names could be silenced by now; `*` names nothing."""
    if id.strip("*") and "*" in id:
        return not any(fnmatchcase(other, id) for other in elsewhere)
    return "*" in id or id in running


def _unknown(id: str, known: set[str]) -> Problem:
    near = closest(id, sorted(known))
    help = f"Did you mean {near}?" if near else "`cvpress checks` lists them all."
    return Problem("", f"There is no check named {id}.", help=help)
