"""A range is written with a hyphen instead of an en dash.

An en dash reads "to" (`2021–2022`, `10–20 %`); a hyphen joins (`co-author`), and beside the dates
that the tool prints with a dash it looks like a slip. Judged only where a range is sure: years,
months, days of a month, pages, and numbers before a unit. Silent on phone numbers, ISO dates,
codes of courses and models, and in languages whose rule is the hyphen (Spanish, French).

Bad:
    sections:
      - title: Work
        entries:
          - title: Summer school
            summary: Taught 10-20 students in March-June 2023, as in 2021-2022, see pp. 3-17.
Says:
    5:25 warning range-hyphen: A range takes an en dash, not a hyphen.
    5:43 warning range-hyphen: A range takes an en dash, not a hyphen.
    5:66 warning range-hyphen: A range takes an en dash, not a hyphen.
    5:85 warning range-hyphen: A range takes an en dash, not a hyphen.
Good:
    sections:
      - title: Work
        entries:
          - title: CMU-15445 on 2021-09-15, grant no. 2021-2022, call 555-2010-2020
            summary: Taught 10–20 students a 50-50 mix of GPT-4 and 2-3 trees, 2021–2022.
      - title: Expérience
        entries: [{title: Stage, summary: Lyon 2021-2022, lang: fr}]
Silence:
    `checks: {ignore: [range-hyphen]}`, `ignore: [range-hyphen]` on the entry, or
    `# cvpress: ignore range-hyphen` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvpress.finding import Fix, Problem
from cvpress.markup import Marked, parse
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = ("en", "de", "da", "nb", "nn", "no", "sv", "fi", "pl", "cs", "sk", "hu")

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:Jan(?:uar[yi]?)?|Feb(?:ruar[yi]?)?|Mar(?:ch)?|März|Apr(?:il)?|Ma[yi]|Jun[ei]?|Jul[yi]?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\b\.?"
)
_UNIT = (
    r"(?: ?(?:%|‰|×|[kKMGT]?B\b|[kKMx]\b|[mkcnµ]?m\b|[mkµ]?g\b|[mµn]?s\b)| (?:per ?cent|times"
    r"|pages|words|lines|students|people|persons?|participants|engineers|members|papers|projects"
    r"|patients|cases|beds|clients|customers|users|guests|employees|staff|children|pupils|trainees"
    r"|volunteers|attendees|clinics|countries|sites|sessions|classes|lessons|lectures|talks"
    r"|minutes|hours|days|weeks|months|years|Prozent|Personen|Seiten|Tage|Wochen|Monate|Jahre)\b)"
)
_NUMBER = r"\d+(?:[.,]\d+)?"
_END = r"(?![\w/\u2010-\u2013-]|\.\d)"
_HYPHEN = r"(?P<hyphen> ?[-\u2010\u2011] ?| ?-- ?)"


def _range(first: str, last: str, before: str = "", after: str = _END) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.\u2010-\u2013-]){before}(?P<first>{first}){_HYPHEN}(?P<last>{last}){after}"
    )


# What all of them have: a hyphen between a number or month and what may follow it.
_BEGIN = r"\d|Ja|Fe|Ma|Mä|Ap|Ju|Au|Se|O[ck]|No|De|present|now|today|ongoing|heute"
_LIKELY = re.compile(rf"[\w.] ?(?:[-\u2010\u2011]|--) ?(?:{_BEGIN})")


@cache
def _ranges() -> tuple[re.Pattern[str], ...]:
    return (
        _range(_YEAR, rf"{_YEAR}|1[3-9]|[2-9]\d"),  # 2021-22, too; 2021-09 is a month
        _range(_YEAR, r"present|now|today|ongoing|heute"),
        _range(rf"{_MONTH}(?: {_YEAR})?", rf"{_MONTH}(?: {_YEAR})?"),
        _range(rf"{_MONTH} {_YEAR}", r"present|now|today|ongoing|heute"),
        _range(r"\d\d?\.?", r"\d\d?\.?", after=rf"(?= {_MONTH})"),
        _range(r"\d\d?", r"\d\d?", before=rf"{_MONTH} "),
        _range(_NUMBER, _NUMBER, after=rf"(?={_UNIT})"),
        _range(_NUMBER, _NUMBER, before=r"[$€£]"),
        _range(r"\d+", r"\d+", before=r"(?:pp?\.|pages|Seiten|S\.) ?"),
    )


@cache
def _in_venues() -> tuple[re.Pattern[str], ...]:
    pages = re.compile(rf"[,:)] ?(?P<first>\d+){_HYPHEN}(?P<last>\d+)(?![\w-])")
    return (*_ranges(), pages)


@cache
def _in_titles() -> tuple[re.Pattern[str], ...]:
    return (*_ranges(), _range(r"1[0-8]\d\d", r"1\d\d\d"))  # Flanders 1300-1400


_BY_ROLE = {"venue": _in_venues, "title": _in_titles}
_PAGES = (re.compile(rf"^(?P<first>\d+){_HYPHEN}(?P<last>\d+)$"),)
_NO_RANGE = re.compile(r"(?:\b(?:no|nr|number|id|isbn|issn)\b\.?|#)[ :]*$", re.IGNORECASE)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each range with a hyphen."""
    for field in fields(document):
        if not _LIKELY.search(parse(field.scalar.text).prose):
            continue
        if field.key == "pages":
            yield from _judge(field, _PAGES)
        elif field.type in ("text", "long") and _primary(field.language) in LANGUAGES:
            yield from _judge(field, _BY_ROLE.get(field.role, _ranges)())


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _judge(field: Field, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Problem]:
    marked = parse(field.scalar.text)
    prose, told = marked.prose, set[int]()
    for pattern in patterns:
        for found in pattern.finditer(prose):
            at = found.start("hyphen")
            if (
                at not in told
                and _rises(found)
                and not _NO_RANGE.search(prose[max(found.start() - 12, 0) : found.start()])
            ):
                told.add(at)
                yield _problem(field, marked, found)


def _rises(found: re.Match[str]) -> bool:
    """Whether the last number is larger than the first; true for words."""
    first, last = (found[name].rstrip(".").replace(",", ".") for name in ("first", "last"))
    if not (first[:1].isdigit() and last[:1].isdigit()):
        return True
    if len(first) == 4 and len(last) == 2:
        first = first[2:]
    return float(first) < float(last)


def _problem(field: Field, marked: Marked, found: re.Match[str]) -> Problem:
    dash = " – " if " " in found["first"] and " " in found["last"] else "–"
    return Problem(
        field.path,
        "A range takes an en dash, not a hyphen.",
        at=marked.stretch(found.start("first"), found.end("last")),
        help=f"Write “{found['first']}{dash}{found['last']}”.",
        fix=Fix("Put an en dash there", ((*marked.stretch(*found.span("hyphen")), dash),)),
    )
