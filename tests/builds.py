"""Builds the cases with a theme and an engine, once for all tests of a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cvpress import engines, printed, render, runner, source, theme, view
from cvpress.engines.glyphs import dressed
from cvpress.finding import Finding
from cvpress.printed.model import Printed
from cvpress.settings import Settings, Wishes, read
from cvpress.source.document import Document
from cvpress.theme import Theme
from cvpress.view.model import View

CASES = Path(__file__).parent / "cases"
TODAY = "2026-01-15"
OURS = theme.names(CASES)
"""The themes that ship."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A CV, laid out for a theme, and the TeX of its body."""

    document: Document
    settings: Settings
    view: View
    theme: Theme
    body: str

    def press(self, body: str = "", engine: str = "embedded") -> bytes:
        """Set the body, or another one, and return the PDF; in the font's kin where it lacks it."""
        chosen = engines.load(engine)
        if chosen.missing():
            pytest.skip(chosen.missing())
        font = chosen.fonts(self.view.design.font)[0]
        page = self.view if font == self.view.design.font else self.view.dressed(font)
        own = self.body if page is self.view else render.body(page, self.theme)
        press = chosen.open(theme.stationery(self.theme, font))
        try:
            compiled = press.press(body or own, page.files())
        finally:
            press.close()
        assert compiled.pdf, compiled.log[-2000:]
        return compiled.pdf

    def proofs(self, page: Printed) -> list[Finding]:
        """Return what the proofs find."""
        judge = lambda rule: rule.judge(page, self.view)  # noqa: E731
        return runner.run("proofs", self.document, self.settings, judge)

    def told(self, pdf: bytes) -> list[tuple[str, str]]:
        """Return (id, path) of what the proofs find in a PDF."""
        return [(found.id, found.path) for found in self.proofs(printed.read(pdf))]


def lay(text: str, look: str = "classic") -> Laid:
    """Lay out a cv.yaml with a theme that ships."""
    document = source.read(text.encode(), "cv.yaml")
    settings = read(document, Wishes(today=TODAY))
    found = theme.find(look, CASES)
    page = dressed(view.build(document, settings, found.layout))
    return Laid(document, settings, page, found, render.body(page, found))


@cache
def case(name: str, look: str = "classic") -> Laid:
    """Lay out a case of tests/cases."""
    return lay((CASES / f"{name}.yaml").read_text("utf-8"), look)


@cache
def pdf(name: str, look: str = "classic", engine: str = "embedded") -> bytes:
    """Return the PDF of a case."""
    return case(name, look).press(engine=engine)
