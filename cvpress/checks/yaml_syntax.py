r"""The file is written as YAML, of which a CV needs only fields, lists and texts.

YAML gives a meaning to many signs at the beginning of a text, and where it stumbles over one it
reports a place far from the slip. Here each slip is told where it was made, all of them in one run,
and where its meaning is sure the rest of the file is checked as if it had been put right. A text
that begins with one of `* & ! | > % @ # { } [ ] ,` or a backtick goes in quotes; inside of a text
these signs are letters like others. Tags, anchors, aliases, merge keys, directives and a second
document are no part of the language, since no CV is clearer for them.

Bad:
    sections:
      - title: Projects
        bullets:
          - **Streamtax** reads rivers.
          - [Code](https://example.org/code) and data.
          - "Fast" and small.
          - @home since 2020
Says:
    4:9 error yaml-syntax: A text may not begin with * unless it stands in quotes.
    5:9 error yaml-syntax: A text that begins with [ needs quotes: YAML takes it for a list.
    6:9 error yaml-syntax: The text goes on after its closing quote.
    7:9 error yaml-syntax: A text may not begin with @ unless it stands in quotes.
Bad:
    person:
      name:Ada Example
      headline: "Botanist
      location: {{ city }}
Says:
    2:7 error yaml-syntax: A space is missing after this colon.
    3:13 error yaml-syntax: This quote is not closed.
    4:13 error yaml-syntax: A text that begins with { needs quotes: YAML takes it for a map.
Bad:
    sections:
      - title: About
        text: &about Botanist.
      - title: More
        text: *about
Says:
    3:11 error yaml-syntax: Anchors are not part of the CV language.
    5:11 error yaml-syntax: Aliases are not part of the CV language.
Good:
    sections:
      - title: Projects
        bullets:
          - "**Streamtax** reads rivers."
          - "[Code](https://example.org/code) and data."
          - The A* search, R&D at 100 %, 5 > 4, and C# are texts as they are.
Silence:
    `checks: {ignore: [yaml-syntax]}`, or `# cvpress: ignore yaml-syntax` on the line. A file that
    YAML can't read to its end builds no CV all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem, faults
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "yaml"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each place where the text is no YAML of a CV."""
    yield from faults(document, "yaml-syntax")
