"""An email address that no letter can reach.

It is the one line of a CV that has to work: who can't write to you writes to the next. A plus, a
name in any script and new endings are all fine.

Bad:
    person:
      name: Ada Example
      email: [ada.example.org, ada@gmail.con, "ada @example.org"]
    sections:
      - title: References
        references: [{name: Amanda Reynolds, email: a@@usc.example}]
Says:
    3:11 error email-malformed: This email address has no @.
    3:38 error email-malformed: No site ends in .con.
    3:47 error email-malformed: There is a space in this address.
    6:50 error email-malformed: This email address has two @.
Good:
    person:
      name: Ada Example
      email: [ada+cv@example.org, ada@münchen.example, "o'neil_x@sub.example.photography"]
Silence:
    `checks: {ignore: [email-malformed]}`, or `# cvpress: ignore email-malformed` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import addresses
from cvpress.checks._slips import problem
from cvpress.finding import Problem
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "identifiers"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each email address that can't be written to."""
    for field in fields(document):
        if field.key == "email":
            text = field.scalar.text
            slip = addresses.email(text.strip())
            if slip:
                yield problem(field.path, slip, text.index(text.strip()))
