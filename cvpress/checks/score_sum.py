"""The parts of a language test do not make its total.

TOEFL adds its four parts, IELTS and the Cambridge exams average them; a reader who knows the test
does the sum. Silent where parts are left out or are no numbers, on tests that weigh their parts
(GRE, PTE, Duolingo), and on tests the tool does not know, unless no way of counting fits.

Bad:
    sections:
      - title: Languages
        languages:
          - {language: English, test: {name: TOEFL, total: 107, parts: {R: 29, L: 27, S: 23, W: 7}}}
          - {language: English, test: {name: IELTS, total: 8, parts: {R: 7.5, L: 7.5, S: 7, W: 7}}}
Says:
    4:56 warning score-sum: The parts add up to 86.
    5:56 warning score-sum: The parts average 7.5.
Good:
    sections:
      - title: Languages
        languages:
          - {language: English, test: {name: TOEFL, total: 107, parts: {Reading: 29, Writing: 28}}}
          - language: German
            test:
              - {name: IELTS Academic, total: "7,5", parts: {R: "7,5", L: 7.0, S: 7.0, W: 7.5}}
              - {name: C1 Advanced, total: 191, parts: {R: 190, U: 191, W: 185, L: 200, S: 191}}
              - {name: GRE, total: 335, parts: {V: 165, Q: 170, AW: 4.0}}
              - {name: Goethe-Zertifikat B2, total: 88, parts: {L: 80, H: 90, S: 92, Sp: 88}}
Silence:
    `checks: {ignore: [score-sum]}`, `ignore: [score-sum]` on the entry, or
    `# cvpress: ignore score-sum` on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from cvpress.finding import Problem
from cvpress.schema.fields import entries
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*/\s*\d+)?")
# Tests that add, and of how many parts; with fewer the rest may be left out.
_ADDS = {"toefl": 4, "toeic": 2, "jlpt": 3, "hsk": 3, "topik": 3, "delf": 4, "dalf": 4}
_AVERAGES = re.compile(r"\bcambridge|\bfce\b|\bcae\b|\bcpe\b|b2 first|c1 advanced|c2 proficiency")
_NEITHER = re.compile(r"\b(?:gre|gmat|pte|duolingo|det|testdaf|dsh|tcf|tef|dele|telc|ket|pet)\b")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each total that its parts do not make."""
    for entry in entries(document):
        if entry.kind == "languages":
            for test in _maps(entry.node.get("test")):
                total, parts = _number(test.get("total")), _parts(test.get("parts"))
                sentence = _judge(test.text("name"), total, parts) if total and parts else ""
                if sentence:
                    help = "Check the parts and the total against the report of the test."
                    yield Problem(f"{test.path}/total", sentence, help=help)


def _maps(node: Node | None) -> Iterator[Mapping]:
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Mapping):
            yield one


def _number(node: Node | None) -> Fraction | None:
    found = _NUMBER.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
    return Fraction(found[1].replace(",", ".")) if found else None


def _parts(node: Node | None) -> list[Fraction]:
    """The parts of a test as numbers; [] where one is something else."""
    numbers = [_number(part) for part in node.items.values()] if isinstance(node, Mapping) else []
    return [n for n in numbers if n is not None] if None not in numbers else []


def _judge(name: str, total: Fraction, parts: list[Fraction]) -> str:
    """The sentence on a total that its parts can't make, or ""."""
    words = name.casefold()
    bands = max(parts) <= 6 and total <= 6  # TOEFL of 2026: bands that average, as those of IELTS
    if "ielts" in words or ("toefl" in words and bands):
        return _averaged(total, parts) if len(parts) == 4 else ""
    if "toefl" in words and not 6 < max(parts) <= 30:  # on paper: the total is on another scale
        return ""
    count = next((count for test, count in _ADDS.items() if test in words), 0)
    if count:
        return _added(total, parts, count)
    mean = sum(parts, Fraction()) / len(parts)
    if _AVERAGES.search(words):
        wrong = len(parts) == 5 and abs(total - mean) >= 1
        return f"The parts average {_told(mean)}." if wrong else ""
    return "" if _NEITHER.search(words) else _unknown(total, parts)


def _averaged(total: Fraction, parts: list[Fraction]) -> str:
    """IELTS rounds to the nearest half, a quarter up."""
    band = Fraction(floor(sum(parts, Fraction()) / len(parts) * 2 + Fraction(1, 2)), 2)
    return f"The parts average {_told(band)}." if band != total else ""


def _added(total: Fraction, parts: list[Fraction], count: int) -> str:
    found = sum(parts, Fraction())
    wrong = found > total or (found < total and len(parts) == count)
    return f"The parts add up to {_told(found)}." if wrong and len(parts) <= count else ""


def _unknown(total: Fraction, parts: list[Fraction]) -> str:
    """Between its parts a total may be a weighted mean; above their sum parts may be left out."""
    wrong = total < min(parts) or max(parts) < total < sum(parts)
    if not wrong or len(parts) < 3:
        return ""
    mean = sum(parts, Fraction()) / len(parts)
    return f"The parts add up to {_told(sum(parts, Fraction()))} and average {_told(mean)}."


def _told(number: Fraction) -> str:
    return f"{float(number):.1f}".removesuffix(".0")
