"""The one pass over the words of a document that the checks of the words family share.

It reads the English texts, finds everything once, and settles which check tells what: one fault is
one finding. What a slip in spelling explains, no other check tells; a wrong capital is no second
way of writing. The results stay until the next document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from weakref import WeakKeyDictionary

from cvpress.checks._texts import language, read_texts
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words import casing, spelling, told, two_ways, varieties
from cvpress.words.casing import Miscased
from cvpress.words.spelling import Slip
from cvpress.words.suggest import ranked, suggest
from cvpress.words.two_ways import Other

_SUGGESTED = 10
_WORD = re.compile("[a-z]{4,}")


def choice(words: list[str]) -> str:
    """Return words as a choice: “a”, “b” or “c”; with the same capitals “china” is “China”."""
    *first, last = [f"“{word}”" for word in dict.fromkeys(words)]
    return f"{', '.join(first)} or {last}" if first else last


class Words:
    """Everything that was found in the words of one document, each kind computed once."""

    def __init__(self, document: Document, settings: Settings) -> None:
        english = (field for field in fields(document) if language(field, settings) == "en")
        found = list(read_texts(document, english))
        self.places = [place for place, _ in found]
        self.texts = [text for _, text in found]
        self.allowed = settings.words
        self._addressed = _addressed(document)
        self.variety = varieties.of_tag(settings.spelling or settings.locales[0])

    @cached_property
    def miscased(self) -> list[tuple[int, Miscased]]:
        """Names with wrong capitals, with the numbers of their texts."""
        found = [
            (number, one)
            for number, text in enumerate(self.texts)
            for one in (*casing.miscased(text, self.allowed), *casing.dimensions(text))
        ]
        return [*found, *casing.lowered(self.texts, self.allowed)]

    @cached_property
    def slips(self) -> list[Slip]:
        """Slips in spelling, but for those that a wrong capital explains."""
        taken = _Taken((number, one.start, one.end) for number, one in self.miscased)
        found = spelling.judge(self.texts, self.allowed | self._addressed)
        return [slip for slip in found if slip not in taken]

    @cached_property
    def two_ways(self) -> list[Other]:
        """Things written two ways, but for those that a slip or a wrong capital explains."""
        wrong = [slip for slip in self.slips if slip.kind == "misspelling"]
        taken = _Taken((number, one.start, one.end) for number, one in self.miscased)
        taken.add(wrong)
        misspelled = {slip.text for slip in wrong}
        values = [
            (number, text.reading)
            for number, text in enumerate(self.texts)
            if text.role in told.BODIES and number not in misspelled
        ]
        found: list[Other] = []
        for some in (
            two_ways.bodies(values),
            two_ways.people(self.texts, told.names(self.texts)),
            two_ways.capitals(self.texts),
            varieties.mixed(self.texts, self.variety),
        ):
            new = [one for one in some if one not in taken and one.word not in self.allowed]
            taken.add(new)
            found += new
        return found

    def of_kind(self, kind: spelling.Kind) -> list[Slip]:
        """Return the slips of one kind, less what is told as written two ways."""
        if kind == "misspelling":
            return [slip for slip in self.slips if slip.kind == kind]
        taken = _Taken()
        taken.add(self.two_ways)
        return [slip for slip in self.slips if slip.kind == kind and slip not in taken]

    @cached_property
    def _here(self) -> frozenset[str]:
        """The words of the document that are no slips, in lower case."""
        all_of_them = {token.lower for text in self.texts for token in text.tokens}
        return frozenset(all_of_them - {slip.word.lower() for slip in self.slips})

    def meant(self, slips: Iterable[Slip]) -> Iterator[tuple[Slip, tuple[str, ...]]]:
        """Yield slips with what may be meant; looked for (3 ms a word) only for the first few."""
        searched = 0
        for slip in slips:
            right = slip.right
            if not slip.listed and searched < _SUGGESTED:
                searched += 1
                found = suggest(slip.word, here=self._here)
                right = ranked(slip.word.lower(), {*found, *right}, self._here)
            right = tuple(dict.fromkeys((*slip.fitting, *right)))
            yield slip, right


def _addressed(document: Document) -> frozenset[str]:
    """Return the words, in lower case, of the addresses in a document: oxera of www.oxera.com."""
    some = (
        field.scalar.text for field in fields(document) if field.key in ("url", "website", "email")
    )
    return frozenset(word for text in some for word in _WORD.findall(text.lower()))


class _Taken:
    """Stretches of texts that are told already."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]] = ()) -> None:
        self._ends: dict[int, list[tuple[int, int]]] = {}
        for text, start, end in stretches:
            self._ends.setdefault(text, []).append((start, end))

    def add(self, some: Iterable[Slip] | Iterable[Other]) -> None:
        for one in some:
            self._ends.setdefault(one.text, []).append((one.start, one.end))

    def __contains__(self, one: Slip | Other) -> bool:
        return any(a < one.end and one.start < b for a, b in self._ends.get(one.text, ()))


_kept: WeakKeyDictionary[Document, tuple[Settings, Words]] = WeakKeyDictionary()


def read(document: Document, settings: Settings) -> Words:
    """Return what was found in the words of a document, read once for all checks."""
    if document not in _kept or _kept[document][0] is not settings:
        _kept[document] = (settings, Words(document, settings))
    return _kept[document][1]
