"""Makes docs/gallery.md and docs/gallery/THEME.png: each theme that ships, on one made-up CV.

And docs/page.png, the picture in the README: the same CV in the default theme, larger.

    python tools/build_gallery.py        # all themes; run it again after a theme has changed

The first page of docs/sample.yaml is set by the embedded engine and drawn by PDFium, in few colours
so that a picture stays small.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from cvpress import pipeline, theme  # noqa: E402
from cvpress.pipeline import Order  # noqa: E402
from cvpress.settings import Wishes  # noqa: E402

SAMPLE = ROOT / "docs" / "sample.yaml"
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "gallery"
README = ROOT / "docs" / "page.png"
DEFAULT = "classic"
WIDTH = 620  # pixels
LARGE = 910
COLOURS = 64
HEAD = """# The themes

The CV of a made-up engineer ([sample.yaml](sample.yaml)) in each theme. Choose one with
`design: {theme: NAME}` or `build --theme NAME`; `design` also changes its colours, margins, sizes
and more. A theme of your own begins with `new --theme NAME`; [latex/README.md](../latex/README.md)
is its contract.
"""


def page() -> str:
    """Return the text of docs/gallery.md."""
    return HEAD + "".join(_entry(theme.find(name, SAMPLE.parent)) for name in names())


def names() -> tuple[str, ...]:
    """Return the themes that ship."""
    return theme.names(SAMPLE.parent)


def _entry(found: theme.Theme) -> str:
    picture = f"gallery/{found.name}.png"
    said = f"{found.description}\n\n![A page in the theme {found.name}]({picture})\n"
    return f"\n## {found.name}\n\n{said}"


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the picture of each theme."""
    for name in names():
        yield name, drawn(sample(name))


def sample(look: str) -> bytes:
    """Return the PDF of the made-up CV in a theme."""
    wishes = Wishes(today="2026-01-15")
    return pipeline.build(str(SAMPLE), wishes, Order(engine="embedded", theme=look)).pdf


def drawn(pdf: bytes, width: int = WIDTH) -> bytes:
    """Return the first page of a PDF as a small PNG, so many pixels wide."""
    pypdfium2: Any = importlib.import_module("pypdfium2")
    sheet = pypdfium2.PdfDocument(pdf)[0]
    image = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
    out = BytesIO()
    image.quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for name, picture in pictures():
        (PICTURES / f"{name}.png").write_bytes(picture)
    README.write_bytes(drawn(sample(DEFAULT), LARGE))
    PAGE.write_text(page(), "utf-8")
