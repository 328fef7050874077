"""Settings: what a check may ask about besides the document, decided once and frozen.

They come from the file's own `checks:` and `locale:` and from the command line, which wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cvpress.finding import Severity

Clock = Literal["flag", "file", "epoch", "clock"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The frozen settings of one run on one file.

    `today`: the day on which the CV is read; `clock`: who said so. `real_today`: the UTC date.
    `locales`: the languages of the file, the default first. `words`: known words, as written.
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

    @property
    def language(self) -> str:
        """The primary language of the file, without region: `en` of `en-GB`."""
        return self.locales[0].partition("-")[0].lower()
