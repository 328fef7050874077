"""A page on its way through TeX and the proofs, and the press that it is set with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from cvpress import origin, theme
from cvpress.checking import Checked
from cvpress.engines.base import Engine, Press
from cvpress.pages import laid_out
from cvpress.pipeline.model import Order
from cvpress.source.document import Document
from cvpress.theme import Theme
from cvpress.view.model import View


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on its way. `mark`: its fingerprint (`origin`); `private`: the fields of the overlay.

    What is found belongs to `checked`.
    """

    checked: Checked
    page: View
    look: Theme
    order: Order
    private: Document | None
    mark: str

    def dressed(self, font: str) -> Sheet:
        """Return the sheet in another font."""
        return replace(self, page=self.page.dressed(font))


def lay(
    checked: Checked,
    whole: Checked,
    look: Theme,
    order: Order,
    private: Document | None,
    letter: bool = False,
) -> Sheet:
    """Lay out what the order asks for of a `whole` CV; what is found belongs to `checked`."""
    lay = partial(laid_out, whole, look, order.variant, lang=order.lang, letter=letter)
    page = lay(private)
    mark = origin.fingerprint(lay() if private else page)
    return Sheet(checked, page, look, order, private, mark)


@contextmanager
def opened(engine: Engine, look: Theme, font: str) -> Iterator[Press]:
    """Open a press for the pages of a theme in a font, and close it whatever happens.

    Raises EngineMissing.
    """
    press = engine.open(theme.stationery(look, font))
    try:
        yield press
    finally:
        press.close()
