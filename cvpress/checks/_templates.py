"""What is left of a template in the texts of a document: found once, for all that ask.

placeholder-text tells it; the checks of spelling are silent in it, for what stands there is to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.source.document import Document
from cvpress.words.lorem import lorem

TEMPLATE = "This is the text of a template."
NOTE = "This is a note to yourself."
NUMBER = "A number is still to come here."

# What a text has that is worth a closer look: these are looked for fast, in all texts at once.
_HINTS = (
    *("TODO", "FIXME", "TBD", "XX", "X%", "X %", "$X", "€X", "£X", "???", "Your ", "your ", "Name"),
    *("Title", "NAME", "Insert ", "insert ", "Enter ", "enter ", "Add ", "add ", "[", "<", "{"),
    *(", State", ", Country", ", STATE", ", COUNTRY", "First Last", "Firstname", "Nachname"),
    *("Prénom", "Apellido", "Muster", "title", "escription"),
)
_BLIND = (  # of blind text; most generators use one of these
    *("orem ipsum", "olor sit amet", "onsectetur", "urabitur", "uspendisse", "ellentesque"),
    *("estibulum", "ullam ", "roin ", "tiam ", "raesent", "enean ", "endrerit", "honcus"),
    *("auris ", "hasellus", "ivamus", "aecenas", "liquam", "usce ", "orbi ", "uisque", "ulputate"),
    *("finibus", "it amet", "onec ", "ulla ", "urpis", "acinia"),
)
_SPANISH = ("es", "pt", "gl", "ca", "it")  # where TODO is a word
_TALKED = ("place", "venue", "organization")  # of a talk that is still to come, TBD is right
# The name of a field as its value, by key, in lower case.
_NAMED = {
    "institution": "institution|university|school|college",
    "organization": "organization|organisation|company|employer",
    "location": "location|city",
    "degree": "degree",
    "area": "area|major|field of study",
    "title": "title|job title|position|job position",
    "name": "name",
    "summary": "summary|description|job description",
    "text": "text|description",
    "thesis": "thesis|title|thesis title",
    "supervisor": "supervisor|supervisors|advisor|adviser",
    "venue": "venue|journal|conference",
    "event": "event",
    "issuer": "issuer",
    "funder": "funder",
    "course": "course",
    "language": "language",
    "label": "label|category",
    "fluency": "fluency|skill level",
    "headline": "headline|tagline",
    "subtitle": "subtitle",
    "relationship": "relationship",
}
_NAMES = {key: frozenset(names.split("|")) for key, names in _NAMED.items()}
_ENDS = frozenset("123456789.;:")
_SENTENCE = 30  # letters: longer texts are no name of a field, no thing with a number
# Things with a number: of these there must be a first and a second.
_NUMBERED = re.compile(
    r"((?i:achievement|activity|award|category|certificate|club|company|conference|degree|employer"
    r"|extra|hobby|institution|interest|item|job|language|organi[sz]ation|position|project"
    r"|publication|reference|responsibility|role|school|skill|task|tool|university)) ([1-9])[.;:]?"
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """A stretch of a field's reading that is left of a template. `at`: what is shown of it; None:
    all of the value. `whole`: nothing of the text will stay."""

    field: Field
    message: str
    at: tuple[int, int] | None
    whole: bool


class _Patterns:
    """What texts of templates look like; compiled (5 ms) only where a text has a hint of one."""

    def __init__(self) -> None:
        own = r"[Yy]our (?:[Ff]ull |[Ff]irst |[Ll]ast |[Jj]ob )?"
        body = "Company|University|School|Institution|Organi[sz]ation|Project|Course|Award|Degree"
        thing = (
            rf"(?:(?:{body}|Job|Employer|City|First|Last|Full|Family|Given) )?(?:Name|Title|City"
            rf"|{body}|Employer|Town|State|Country|Location|Address|Date|Year|Month|Major|Job"
            r"|Position|Email|Phone(?: Number)?|Number|Discipline|Tagline|Headline)"
        )
        # All that a value is. "Name" or "City" alone may head a column; two of them do not.
        self.whole = re.compile(
            rf"{own}{thing}(?: or {thing})?(?: [Hh]ere)?"
            r"|(?:[Ii]nsert|[Ee]nter|[Aa]dd) .{2,40} [Hh]ere\.?"
            rf"|(?:{body}) Name(?: \d)?|(?:Job|Position|Project|Paper|Publication|Thesis) Title"
            r"|Job [Tt]itle \d|Job [Dd]escription \d|R[eé]sum[eé] title"
            r"|First(?:name)? Last(?:name)?"
            r"|(?:City|Town|Location), (?:State|Country|STATE|COUNTRY)"
            r"|(?:First|Full|Last) Name|Name Surname|Vorname Nachname|Prénom Nom"
            r"|Nombre Apellidos?|Lorem ipsum\.?|TODO|FIXME|XXX+|\?\?\?+|XX+, YY+(?:, ZZ+)?"
        )
        self.bracketed = re.compile(
            rf"[\[<{{](?:{own})?(?:{thing}|(?i:{body}) NAME|NAME)[\]>}}]|[\[<(]TODO\b"
        )
        self.lorem = re.compile(
            r"[Ll]orem ipsum dolor|dolor sit amet|[Cc]onsectetur adipisc"
            r"|Muster(?:straße|strasse|stadt|firma)\b"
        )
        do = "add|ask|check|complete|describe|fill|find|finish|fix|insert|mention|replace|update"
        self.note = re.compile(rf"\b(?:TODO|FIXME)(?::|\(\w+\):|(?= (?:{do}|write)\b))|\bFIXME\b")
        self.number = re.compile(r"(?<![\w$])(?:X{1,3} ?%|(?:\$|€|£)X{1,3}\b(?!\$))(?![\w-])")


_patterns = cache(_Patterns)


@cache
def _dates() -> re.Pattern[str]:
    day = r"(?:(?:Month|Mon|MM)[ /.-])?(?:(?:19|20)(?:XX|xx)|YYYY|[Yy]ear)"
    return re.compile(rf"{day}(?: ?[-–—] ?(?:{day}|[Pp]resent|[Oo]ngoing|[Nn]ow|[Cc]urrent))?")


@lru_cache(maxsize=8)
def read(document: Document) -> tuple[Leftover, ...]:
    """Return what is left of a template in the texts of a document, in the order of the file."""
    words = [field for field in fields(document) if field.type in ("text", "long")]
    joined = "\n".join(field.scalar.text for field in words)
    hints = [hint for hint in _HINTS if hint in joined]
    blind = [hint for hint in _BLIND if hint in joined]
    counted = _counted(words)
    found: list[Leftover] = []
    for field in words:
        text = field.scalar.text
        if len(text) < _SENTENCE and _stands_for(field, text, counted):
            found.append(Leftover(field, TEMPLATE, None, True))
        elif any(hint in text for hint in hints) or any(hint in text for hint in blind):
            found += _text(field)
    return tuple(found)


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
        if len(text) < _SENTENCE and text[-1] in _ENDS and (found := _NUMBERED.fullmatch(text)):
            numbers.setdefault(found[1].lower(), set()).add(found[2])
    return frozenset(thing for thing, some in numbers.items() if {"1", "2"} <= some)


def _stands_for(field: Field, text: str, counted: frozenset[str]) -> bool:
    """Return whether a value is the name of its own field, or a thing with a number."""
    if text.strip(" *.;:").lower() in _NAMES.get(field.key, ()):
        return True
    if field.key == "date_text":
        return _dates().fullmatch(text) is not None
    found = _NUMBERED.fullmatch(text) if counted else None
    return found is not None and found[1].lower() in counted


def _text(field: Field) -> Iterator[Leftover]:
    patterns = _patterns()
    prose = parse(field.scalar.text).prose
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
    return _patterns().whole.fullmatch(text) is not None
