"""An ignore that silences nothing has outlived its reason, or names the wrong check.

It hides the next real fault of that kind. Ignores for TeX and for proofs are not judged, since
they can only be used once the page is printed.

Bad:
    person: {name: Ada Example}
    checks:
      ignore: [date-order]
Says:
    3:12 warning unused-ignore: Nothing here is silenced by ignoring date-order.
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

from cvpress.finding import Problem
from cvpress.ignores import Ignore
from cvpress.rules import every
from cvpress.schema.suggest import closest
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(
    document: Document, settings: Settings, ignores: Iterable[Ignore], running: set[str]
) -> Iterator[Problem]:
    """Yield each ignore that silenced nothing. `running`: the ids of the checks that ran."""
    unused = [ignore for ignore in ignores if not ignore.used]
    known = {rule.id for rule in every()} if unused else set()  # loads the proofs, too
    for ignore in unused:
        if ignore.id in known or "*" in ignore.id:
            if ignore.id in running or "*" in ignore.id:
                yield _problem(ignore, f"Nothing here is silenced by ignoring {ignore.id}.", "")
        else:
            near = closest(ignore.id, sorted(known))
            help = f"Did you mean {near}?" if near else "`cvpress checks` lists them all."
            yield _problem(ignore, f"There is no check named {ignore.id}.", help)


def _problem(ignore: Ignore, message: str, help: str) -> Problem:
    return Problem(ignore.path, message, help=help or "Take it out.", place=ignore.place)
