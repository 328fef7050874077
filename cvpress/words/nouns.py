"""Nouns that are counted (cvpress/data/nouns.txt): their singulars and plurals."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cvpress import resources


class Noun(NamedTuple):
    """A noun. `verb`: its plural is also a form of a verb (results, tests)."""

    singular: str
    plural: str
    verb: bool


@cache
def singulars() -> dict[str, Noun]:
    """Return the nouns by their singular, in lower case."""
    found: dict[str, Noun] = {}
    verb = False
    for line in resources.data("nouns.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            verb = line == "[verb]"
        elif line and not line.startswith("#"):
            singular, _, irregular = line.partition(" ")
            found[singular] = Noun(singular, irregular or plural(singular), verb)
    return found


@cache
def plurals() -> dict[str, Noun]:
    """Return the nouns by their plural, in lower case."""
    return {noun.plural: noun for noun in singulars().values()}


def plural(singular: str) -> str:
    """Return the regular plural of a noun."""
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + ("es" if singular.endswith(("s", "x", "z", "ch", "sh")) else "s")
