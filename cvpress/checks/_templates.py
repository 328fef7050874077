"""What is left of a template in the texts of a document: found once, for all that ask.

placeholder-text tells it; the checks of spelling are silent in it, for what stands there is to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cvpress.checks import _template_forms as forms
from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.source.document import Document
from cvpress.words.lorem import lorem

TEMPLATE = "This is the text of a template."
NOTE = "This is a note to yourself."
NUMBER = "A number is still to come here."

_SPANISH = ("es", "pt", "gl", "ca", "it")  # where TODO is a word
_TALKED = ("place", "venue", "organization")  # of a talk that is still to come, TBD is right
_ENDS = frozenset("123456789.;:")
_SENTENCE = 30  # letters: longer texts are no name of a field, no thing with a number


class Leftover(NamedTuple):
    """A stretch of a field's reading that is left of a template. `at`: what is shown of it; None:
    all of the value. `whole`: nothing of the text will stay."""

    field: Field
    message: str
    at: tuple[int, int] | None
    whole: bool


@lru_cache(maxsize=8)
def read(document: Document) -> tuple[Leftover, ...]:
    """Return what is left of a template in the texts of a document, in the order of the file."""
    words = [f for f in fields(document) if f.type in ("text", "long") and not _is_label(f)]
    letters = [parse(field.scalar.text).prose for field in words]
    joined = "\n".join(letters)
    hints = [hint for hint in (*forms.HINTS, *forms.BLIND) if hint in joined]
    counted = _counted(words)
    found: list[Leftover] = []
    for field, prose in zip(words, letters, strict=True):
        if len(prose) < _SENTENCE and _stands_for(field, prose, counted):
            found.append(Leftover(field, TEMPLATE, None, True))
        elif any(hint in prose for hint in hints):
            found += _text(field, prose)
    return tuple(found)


def _is_label(field: Field) -> bool:
    """Words that the tool prints are names of fields, in any template and in the end."""
    return field.path.startswith("/labels/")


def silent(document: Document, path: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a field's reading in which nothing is spelled."""
    return _silent(document).get(path, ())


@lru_cache(maxsize=8)
def _silent(document: Document) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for one in read(document):
        size = len(parse(one.field.scalar.text).reading)
        stretch = one.at if one.at and not one.whole else (0, size)
        found[one.field.path] = (*found.get(one.field.path, ()), stretch)
    return found


def _counted(words: list[Field]) -> frozenset[str]:
    """Return the things, in lower case, that are counted up: Company 1, Company 2."""
    numbers: dict[str, set[str]] = {}
    for field in words:
        text = field.scalar.text
        short = len(text) < _SENTENCE and text[-1] in _ENDS
        if short and (found := forms.numbered().fullmatch(text)):
            numbers.setdefault(found[1].lower(), set()).add(found[2])
    return frozenset(thing for thing, some in numbers.items() if {"1", "2"} <= some)


def _stands_for(field: Field, text: str, counted: frozenset[str]) -> bool:
    """Return whether a value is the name of its own field, or a thing with a number."""
    if text.strip(" *.;:").lower() in forms.NAMES.get(field.key, ()):
        return True
    if field.key == "date_text":
        return forms.dates().fullmatch(text) is not None
    found = forms.numbered().fullmatch(text) if counted else None
    return found is not None and found[1].lower() in counted


def _text(field: Field, prose: str) -> Iterator[Leftover]:
    patterns = forms.patterns()
    spanish = field.language.partition("-")[0].lower() in _SPANISH
    if _whole(field, prose.strip(), spanish):
        yield Leftover(field, TEMPLATE, None, True)
        return
    opening, blind = patterns.lorem.search(prose), lorem(prose)
    if opening or blind:
        yield Leftover(field, TEMPLATE, opening.span() if opening else None, blind)
    told = [(found, TEMPLATE) for found in patterns.bracketed.finditer(prose)]
    if field.role == "prose":
        told += [(found, NUMBER) for found in patterns.number.finditer(prose)]
        told += [(found, NOTE) for found in patterns.note.finditer(prose) if not spanish]
    yield from (Leftover(field, message, found.span(), False) for found, message in told)


def _whole(field: Field, text: str, spanish: bool) -> bool:
    """Return whether nothing else is written; XXX beside a label is the thirtieth of a row."""
    if text == "TBD":
        return field.role not in _TALKED
    if (text == "TODO" and spanish) or (text == "XXX" and "/details/" in field.path):
        return False
    return forms.patterns().whole.fullmatch(text) is not None
