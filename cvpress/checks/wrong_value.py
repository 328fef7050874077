"""A value is none of those that the field can have, or stands beside a field that excludes it.

Where only some words have a meaning, another one has none: nobody knows what to print for
`status: soon`. A contact network that is not on the list needs a `url`, since nobody knows its
address.

Bad:
    person:
      name: Ada Example
      profiles: [{network: Github, username: ada}, {network: Guild, username: ada}]
    design: {font_size: 14}
Says:
    3:24 error wrong-value: This network is not on the list.
    3:58 error wrong-value: This network is not on the list.
    4:21 error wrong-value: A font size is a number from 9 to 12, in points.
Bad:
    sections:
      - title: Experience
        experience: [{organization: Galerie Nord, date: 2020, start: 2020, end: 2021}]
Says:
    3:47 error wrong-value: A date stands beside start and end.
Good:
    person:
      name: Ada Example
      profiles: [{network: GitHub, username: ada}, {network: Guild, url: "https://g.example/a"}]
    sections:
      - title: Experience
        experience: [{organization: Galerie Nord, start: 2020, end: 2021}]
Silence:
    `checks: {ignore: [wrong-value]}`, but the default is printed in its place then.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.validation import under
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each value that the schema excludes."""
    yield from under(document, "wrong-value")
