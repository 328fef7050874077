"""Files that a CV names: they lie beside it or below, and no link leads out of there.

A CV is sent, cloned and built by others: what lies elsewhere on a disk is not there, or not theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file can't be used, and what to do."""

    message: str
    help: str


@dataclass(frozen=True, slots=True)
class What:
    """What a file is to be, as sentences call it: "photo", "picture"; how such files are named.

    `due`: what to write where a folder is named.
    """

    name: str
    thing: str
    examples: str
    due: str


def find(written: str, folder: Path, what: What) -> Path | Fault:
    """Return the file of a name that stands in a CV, or why it can't be used.

    `folder`: where the CV lies. The file is there, and is no folder or device.
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", written):
        help = f"Save the {what.thing} beside your CV and write the name of its file."
        return Fault(f"A {what.name} is a file, not an address.", help)
    absolute = re.match(r"[/\\~]|[A-Za-z]:", written)
    if absolute or ".." in re.split(r"[/\\]", written):
        help = f"Put it beside your CV or into a folder there: {what.examples}."
        return Fault(f"A {what.name} lies beside the CV or below.", help)
    if "\\" in written:
        return Fault("There is a \\ in this path.", "Write / between a folder and a file.")
    try:
        path = (folder / written).resolve()
        if not path.is_relative_to(folder.resolve()):
            return Fault("This leads out of the folder of the CV.", "Put the file itself there.")
        if not path.exists():
            return Fault("There is no such file beside the CV.", "Is its name written alike?")
        if not path.is_file():
            return Fault("This is no file.", what.due)
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, links in a ring
        return Fault("There is no such file beside the CV.", "Is its name written alike?")
    return path
