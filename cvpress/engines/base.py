"""What an engine is: a TeX program that turns a manuscript into a PDF.

An engine knows no YAML and no view. `open` may start TeX with the part that does not depend on the
CV (so it loads while Python imports); `press` hands over the rest and waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from cvpress.theme import Stationery

__all__ = ["NOTHING", "Compiled", "Engine", "Press", "Stationery"]

NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Compiled:
    """What TeX made. `pdf` is b"" where it stopped; `log` its whole log; `seconds` wall time.

    Bytes of the log that are no UTF-8 (slots of fonts) are kept as surrogates.
    """

    pdf: bytes
    log: str
    engine: str
    seconds: float


class Press(Protocol):
    """An engine that has been opened with its stationery."""

    def press(self, body: str, files: Mapping[str, bytes] = NOTHING) -> Compiled:
        """Set the body and return what came out. Once for each press.

        `body`: settings, `\\begin{document}` … `\\end{document}`. `files`: what it asks for.
        Raises TexFailed where a limit of time, memory or size was met.
        """
        ...

    def close(self) -> None:
        """Stop what was started. Safe to call twice, and after `press`."""
        ...


class Engine(Protocol):
    """What a module in engines/ offers."""

    NAME: str

    def missing(self) -> str:
        """Return "" where the engine can run here, else the reason in one sentence."""
        ...

    def fonts(self, font: str) -> tuple[str, ...]:
        """Return the fonts in which it sets a CV that asks for one, the best first."""
        ...

    def unprintable(self, text: str, font: str) -> str:
        """Return the characters of a text that this engine can't set *and* copy in a font."""
        ...

    def open(self, stationery: Stationery) -> Press:
        """Make ready. Raises EngineMissing."""
        ...

    def version(self) -> str:
        """Return the version of the TeX program, for `doctor` and the PDF's reproducibility."""
        ...
