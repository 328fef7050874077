"""The words of texts that are not English, shared by the checks of the words family.

Names are cased in every language. Spelling wants a Hunspell dictionary and the extra `spell`; a
language without them is not spelled, and `locale-without-words` says so. The results stay until the
next document. What spells is only loaded where there is something to spell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from cvpress.checks._texts import Place, language, read_texts, tag
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document
from cvpress.words import casing
from cvpress.words.casing import Miscased
from cvpress.words.spelling import Kind, Slip
from cvpress.words.text import Text

if TYPE_CHECKING:
    from cvpress.words.hunspell import Speller

# written without spaces, or in scripts whose words our tokens cut: no spelling to expect
_UNSPELLED = re.compile("zh|ja|ko|th|lo|km|my|bo|ar|fa|ur|he|yi|hi|bn|ta|te|ml|kn|mr|ne|si")
_SOUGHT = 10  # so many words are looked at closely (30 ms each)
_MUCH = 20  # so many words in another language want a dictionary of their own
_ASKED = 1  # and so many are asked of Hunspell itself (300 ms)


class Unspelled(NamedTuple):
    """A language whose texts are not spelled: its tag, the path that says so, and what is wanting:
    a dictionary, or the library."""

    tag: str
    path: str
    library: bool


@dataclass(frozen=True, eq=False)
class Language:
    """All texts of one language, and where they stand. `whole`: it is the language of the file."""

    tag: str
    path: str
    whole: bool
    places: list[Place]
    texts: list[Text]


class Foreign:
    """What was found in the words of one document that are not English, each computed once."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self._settings = settings
        self._languages = [
            _texts(document, settings, spoken, some)
            for spoken, some in _fields(document, settings).items()
        ]
        # a language that the file does not say is not sure enough to spell in
        told = (one for one in self._languages if one.tag != document.spoken)
        self._spellable = [one for one in told if _spellable(one)]

    @cached_property
    def _spelled(self) -> list[tuple[Language, Speller]]:
        loaded = [(one, self._speller(one.tag)) for one in self._spellable]
        return [(one, speller) for one, speller in loaded if speller is not None]

    def _speller(self, spoken: str) -> Speller | None:
        from cvpress.words import dictionaries, hunspell

        found = dictionaries.find(spoken, self._settings.dictionaries)
        return hunspell.load(found.path) if found else None

    @property
    def unspelled(self) -> Iterator[Unspelled]:
        """Languages that Hunspell could spell, and can't here; of entries, only if much is said."""
        spelled = [one for one, _ in self._spelled]
        for one in self._spellable:
            if one not in spelled and (one.whole or _words(one) >= _MUCH):
                from cvpress.words import dictionaries

                found = dictionaries.find(one.tag, self._settings.dictionaries)
                yield Unspelled(one.tag, one.path, library=found is not None)

    @cached_property
    def _slips(self) -> list[tuple[Language, Speller, Slip]]:
        if not self._spelled:
            return []
        from cvpress.words import foreign

        return [
            (one, speller, slip)
            for one, speller in self._spelled
            for slip in foreign.judge(one.texts, speller, self._settings.words)
        ]

    def of_kind(self, kind: Kind) -> Iterator[tuple[Place, Slip]]:
        """Yield the slips of one kind with their places."""
        for one, _, slip in self._slips:
            if slip.kind == kind:
                yield one.places[slip.text], slip

    def meant(self) -> Iterator[tuple[Place, Slip, tuple[str, ...]]]:
        """Yield the unknown words, and what may be meant, looked for only for the first few."""
        sought = asked = 0
        for one, speller, slip in self._slips:
            if slip.kind != "unknown-word":
                continue
            right = slip.right
            if not right and sought < _SOUGHT:
                sought += 1
                right = speller.one_slip(slip.word)
            if not right and asked < _ASKED:
                asked += 1
                right = speller.suggest(slip.word)
            yield one.places[slip.text], slip, right

    @property
    def texts(self) -> Iterator[tuple[Place, Text, str]]:
        """Every text with its place, and its language without country."""
        for one in self._languages:
            spoken = one.tag.partition("-")[0].lower()
            yield from ((*pair, spoken) for pair in zip(one.places, one.texts, strict=True))

    @property
    def miscased(self) -> Iterator[tuple[Place, Miscased]]:
        """Names with wrong capitals."""
        for one in self._languages:
            for place, text in zip(one.places, one.texts, strict=True):
                for found in casing.miscased(text, self._settings.words, english=False):
                    yield place, found


_kept: WeakKeyDictionary[Document, tuple[Settings, Foreign]] = WeakKeyDictionary()


def read(document: Document, settings: Settings) -> Foreign:
    """Return what was found in the words that are not English, read once for all checks."""
    if document not in _kept or _kept[document][0] is not settings:
        _kept[document] = (settings, Foreign(document, settings))
    return _kept[document][1]


def _fields(document: Document, settings: Settings) -> dict[str, list[Field]]:
    """Return the fields with words that are not English, by the tag of their language."""
    found: dict[str, list[Field]] = {}
    for field in fields(document):
        if field.type in ("text", "long") and language(field, settings) != "en":
            found.setdefault(tag(field, settings), []).append(field)
    return found


def _texts(document: Document, settings: Settings, spoken: str, some: list[Field]) -> Language:
    pairs = list(read_texts(document, some))
    path = "/checks/spelling" if settings.spelling else "/locale"
    whole = spoken == (settings.spelling or settings.locales[0])
    if not whole:
        path = f"{some[0].entry}/lang"
    return Language(spoken, path, whole, [place for place, _ in pairs], [text for _, text in pairs])


def _words(one: Language) -> int:
    return sum(len(text.tokens) for text in one.texts)


def _spellable(one: Language) -> bool:
    """Return whether there are words to spell, in a language that is written in words."""
    judged = any(text.role != "person" and text.tokens for text in one.texts)
    return judged and not _UNSPELLED.fullmatch(one.tag.partition("-")[0].lower())
