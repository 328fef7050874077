"""The engines, and which one to take.

`embedded` and `latexmk` print the same page with pdfTeX's fonts; for letters that these lack,
latexmk has XeLaTeX and the fonts of the system. `auto` takes the first that runs here and can print
the text at hand.
"""

from __future__ import annotations

import importlib
import unicodedata
from typing import NamedTuple, cast

from cvpress import faces, fonts
from cvpress.engines.base import Engine
from cvpress.errors import EngineMissing, UsageError

NAMES = ("embedded", "latexmk", "tectonic")
HOW = (
    "Install cvpress with its extra “pdf”, which brings one for most systems, or TeX Live with"
    " latexmk; docs/engines.md tells more."
)
WHERE = "docs/fonts.md tells the fonts, and where they come from."


class Chosen(NamedTuple):
    """An engine, the font in which it sets the CV, and in one sentence why they were taken."""

    engine: Engine
    font: str
    why: str


def load(name: str) -> Engine:
    """Return the engine of a name. Raises UsageError where no engine has it."""
    if name not in NAMES:
        known = ", ".join(("auto", *NAMES))
        raise UsageError(f"There is no engine “{name}”.", f"The engines are {known}.")
    return cast(Engine, importlib.import_module(f"cvpress.engines.{name}"))


def choose(name: str, text: str, font: str = fonts.DEFAULT) -> Chosen:
    """Return the engine for a text, and the font: the one that is asked for, or its kin.

    `name`: an engine's, or `auto`; `text`: all that is to be printed. Where no engine that runs can
    print all of it, the one that lacks least is taken: `missing-glyph` then speaks. Raises
    UsageError on an unknown name or font, EngineMissing where none can run.
    """
    if name == "auto":
        return _first(text, font)
    engine = load(name)
    reason = engine.missing()
    if reason:
        help = "docs/engines.md tells how to get it." if name == "tectonic" else HOW
        raise EngineMissing(f"The engine {name} can't run: {reason}", help)
    able = engine.fonts(font)
    if not able:
        raise UsageError(f"The engine {name} does not have the font {font} here.", WHERE)
    lost = [engine.unprintable(text, each) for each in able]
    taken = lost.index("") if "" in lost else 0
    why = f"pdfTeX has no {spoken(lost[0][0])}." if taken else ""
    said = f"{spelt(name, able[taken])}, as asked{f': {why}' if why else '.'}"
    return Chosen(engine, able[taken], said)


def _first(text: str, font: str) -> Chosen:
    running: list[tuple[int, Chosen]] = []
    against: list[str] = []
    for name in NAMES:
        engine = load(name)
        reason = engine.missing()
        if reason:
            against.append(f"{name} can't run: {reason}")
            continue
        lost = ""
        for each in engine.fonts(font):
            lost = engine.unprintable(text, each)
            if not lost:
                why = " ".join(against) or "it runs here and prints this CV."
                return Chosen(engine, each, f"{spelt(name, each)}: {why}")
            why = f"{spelt(name, each)}, though it can't print {spoken(lost[0])}."
            running.append((len(lost), Chosen(engine, each, why)))
        against.append(
            f"{name} can't print {spoken(lost[0])}." if lost else f"{name} lacks {font}."
        )
    if running:
        return min(running, key=lambda pair: pair[0])[1]
    raise EngineMissing(f"No TeX engine can run here: {' '.join(against)}", HOW)


def spelt(name: str, font: str) -> str:
    """Return the name of an engine, and of its TeX where that depends on the font."""
    return f"{name} with XeLaTeX" if name == "latexmk" and font in faces.MAIN else name


def spoken(character: str) -> str:
    """Name a character for a sentence: “漢” (CJK UNIFIED IDEOGRAPH-6F22)."""
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    shown = f"◌{character}" if unicodedata.combining(character) else character
    return f"“{shown}” ({name})" if character.isprintable() else name
