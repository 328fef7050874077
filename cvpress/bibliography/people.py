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

    `written`: as the .bib has it. `wrong`: why it is no name, "" where it is one.
    """

    text: str
    written: str
    starred: bool = False
    wrong: str = ""
    unknown: tuple[str, ...] = ()


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
    parts = (*person.first_names, *person.middle_names, *person.prelast_names)
    parts = (*parts, *person.last_names, *person.lineage_names)
    text = plain(" ".join(parts)).text
    starred = bare != written and "*" in decoded.text
    return Name(text, written, starred, unknown=decoded.unknown)
