"""A bullet opens with what its owner was there for, not with what they did.

“Responsible for the wine list” says that there was a list; “Chose 200 wines” says what happened to
it. A matter of taste, so it is off until you select it.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Responsible for the drills, Helped with the manual, Chose the press]
Says:
    5:22 info weak-opening: “Responsible for” does not say what you did.
    5:50 info weak-opening: “Helped with” does not say what you did.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Built the drills, Helped 40 pupils with algebra, Worked nights]
Silence:
    `checks: {ignore: [weak-opening]}`, `ignore: [weak-opening]` on the entry, or
    `# cvpress: ignore weak-opening` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.checks._bullets import groups
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = False
FAMILY = "content"
LANGUAGES = ("en",)
_BEING = r"(?:I )?(?:was |am |is |being )?(?:also )?(?:(?:solely|mainly|primarily|jointly) )?"
_WEAK = re.compile(
    rf"(?:{_BEING}(?:responsible for|in charge of|tasked with|charged with|involved (?:in|with)"
    r"|accountable for|engaged in)"
    r"|(?:my )?(?:main |key )?(?:duties|responsibilities|tasks)(?: (?:included?|were|are)|:)"
    r"|(?:helped|assisted|aided)(?: out)? (?:with|in|on)|(?:participated|took part|partook) in"
    r"|worked (?:on|with|in|as part of)|dealt with)\b:?",
    re.IGNORECASE,
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each bullet that opens with words that say nothing."""
    for group in groups(document, settings):
        for bullet in group.bullets:
            found = _WEAK.match(bullet.text.reading)
            if found:
                message = f"“{found.group().rstrip(':')}” does not say what you did."
                help = "Begin with the verb that does."
                yield bullet.place.problem(*found.span(), message, help)
