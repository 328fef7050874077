"""A telephone number that nobody can dial.

The page makes a link of it, and a phone dials what is left when spaces and signs are gone. Told are
letters among the digits, half a bracket, two numbers in one field, a country's code that begins
with 0, and too many or too few digits (E.164: 15 at most). Every national way to group digits is
right, and so are extensions, letters of the keys (1-800-FLOWERS), +44 (0)20, and words around a
number.

Bad:
    person:
      name: Ada Example
      phone:
        - +32 16 55 O1 00
        - (02) 955 01 00 / 0470 55 01 99
        - +0049 221 4710815
        - +1 555 010 0123 8888 77
        - (0221 4710815
        - +32 16
        - on request
Says:
    4:17 error phone-malformed: A letter stands among the digits.
    5:7 error phone-malformed: Two numbers stand in one field.
    6:7 error phone-malformed: No country's code begins with 0.
    7:7 error phone-malformed: A number has 15 digits at most, this one 17.
    8:7 error phone-malformed: This bracket has no other half.
    9:7 error phone-malformed: A number with a plus has 7 digits at least, this one 4.
    10:7 error phone-malformed: This is no telephone number.
Good:
    person:
      name: Ada Example
      phone: [+44 (0)20 7946 0958, 0221/4710815-12, 1-800-FLOWERS, +1 (555) 010-0123 ext. 12]
Good:
    person: {name: Ada Example, phone: "Tel.: 02 99 01 00 00 (office)"}
Silence:
    `checks: {ignore: [phone-malformed]}`, `ignore: [phone-malformed]` on the entry, or
    `# cvpress: ignore phone-malformed` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.checks._slips import problem
from cvpress.checks.placeholder_text import counted
from cvpress.finding import Problem
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None


# Most numbers; what judges all others takes 1 ms to load.
_USUAL = re.compile(r"\+[1-9](?: ?\d){6,14}", re.ASCII)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each number that can't be dialled."""
    for field in fields(document):
        if field.key != "phone" or _USUAL.fullmatch(field.scalar.text):
            continue
        if counted(field.scalar.text):  # that is placeholder-text's
            continue
        from cvpress import phones

        text = field.scalar.text.strip()
        slip = phones.judge(text)
        if slip:
            yield problem(field.path, slip, field.scalar.text.index(text))
