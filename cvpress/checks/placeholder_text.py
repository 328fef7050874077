"""A text of a template, or a note to oneself, was never replaced.

Lorem ipsum, `TODO:`, `XX%`, “Your Name” and `[Company]` hold the place of something that was meant
to come. Judged are only forms that nobody means: silent on a TODO app, on the thirtieth of anything
(XXX), on Spanish in capitals, on code, and on made-up names, numbers and sites such as Jane Doe,
+1 555 010 0123 or example.org.

Bad:
    person:
      name: Your Name
      email: your.email@example.com
      phone: 123-456-7890
      profiles: [{network: GitHub, username: yourusername}]
    sections:
      - title: Work
        experience:
          - organization: "[Company Name]"
            title: Job Title
            highlights: [Cut costs by XX%., "TODO: ask Lee", Lorem ipsum dolor sit amet.]
Says:
    2:9 warning placeholder-text: This is the text of a template.
    3:10 warning placeholder-text: This is the text of a template.
    4:10 warning placeholder-text: This is the number of a template.
    5:42 warning placeholder-text: This is the text of a template.
    9:24 warning placeholder-text: This is the text of a template.
    10:16 warning placeholder-text: This is the text of a template.
    11:35 warning placeholder-text: A number is still to come here.
    11:42 warning placeholder-text: This is a note to yourself.
    11:58 warning placeholder-text: This is the text of a template.
Good:
    person: {name: Jane Doe, email: jane@example.org, phone: +1 555 010 0123}
    sections:
      - title: Work
        experience:
          - organization: Your Company Ltd
            title: PhD, Cycle XXX
            highlights: [Wrote a TODO app and a lorem ipsum generator for `TODO:` lists.]
Silence:
    `checks: {ignore: [placeholder-text]}`, `ignore: [placeholder-text]` on the entry, or
    `# cvpress: ignore placeholder-text` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

TEMPLATE = "This is the text of a template."
NOTE = "This is a note to yourself."
NUMBER = "A number is still to come here."

# What a text has that is worth a closer look: these are looked for fast.
_HINTS = (
    *("TODO", "FIXME", "TBD", "XX", "X%", "X %", "$X", "€X", "£X", "???", "Your ", "your ", "Name"),
    *("Title", "NAME", "Insert ", "insert ", "Enter ", "enter ", "Add ", "add ", "[", "<", "{"),
    *(", State", ", Country", "First Last", "Firstname", "Nachname", "Prénom", "Apellido"),
    *("orem ipsum", "olor sit amet", "onsectetur", "Muster"),
)
_ADDRESSES = ("email", "username", "url", "website")
_SPANISH = ("es", "pt", "gl", "ca", "it")  # where TODO is a word
_TALKED = ("place", "venue", "organization")  # of a talk that is still to come, TBD is right


class _Patterns:
    """What texts of templates look like; compiled (5 ms) only where a text has a hint of one."""

    def __init__(self) -> None:
        own = r"[Yy]our (?:[Ff]ull |[Ff]irst |[Ll]ast |[Jj]ob )?"
        body = "Company|University|School|Institution|Organi[sz]ation|Project|Course|Award|Degree"
        thing = (
            rf"(?:(?:{body}|Job|Employer|City|First|Last|Full|Family|Given) )?(?:Name|Title|City"
            rf"|{body}|Employer|Town|State|Country|Location|Address|Date|Year|Month|Major|Job"
            r"|Position|Email|Phone(?: Number)?|Number)"
        )
        # All that a value is. "Name" or "City" alone may head a column; two of them do not.
        self.whole = re.compile(
            rf"{own}{thing}(?: [Hh]ere)?|(?:[Ii]nsert|[Ee]nter|[Aa]dd) .{{2,40}} [Hh]ere\.?"
            rf"|(?:{body}) Name|(?:Job|Position|Project|Paper|Publication|Thesis) Title"
            r"|First(?:name)? Last(?:name)?|(?:City|Town), (?:State|Country)"
            r"|(?:First|Full|Last) Name|Name Surname|Vorname Nachname|Prénom Nom"
            r"|Nombre Apellidos?|Lorem ipsum\.?|TODO|FIXME|XXX+|\?\?\?+"
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
        self.login = re.compile(
            r"your[-_. ]?(?:user[-_. ]?name|(?:first|last|full)?[-_. ]?name|e?[-_. ]?mail|handle"
            r"|domain|website|site|account|profile|id)\b",
            re.IGNORECASE,
        )


_patterns = cache(_Patterns)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each text that holds the place of another."""
    for field in fields(document):
        text = field.scalar.text
        if field.type in ("text", "long"):
            if any(hint in text for hint in _HINTS):
                yield from _text(field)
        elif field.key == "phone" and counted(text):
            yield _problem(field, "This is the number of a template.", None)
        elif field.key in _ADDRESSES and "your" in text.lower():
            for found in _patterns().login.finditer(text):
                yield _problem(field, TEMPLATE, found.span())


def _text(field: Field) -> Iterator[Problem]:
    marked, patterns = parse(field.scalar.text), _patterns()
    prose = marked.prose
    spanish = field.language.partition("-")[0].lower() in _SPANISH
    if _whole(field, prose.strip(), spanish):
        yield _problem(field, TEMPLATE, None)
        return
    told = [(found, TEMPLATE) for found in patterns.bracketed.finditer(prose)]
    told += [(found, TEMPLATE) for found in [patterns.lorem.search(prose)] if found]
    if field.role == "prose":
        told += [(found, NUMBER) for found in patterns.number.finditer(prose)]
        told += [(found, NOTE) for found in patterns.note.finditer(prose) if not spanish]
    for found, message in told:
        yield _problem(field, message, marked.stretch(*found.span()))


def _whole(field: Field, text: str, spanish: bool) -> bool:
    """Return whether nothing else is written; XXX beside a label is the thirtieth of a row."""
    if text == "TBD":
        return field.role not in _TALKED
    if (text == "TODO" and spanish) or (text == "XXX" and "/details/" in field.path):
        return False
    return _patterns().whole.fullmatch(text) is not None


def counted(text: str) -> bool:
    """Tell 123-456-7890, 000 000 0000 and +1 (xxx) xxx-xxxx: what nobody's telephone has."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return (
        (len(digits) >= 7 and len(set(digits)) == 1)
        or digits.lstrip("01") in ("234567890", "23456789")
        or any(digit * 10 in digits for digit in set(digits))
        or "xxx" in text.lower()
    )


def _problem(field: Field, message: str, at: tuple[int, int] | None) -> Problem:
    return Problem(field.path, message, at=at, help="Write what belongs here, or take it out.")
