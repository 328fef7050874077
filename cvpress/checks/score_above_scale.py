"""A score is higher than the best that its scale has.

A swapped digit, or the scale of another country. Judged are two numbers on a scale where more is
better: `value` and `scale`, or “GPA: 4.9/4.0” in a text. Silent where 1 is the best grade (German,
Czech), on a score that is called weighted, on letters, classes and ranks, and on numbers that two
countries read in two ways (1,520).

Bad:
    sections:
      - title: Education
        education:
          - {institution: Virginia Tech, score: {value: 4.7, scale: 4.0}}
          - {institution: KU Leuven, score: {value: 19/18}, honors: "GPA: 4.83/4.0"}
Says:
    4:53 warning score-above-scale: This score is above its scale, 4.0.
    5:49 warning score-above-scale: This score is above its scale, 18.
    5:71 warning score-above-scale: This score is above its scale, 4.0.
Good:
    sections:
      - title: Education
        education:
          - {institution: Virginia Tech, score: {value: 4.7, scale: 4.0, label: Weighted GPA}}
          - {institution: KU Leuven, score: [{value: 18, scale: 20}, {value: 104 / 110}]}
          - {institution: TU Wien, score: {value: "1,3", scale: "1,0"}, honors: "GPA: 3.9/4.0"}
Silence:
    `checks: {ignore: [score-above-scale]}`, `ignore: [score-above-scale]` on the entry, or
    `# cvpress: ignore score-above-scale` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema.fields import Field, fields
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_NUMBER = r"\d+(?:[.,]\d+)?(?![.,]?\d)"
_OF = re.compile(rf"\s*({_NUMBER})\s*/\s*({_NUMBER})\s*")
_TOLD = re.compile(rf"\bC?GPA\b[^\d/\n]{{0,12}}({_NUMBER})\s*/\s*({_NUMBER})", re.IGNORECASE)
_THOUSAND = re.compile(r"\d[.,]\d{3}(?!\d)")  # 1,520 of 1600
_BEST_IS_LOW, _WORST = 1.0, 6.0  # 1 is best, 5 or 6 worst
_WEIGHTED = re.compile(r"weight|bonus|honou?rs|extra", re.IGNORECASE)


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each score that can't be reached on its scale."""
    for field in fields(document):
        if field.key == "value" and "/score" in field.path:
            yield from _score(document, field)
        elif field.type in ("text", "long") and "GPA" in field.scalar.text:
            marked = parse(field.scalar.text)
            for found in _TOLD.finditer(marked.prose):
                if not _WEIGHTED.search(marked.prose) and _above(found[1], found[2]):
                    yield _problem(field, found[2], marked.stretch(*found.span(1)))


def _score(document: Document, field: Field) -> Iterator[Problem]:
    score = document.node(field.path.rpartition("/")[0])
    if not isinstance(score, Mapping) or _WEIGHTED.search(score.text("label")):
        return
    value, scale, at = field.scalar.text, score.text("scale"), None
    found = _OF.fullmatch(value)
    if not scale and found:
        value, scale, at = found[1], found[2], found.span(1)
    if _above(value, scale):
        yield _problem(field, scale.strip(), at)


def _above(value: str, scale: str) -> bool:
    """Return whether two numbers are surely a score and a lower best; per cents are of 100."""
    reached, best = _number(value), _number(scale)
    if reached is None or best is None or ("%" in value and "%" not in scale and best != 100):
        return False
    if max(reached, best) >= 10 and (_THOUSAND.search(value) or _THOUSAND.search(scale)):
        return False
    return reached > best and not (best == _BEST_IS_LOW and reached <= _WORST)


def _number(text: str) -> float | None:
    plain = text.strip().removesuffix("%").rstrip()
    return float(plain.replace(",", ".")) if re.fullmatch(_NUMBER, plain, re.ASCII) else None


def _problem(field: Field, scale: str, at: tuple[int, int] | None) -> Problem:
    return Problem(
        field.path,
        f"This score is above its scale, {scale}.",
        at=at,
        help="Correct one of the two; if a bonus is in it, call it “Weighted GPA” in its label.",
    )
