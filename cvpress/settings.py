"""Settings: what a check may ask about besides the document, decided once and frozen.

They come from the file's own `checks:` and `locale:` and from the command line, which wins.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

from cvpress import dates
from cvpress.errors import UsageError
from cvpress.finding import SEVERITIES, Severity
from cvpress.links import Ask
from cvpress.schema.fields import scalars
from cvpress.schema.respelt import as_meant
from cvpress.schema.tongues import locales
from cvpress.source.document import Document, Mapping, Node

Clock = Literal["flag", "file", "epoch", "clock"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The frozen settings of one run on one file.

    `today`: the day on which the CV is read; `clock`: who said so. `real_today`: the UTC date.
    `locales`: the languages of the file, the default first. `words`: known words, as written.
    `dictionaries`: the folders of Hunspell dictionaries; none: the usual (words/dictionaries.py).
    `links`: asks what became of links; None: nobody may be asked.
    """

    today: date
    real_today: date
    clock: Clock = "clock"
    locales: tuple[str, ...] = ("en",)
    spelling: str = ""
    words: frozenset[str] = frozenset()
    severity: dict[str, Severity] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    deselect: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    links: Ask | None = None

    @property
    def language(self) -> str:
        """The primary language of the file, without region: `en` of `en-GB`."""
        return self.locales[0].partition("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says about checking; each wins over the file.

    `given`: values that stand in the place of the file's, each as `path=value`.
    """

    today: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    links: Ask | None = None
    given: tuple[str, ...] = ()


def read(document: Document, wishes: Wishes) -> Settings:
    """Return the settings of one run.

    Raises UsageError where `--today` or SOURCE_DATE_EPOCH is wrong. A setting
    of the file that has the wrong shape is left out here; the schema's checks report it.
    """
    document = as_meant(document.own)
    checks = document.root.get("checks") if document.root else None
    checks = checks if isinstance(checks, Mapping) else _NOTHING
    today, clock = _today(wishes.today, checks.text("today"))
    return Settings(
        today=today,
        real_today=datetime.now(UTC).date(),
        clock=clock,
        locales=locales(document),
        spelling=checks.text("spelling"),
        words=frozenset(_texts(checks, "words")),
        severity=_severity(checks.get("severity")),
        ignore=_texts(checks, "ignore"),
        select=wishes.select,
        deselect=wishes.ignore,
        dictionaries=wishes.dictionaries,
        links=wishes.links,
    )


_NOTHING = Mapping("", 0, 0, {}, {})


def _texts(node: Mapping, key: str) -> tuple[str, ...]:
    return tuple(scalar.text for scalar in scalars(node, key))


def _severity(node: Node | None) -> dict[str, Severity]:
    if not isinstance(node, Mapping):
        return {}
    return {id: level for id in node.items for level in SEVERITIES if node.text(id) == level}


def _today(flag: str, written: str) -> tuple[date, Clock]:
    """Return the day on which the CV is read, and who says so (DESIGN 3.2)."""
    now = datetime.now(UTC).date()
    if flag:
        return _given(flag, "--today"), "flag"
    day = _written(written, now)
    if day:
        return day, "file"
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date(), "epoch"
        except (ValueError, OverflowError, OSError):
            message = f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds."
            raise UsageError(message, "Unset it or give whole seconds since 1970.") from None
    return now, "clock"


def _written(text: str, now: date) -> date | None:
    """Return the day that `checks.today` means: of a month its last, when all of it has been."""
    with suppress(dates.DateError):
        said = dates.parse(text, now) if text else None
        if said and said.precision != "open" and not said.expected:
            return said.last
    return None


def _given(text: str, name: str) -> date:
    with suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    raise UsageError(f"{name} {text} is no day of the calendar.", "Write it as 2026-01-15.")
