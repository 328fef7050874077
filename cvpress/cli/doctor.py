"""`cvpress doctor`: tells what is installed here, and what it can do. Nothing is changed."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

from cvpress import __version__, cache, engines, faces, lsp, resources
from cvpress.cli import page
from cvpress.words import dictionaries, hunspell


def run(args: argparse.Namespace) -> int:
    """Print versions, engines and places; exit 2 where no engine can run."""
    print(f"cvpress  {__version__}, Python {platform.python_version()}")
    print(f"system   {platform.platform()}")
    print(f"python   {sys.executable}")
    print(f"themes   {resources.latex()}")
    print(f"cache    {cache.home()}")
    able = 0
    for engine in map(engines.load, engines.NAMES):
        missing = engine.missing()
        able += not missing
        print(page.columns(f"{engine.NAME:<9}", missing or f"ready: {engine.version()}"))
    print(page.columns("fonts    ", _fonts()))
    pygls = lsp.version()
    missing = "" if pygls else "the package pygls is not installed (the extra “lsp” brings it)."
    print(page.columns("lsp      ", missing or f"ready: pygls {pygls}"))
    print(page.columns("spelling ", _spelling()))
    if not able:
        print("No engine can run here: `check` works, `build` does not.")
    return 0 if able else 2


def _fonts() -> str:
    """Return what XeLaTeX and Tectonic lack to print every script that they can."""
    lacking = dict.fromkeys(face.package for face in faces.FACES.values() if not face.there)
    if not lacking:
        return "ready for every script that XeLaTeX and Tectonic print (docs/fonts.md)."
    return f"some that XeLaTeX and Tectonic set are missing (Debian: {' '.join(lacking)})."


def _spelling() -> str:
    """Return the languages that are spelled, with the dictionary of each.

    One that lies there under the names of several countries is told once, under its own name.
    """
    found: dict[Path, str] = {}
    for one in sorted(dictionaries.every(), key=lambda one: one.path.is_symlink()):
        found.setdefault(one.path.resolve(), f"{one.tag} ({one.path})")
    if not found:
        return "en; a Hunspell dictionary is needed for others (docs/languages.md)."
    if not hunspell.installed():
        return "en; the package chunspell is not installed (the extra “spell” brings it)."
    return ", ".join(["en", *sorted(found.values())])
