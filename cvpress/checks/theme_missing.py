"""The theme can be found, and its own `theme.yaml` can be used.

A CV is set in a theme that ships with cvpress, or in one of your own: a folder in `themes` beside
the CV, or at the path that is written. Without it nothing can be printed.

Bad:
    design: {theme: clasic}
Says:
    1:17 error theme-missing: There is no theme “clasic”.
Bad:
    design: {theme: ../no-such/look}
Says:
    1:17 error theme-missing: There is no theme in ../no-such/look.
Bad:
    variants: {short: {design: {theme: bank}}}
Says:
    1:36 error theme-missing: There is no theme “bank”.
Good:
    design: {theme: compact}
    variants: {short: {design: {theme: banking}}}
Silence:
    `checks: {ignore: [theme-missing]}`, where the theme lies elsewhere; no PDF is made without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cvpress import resources
from cvpress.errors import UsageError
from cvpress.finding import Fix, Problem
from cvpress.schema import shape
from cvpress.schema.suggest import SURE, closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Scalar

SEVERITY = "error"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each theme, of the design or of a variant's, that can't be used."""
    folder = Path(document.name).parent
    for path, node in _asked(document):
        if _ships(node.text, folder):
            continue
        from cvpress import theme

        try:
            theme.find(node.text, folder)
        except UsageError as error:
            yield Problem(path, error.message, help=error.help, fix=_fix(node, folder))


def _asked(document: Document) -> Iterator[tuple[str, Scalar]]:
    for path, node in document.nodes.items():
        if path.endswith("/design/theme") and isinstance(node, Scalar) and _names_one(node):
            yield path, node


def _ships(name: str, folder: Path) -> bool:
    """True for a theme of ours before which none beside the CV can come: that one is right."""
    ours = (path.name for path in resources.latex().iterdir())
    return name in ours and not (folder / "themes").exists()


def _names_one(node: Scalar) -> bool:
    """True for what the schema takes for the name or the path of a theme."""
    pattern = shape.word(shape.at(("design", "theme")), "pattern")
    return isinstance(node.value, str) and bool(re.match(pattern, node.text))


def _fix(node: Scalar, folder: Path) -> Fix | None:
    from cvpress import theme

    sure = closest(node.text, theme.names(folder), alike=SURE)
    return Fix(f"Write “{sure}”", ((0, len(node.text), sure),)) if sure else None
