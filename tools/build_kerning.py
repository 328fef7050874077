"""Make cvpress/data/kerned.txt: the pairs of letters that a font of ours kerns in T1.

A pair is there where one of the fonts moves it by 0.03 of its size or more; less is not seen, nor
is what small letters are moved.

    python tools/build_kerning.py        # writes; run it again: the same bytes
"""

from __future__ import annotations

import importlib
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_overlay import wheel

from cvpress import resources

LEAST = 0.03
METRICS = (
    *(f"SourceSansPro-{style}-tlf-t1" for style in ("Regular", "Bold", "It", "BoldIt", "Light")),
    *("ec-lmr10", "ec-lmbx10", "ec-lmri10", "ec-lmbxi10"),
    *("bchr8t", "bchb8t", "bchri8t", "bchbi8t"),
)
HEADER = """\
# Pairs of letters, a capital among them, that a font kerns by 0.03 of its size or more: a letter,
# those that follow it.
# Made by tools/build_kerning.py.
"""


def kerning(file: Path) -> set[str]:
    """Return the pairs of ASCII letters that a font kerns enough to be seen."""
    tfm: Any = importlib.import_module("fontTools.tfmLib")
    metrics = tfm.TFM(str(file))
    moved = {
        chr(left) + chr(right): by
        for left, rights in metrics.kerning.items()
        for right, by in rights.items()
    }
    kept = (pair for pair, by in moved.items() if abs(by) >= LEAST and not pair.islower())
    return {pair for pair in kept if pair.isascii() and pair.isalpha()}


def table(tree: Path) -> Iterator[str]:
    """Yield the lines of the table, from the metrics of a tree of TeX files."""
    found = {path.stem: path for path in (tree / "texmf-dist/fonts/tfm").rglob("*.tfm")}
    pairs = set[str]().union(*(kerning(found[name]) for name in METRICS))
    for left in string.ascii_letters:
        rights = "".join(sorted(pair[1] for pair in pairs if pair[0] == left))
        if rights:
            yield f"{left} {rights}\n"


if __name__ == "__main__":
    text = HEADER + "".join(table(wheel()))
    resources.data("kerned.txt").write_text(text, encoding="ascii")
    print(len(text.splitlines()), "lines")
