"""The engines, and which one to take.

`embedded` and `latexmk` print the same page; `auto` takes the first that runs here and can print
the text at hand.
"""

from __future__ import annotations

import importlib
import unicodedata
from typing import cast

from cvpress import fonts
from cvpress.engines.base import Engine
from cvpress.errors import EngineMissing, UsageError

NAMES = ("embedded", "latexmk")
HOW = (
    "Install cvpress with its extra “pdf”, which brings one for Linux on x86-64 (glibc), macOS and"
    " Windows; or TeX Live with latexmk."
)


def load(name: str) -> Engine:
    """Return the engine of a name. Raises UsageError where no engine has it."""
    if name not in NAMES:
        known = ", ".join(("auto", *NAMES))
        raise UsageError(f"There is no engine “{name}”.", f"The engines are {known}.")
    return cast(Engine, importlib.import_module(f"cvpress.engines.{name}"))


def choose(name: str, text: str, font: str = fonts.DEFAULT) -> tuple[Engine, str]:
    """Return the engine for a text, and in one sentence why it was taken.

    `name`: an engine's, or `auto`; `text`: all that is to be printed, in the
    font. Where no engine that runs
    can print all of it, the first that runs is taken: `missing-glyph` then speaks.
    Raises UsageError on an unknown name, EngineMissing where none can run.
    """
    if name != "auto":
        engine = load(name)
        reason = engine.missing()
        if reason:
            raise EngineMissing(f"The engine {name} can't run: {reason}", HOW)
        return engine, f"{name}, as asked."
    return _first(text, font)


def _first(text: str, font: str) -> tuple[Engine, str]:
    running: list[tuple[Engine, str]] = []
    against: list[str] = []
    for name in NAMES:
        engine = load(name)
        reason = engine.missing()
        if reason:
            against.append(f"{name} can't run: {reason}")
            continue
        lost = engine.unprintable(text, font)
        if not lost:
            return engine, f"{name}: {' '.join(against) or 'it runs here and prints this CV.'}"
        running.append((engine, f"{name}, though it can't print {spoken(lost[0])}."))
        against.append(f"{name} can't print {spoken(lost[0])}.")
    if running:
        return running[0]
    raise EngineMissing(f"No TeX engine can run here: {' '.join(against)}", HOW)


def spoken(character: str) -> str:
    """Name a character for a sentence: “漢” (CJK UNIFIED IDEOGRAPH-6F22)."""
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    shown = f"◌{character}" if unicodedata.combining(character) else character
    return f"“{shown}” ({name})" if character.isprintable() else name
