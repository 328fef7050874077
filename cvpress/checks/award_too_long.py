"""An award that is for one year by its name was not given for several.

“Scholarship for Freshmen, 2021–2025” reads like a wrong year, or like an award that was stretched
over a whole degree. The dates may be right, since a prize of freshmen can be paid until the degree,
so this is a hint. Silent where the entry speaks of more years or of a renewal, where the award was
given in several years (a list, `[2021, 2023]`), and where the range may be the two calendar years
of an academic one.

Bad:
    sections:
      - title: Awards
        awards: [{title: Prize for First-Year Students, date: 2021/2025}]
Says:
    3:59 info award-too-long: Its name says one year, its dates more than 3.
Good:
    sections:
      - title: Awards
        awards:
          - {title: Prize for First-Year Students, date: 2021/2022}
          - {title: Teacher of the Year, date: [2019, 2022]}
          - {title: Annual Scholarship, note: renewed twice, date: 2019/2022}
          - {title: Merit Scholarship, date: 2019/2023}
Silence:
    `checks: {ignore: [award-too-long]}`, `ignore: [award-too-long]` on the entry, or
    `# cvpress: ignore award-too-long` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema.fields import Entry, entries
from cvpress.schema.periods import periods
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "info"
ON = True
FAMILY = "dates"
LANGUAGES = None
YEAR = 365.25
LEAST = 400  # days: two calendar years of one academic year, or a year and its ceremony, are less
# Names of awards are in any language, whatever the CV's is; these are the words of our locales.
ONE_YEAR = (
    r"fresh(?:m[ae]n|ers?)|sophomores?|(?:first|second|third|final|one|1|1st)[ -]year|annual|yearly"
    r"|(?:junior|senior) year|year-long|of the (?:year|month|quarter)"
    r"|einjährig\w*|jahres(?:preis|stipendium)|erstsemester\w*|des jahres"
    r"|annuel(?:le)?|(?:première|1re) année|de l['’]année"
    r"|anual|primer año|del año|新生|一年级|年度"
)
TIMES = (
    r"renew\w*|each|every|per|consecutive\w*|times|multi\w*|incoming|entering|verlänger\w*|jährlich"
    r"|renouvel\w*|chaque|par|renov\w*|cada|连续|(?:two|three|four|five|[2-9])[ -]years?"
)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each range that is surely too long for the award's name."""
    for entry in entries(document):
        for period in periods(entry.node, settings.today) if entry.kind == "awards" else ():
            days = period.interval.shortest
            if days > LEAST and not period.interval.end.expected and _of_one_year(entry):
                message = f"Its name says one year, its dates more than {int(days / YEAR)}."
                help = "Put the year right, or list the years it was given in."
                yield Problem(period.end.path, message, help=help)


def _of_one_year(entry: Entry) -> bool:
    title = entry.node.text("title")
    more = f"{title} {entry.node.text('note')} {entry.node.text('summary')}"
    return _says(ONE_YEAR, title) and not _says(TIMES, more)


def _says(words: str, text: str) -> bool:
    edge = r"(?![a-zà-ÿ])"  # Chinese words stand beside each other without a space
    return re.search(rf"(?<![a-zà-ÿ])(?:{words}){edge}", text, re.IGNORECASE) is not None
