"""When an author of a list is the CV's owner: one answer for the view (bold) and the checks.

Only the name and `also_known_as` count (LANGUAGE 5): "T. Tang" may be somebody else's name, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, normalize

from cvpress.markup import parse
from cvpress.source.document import Document, Mapping, Scalar, Sequence

LEFT_OUT = frozenset({"...", "…", "et al", "et al.", "and others"})


def of_person(document: Document) -> tuple[str, ...]:
    """Return the person's name and its other spellings, as they read without mark-up."""
    person = document.root.get("person") if document.root else None
    if not isinstance(person, Mapping):
        return ()
    found = (*listed(person, "name"), *listed(person, "also_known_as"))
    return tuple(parse(scalar.text).reading for scalar in found)


def listed(node: Mapping, key: str) -> tuple[Scalar, ...]:
    """Return the names under a key: one or a list, each a text or a map with a `name`."""
    value = node.get(key)
    items = value.items if isinstance(value, Sequence) else (value,)
    names = (item.get("name") if isinstance(item, Mapping) else item for item in items)
    return tuple(name for name in names if isinstance(name, Scalar) and not name.empty)


def is_own(author: str, names: Iterable[str]) -> bool:
    """Return whether an author (letters for reading) is one of the person's names.

    Case, spaces, full stops, hyphens, apostrophes and signs such as `*` or `†` do not count, so
    "T.Tang*" is "T. Tang"; "Tang, T." is, too. Accents do: two people may differ in one.
    """
    return _key(author) != "" and _key(author) in {_key(name) for name in names}


def may_be_own(author: str, names: Iterable[str]) -> bool:
    """Return whether an author could be the person under a shorter name: "T. Tang", "Tang T"."""
    return any(_shortened(_words(author), _words(name)) for name in names)


def is_left_out(author: str) -> bool:
    """Return whether an item of an author list stands for authors who are not named."""
    return author.strip().casefold() in LEFT_OUT


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    """The words of a name as spoken, folded: letters, their accents and digits, not signs or ¹²."""
    family, comma, given = name.partition(",")
    spoken = f"{given} {family}" if comma and "," not in given else name
    kinds = ((letter, category(letter)) for letter in normalize("NFC", spoken.casefold()))
    return "".join(
        letter if kind[0] in "LM" or kind == "Nd" else " " for letter, kind in kinds
    ).split()


def _shortened(author: list[str], name: list[str]) -> bool:
    """Whether family names (at either end) agree and the first initials do."""
    if len(author) < 2 or len(name) < 2:
        return False
    ends = ((author[-1], author[0]), (author[0], author[-1]))
    known = ((name[-1], name[0]), (name[0], name[-1]))
    return any(
        family == own_family and given[0] == own_given[0] and 1 in (len(given), len(own_given))
        for family, given in ends
        for own_family, own_given in known
    )
