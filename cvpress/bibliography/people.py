"""Names of a .bib: parted by "and", turned around, decoded; pybtex knows BibTeX's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cvpress.bibliography.latex import plain
from cvpress.bibliography.model import Value

OTHERS = "et al."
_NUMBER = re.compile(r"\s+\d{4}(?=,|$)")  # by which DBLP tells two people of one name apart
_STAR = re.compile(r"(?:\s*[*∗])+(?=,|$)")


@dataclass(frozen=True, slots=True)
class Name:
    """One author or editor, given name first. `starred`: a `*` stood behind the name.

    `written`: as the .bib has it. `wrong`: why it is no name, "" where it is one. Its parts are
    `given` and `family`.
    """

    text: str
    written: str
    starred: bool = False
    wrong: str = ""
    unknown: tuple[str, ...] = ()
    given: str = ""
    family: str = ""

    def styled(self, style: str) -> str:
        """Return the name as a style writes it (STYLES); one without a given name, as it is."""
        if style not in STYLES or not (self.given and self.family):
            return self.text
        return STYLES[style](initials(self.given), self.family)


STYLES = {
    "initials": lambda given, family: f"{given} {family}",
    "last-first": lambda given, family: f"{family}, {given}",
    "vancouver": lambda given, family: f"{family} {re.sub('[ .-]', '', given)}",
}
"""How names are written, where not in full: "A. M. Example", "Example, A. M.", "Example AM"."""


def initials(given: str) -> str:
    """Return given names as initials: "Jean-Paul Marie" is "J.-P. M."; 小明 has none."""
    return " ".join("-".join(map(_initial, word.split("-"))) for word in given.split())


def _initial(name: str) -> str:
    if name.endswith(".") or name[:1].upper() == name[:1].lower():
        return name  # it is one ("Yu."), or in a script that has none
    return f"{name[0].upper()}."


def people(value: Value) -> tuple[Name, ...]:
    """Return the names of an author list; "and others" is `OTHERS`."""
    return tuple(_names(value.text))


def _names(text: str) -> Iterator[Name]:
    from pybtex.bibtex.utils import split_name_list

    for written in split_name_list(text):
        if written.strip().lower() == "others":
            yield Name(OTHERS, written)
        elif written.strip(" ,"):
            yield _name(written)


@lru_cache(maxsize=16384)
def _name(written: str) -> Name:
    from pybtex.database import Person
    from pybtex.exceptions import PybtexError

    decoded = plain(written)
    bare = _STAR.sub("", re.sub(r"\$\^\{?(?:\\ast|\*)\}?\$|\\textsuperscript\{\*\}", "*", written))
    try:
        person = Person(_NUMBER.sub("", bare))
    except PybtexError:
        return Name(decoded.text, written, wrong="There are too many commas in this name.")
    given = (*person.first_names, *person.middle_names)
    family = (*person.prelast_names, *person.last_names, *person.lineage_names)
    text = plain(" ".join((*given, *family))).text
    starred = bare != written and "*" in decoded.text
    parts = (plain(" ".join(part)).text for part in (given, family))
    return Name(text, written, starred, "", decoded.unknown, *parts)
