"""A text of a template, or a note to oneself, was never replaced.

Lorem ipsum, `TODO:`, `XX%`, “Your Name” and `[Company]` hold the place of something that was meant
to come; so do the name of a field as its value (`institution: University`) and things counted up
(Company 1, Company 2). Judged are only forms that nobody means: silent on a TODO app, on the
thirtieth of anything (XXX), on Spanish in capitals, on Latin, on code, and on made-up names,
numbers and sites such as Jane Doe, +1 555 010 0123 or example.org.

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
            date_text: Month 20XX – Ongoing
            highlights: [Cut costs by XX%., "TODO: ask Lee", Lorem ipsum dolor sit amet.]
          - organization: Employer
            highlights: [Item 1, Item 2, Nullam hendrerit finibus egestas nisl vel rhoncus.]
Says:
    2:9 warning placeholder-text: This is the text of a template.
    3:10 warning placeholder-text: This is the text of a template.
    4:10 warning placeholder-text: This is the number of a template.
    5:42 warning placeholder-text: This is the text of a template.
    9:24 warning placeholder-text: This is the text of a template.
    10:16 warning placeholder-text: This is the text of a template.
    11:20 warning placeholder-text: This is the text of a template.
    12:35 warning placeholder-text: A number is still to come here.
    12:42 warning placeholder-text: This is a note to yourself.
    12:58 warning placeholder-text: This is the text of a template.
    13:23 warning placeholder-text: This is the text of a template.
    14:22 warning placeholder-text: This is the text of a template.
    14:30 warning placeholder-text: This is the text of a template.
    14:38 warning placeholder-text: This is the text of a template.
Good:
    person: {name: Jane Doe, email: jane@example.org, phone: +1 555 010 0123}
    sections:
      - title: Work
        experience:
          - organization: Your Company Ltd
            title: PhD, Cycle XXX, Level 1
            highlights: [Wrote a TODO app and a lorem ipsum generator for `TODO:` lists.]
    labels: {supervisor: Advisor, thesis: Title}
Silence:
    `checks: {ignore: [placeholder-text]}`, `ignore: [placeholder-text]` on the entry, or
    `# cvpress: ignore placeholder-text` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvpress.checks import _templates
from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_ADDRESSES = ("email", "username", "url", "website")
_HINTS = ("your", "handle", "username")


@cache
def _logins() -> re.Pattern[str]:
    return re.compile(
        r"your[-_. ]?(?:user[-_. ]?name|(?:first|last|full)?[-_. ]?name|e?[-_. ]?mail|handle"
        r"|domain|website|site|account|profile|id)\b|^@?(?:[a-z]+-handle|handle|username)(?:@|$)",
        re.IGNORECASE,
    )


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each text that holds the place of another."""
    for one in _templates.read(document):
        at = parse(one.field.scalar.text).stretch(*one.at) if one.at else None
        yield _problem(one.field, one.message, at)
    for field in fields(document):
        text = field.scalar.text
        if field.key == "phone" and counted(text):
            yield _problem(field, "This is the number of a template.", None)
        elif field.key in _ADDRESSES and any(hint in text.lower() for hint in _HINTS):
            for found in _logins().finditer(text):
                yield _problem(field, _templates.TEMPLATE, found.span())


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
