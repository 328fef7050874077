"""A value is none of those that the field can have, or stands beside a field that excludes it.

Where only some words have a meaning, another one has none: nobody knows what to print for
`status: soon`. A contact network that is not on the list needs a `url`, since nobody knows its
address. `equal_contribution` is of two authors at least, who are in the list.

Bad:
    person:
      name: Ada Example
      profiles: [{network: Github, username: ada}, {network: Guild, username: ada}]
    design: {font_size: 14}
Says:
    3:24 error wrong-value: This network is not on the list.
    3:58 error wrong-value: This network is not on the list.
    4:21 error wrong-value: This is no font size.
Bad:
    sections:
      - title: Experience
        experience: [{organization: Galerie Nord, date: 2020, start: 2020, end: 2021}]
Says:
    3:47 error wrong-value: A date stands beside start and end.
Bad:
    sections:
      - title: Publications
        publications:
          - {title: Salt, authors: [Ada Example], equal_contribution: 2}
          - {title: Tin, authors: [Ada Example, B. Lee], equal_contribution: [Ada Example, B Lee]}
Says:
    4:67 error wrong-value: This is more than the authors that are named.
    5:88 error wrong-value: No author is written like this.
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

from cvpress.finding import Problem, faults
from cvpress.schema.fields import entries
from cvpress.schema.suggest import closest
from cvpress.schema.validation import under
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar, Sequence

SEVERITY = "error"
ON = True
FAMILY = "schema"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each value that the schema excludes, or that names no authors."""
    yield from faults(document, "wrong-value")
    yield from under(document, "wrong-value")
    for entry in entries(document):
        equal = entry.node.get("equal_contribution")
        if isinstance(equal, Scalar) and isinstance(equal.value, int) and equal.value > 1:
            yield from _too_many(entry.node, equal, equal.value)
        elif isinstance(equal, Sequence):
            yield from _not_named(entry.node, equal)


def _authors(node: Mapping) -> list[str]:
    authors = node.get("authors")
    items = authors.items if isinstance(authors, Sequence) else ()
    named = (item.get("name") if isinstance(item, Mapping) else item for item in items)
    return [name.text for name in named if isinstance(name, Scalar)]


def _too_many(node: Mapping, equal: Scalar, many: int) -> Iterator[Problem]:
    """Tell a number that reaches beyond the list, unless names were left out of it."""
    authors = _authors(node)
    if many > len(authors) and not {"...", "…", "et al.", "et al"}.intersection(authors):
        message = "This is more than the authors that are named."
        yield Problem(equal.path, message, help="Add them to the list, or take it out.")


def _not_named(node: Mapping, equal: Sequence) -> Iterator[Problem]:
    authors = _authors(node)
    for name in equal.items:
        if isinstance(name, Scalar) and not name.empty and name.text not in authors:
            near = closest(name.text, authors)
            help = f"Did you mean “{near}”?" if near else "Write it as in the list of authors."
            yield Problem(name.path, "No author is written like this.", help=help)
    if len(equal.items) == 1:
        help = "Name two authors or more, or write how many of the first."
        yield Problem(equal.path, "One alone is equal to nobody.", help=help)
