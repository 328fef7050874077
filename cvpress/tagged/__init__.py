"""Tagged: a PDF of ours becomes one that says what its parts are (PDF/UA-1, PDF/A-2a).

TeX leaves points of marked content (cvpress.sty, 12): here a paragraph begins, this is a label.
From these come the structure that assistive technology reads, spaces between words, which TeX has
none of, and what else a PDF has to say of itself. Nothing that is seen moves.
"""

from __future__ import annotations

from io import BytesIO


def prepare() -> None:
    """Load the PDF library, so that `finish` finds it ready: for the while in which TeX runs."""
    from cvpress.tagged import claims, pages, saving, tree  # noqa: F401


def finish(pdf: bytes) -> bytes:
    """Return the PDF with its structure. The same bytes come from the same PDF."""
    import pikepdf

    from cvpress.tagged import claims, pages, saving, structure, tree

    with pikepdf.open(BytesIO(pdf)) as document:
        owners, story = pages.read(document)
        tree.write(document, structure.arrange(story.blocks), owners)
        claims.write(document, in_order=not story.backwards)
        return saving.saved(document)
