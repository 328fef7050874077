"""Three bullets running do not begin with the same verb.

“Developed … Developed … Developed …” reads as if nothing else had been done. A matter of taste, so
it is off until you select it; “Taught algebra, Taught logic, Taught sets” may be just right.

Bad:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Built a drill, Built a press, Built a lathe, Built a saw, Sold all of them]
Says:
    5:52 info repeated-opening: Three bullets running begin with “Built”.
Good:
    sections:
      - title: Work
        experience:
          - organization: Acme
            highlights: [Built a drill, Built a press, Sold both, Built a saw, A key, A nut, A bolt]
Silence:
    `checks: {ignore: [repeated-opening]}`, `ignore: [repeated-opening]` on the entry, or
    `# cvpress: ignore repeated-opening` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.checks._bullets import groups
from cvpress.finding import Problem
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = False
FAMILY = "content"
LANGUAGES = ("en",)
RUN = 3


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield the third bullet of each run that begins with the same verb."""
    for group in groups(document, settings):
        before, run = "", 0
        for bullet in group.bullets:
            run = run + 1 if bullet.opening == before else 1
            before = bullet.opening
            if run == RUN and bullet.verb:
                start, end = bullet.first.spans[0]
                word = bullet.text.reading[start:end]
                message = f"Three bullets running begin with “{word}”."
                yield bullet.place.problem(start, end, message, "Say what was different.")
