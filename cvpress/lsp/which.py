"""Which files are CVs. An editor hands over every YAML file; all but CVs are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

NAMES = ("cv.yaml", "cv.yml", "*.cv.yaml", "*.cv.yml")
# What an editor's YAML extension reads: a comment above the first key names the schema.
_SCHEMA = re.compile(r"#\s*yaml-language-server:\s*\$schema\s*=\s*\S*cv\.schema\.json")
_HEAD = 4096


def is_cv(path: str, text: str, names: Iterable[str] = NAMES) -> bool:
    """Return whether a file is a CV: by its name, or by the schema that its first lines name."""
    name = PurePosixPath(path.replace("\\", "/")).name.casefold()
    if any(fnmatchcase(name, pattern.casefold()) for pattern in names):
        return True
    for line in text[:_HEAD].lstrip("\ufeff").splitlines():
        if _SCHEMA.match(line):
            return True
        if line.strip() and not line.startswith("#"):
            return False
    return False


def wanted(options: object) -> tuple[str, ...]:
    """Return the names of CVs, with those that an editor's settings add (`{"files": ["me.yaml"]}`).

    Settings of another shape are left out: no server should stop at them.
    """
    files = options.get("files") if isinstance(options, dict) else None
    more = files if isinstance(files, list) else []
    return (*NAMES, *(name for name in more if isinstance(name, str)))
