"""The bullets of each entry, as the checks of how they open look at them: in English, by depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cvpress.checks import _words
from cvpress.checks._texts import Place
from cvpress.schema.fields import Entry, entries
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words import verbs
from cvpress.words.clauses import Clause, clauses
from cvpress.words.text import Text

_STEP = re.compile(r"/highlights/\d+")
_ENDS = re.compile(r"/highlights/\d+(?:/text)?$")


class Bullet(NamedTuple):
    """One bullet: where it stands, its letters, its first clause."""

    place: Place
    text: Text
    first: Clause

    @property
    def opening(self) -> str:
        """The first word, in lower case; "" where a sign, a quotation or code stands before it."""
        return "" if self.first.spans[0][0] else self.first.words[0]

    @property
    def verb(self) -> bool:
        """Whether the first word is surely a verb."""
        known = verbs.find(self.opening)
        return verbs.is_past(self.opening) or (known is not None and not known.noun)


class Group(NamedTuple):
    """The bullets of one depth in an entry or role, in the order of the file."""

    entry: Entry
    bullets: tuple[Bullet, ...]


def groups(document: Document, settings: Settings) -> Iterator[Group]:
    """Yield the English bullets of each entry and role, each depth by itself."""
    owners = {entry.path: entry for entry in entries(document)}
    words = _words.read(document, settings)
    found: dict[tuple[str, int], list[Bullet]] = {}
    for place, text in zip(words.places, words.texts, strict=True):
        if _ENDS.search(place.path):
            owner, *deeper = _STEP.split(place.path)
            if owner in owners and (bullet := _bullet(place, text)):
                found.setdefault((owner, len(deeper)), []).append(bullet)
    for (path, _), bullets in found.items():
        yield Group(owners[path], tuple(bullets))


def _bullet(place: Place, text: Text) -> Bullet | None:
    found = clauses(text)
    return Bullet(place, text, found[0]) if found else None
