"""Some bullets of an entry end with a full stop and some do not.

Readers see it at a glance, since the ends stand below each other. What most bullets do is taken as
meant; where it is even, the full stop is missing. Each depth of bullets is judged by itself. Silent
on one or two words, on ends that are no choice (an abbreviation, a colon, a semicolon), and on
several sentences among bullets that are phrases.

Bad:
    sections:
      - title: Experience
        experience:
          - organization: Example Lab
            highlights:
              - Built the first prototype.
              - Measured it on ten machines
              - Wrote the paper.
Says:
    7:32 warning closing-punctuation-mixed: This bullet has no full stop, others beside it have one.
Bad:
    sections:
      - title: Experience
        experience:
          - organization: Example Lab
            highlights:
              - Prototype of the first machine
              - Wrote the paper and the talk.
              - Lecture on new machines
Says:
    7:37 warning closing-punctuation-mixed: This bullet has a full stop, others beside it have none.
Good:
    sections:
      - title: Experience
        experience:
          - organization: Example Lab
            highlights:
              - text: "Built the first prototype, with:"
                highlights: [a very small cache, two new kernels]
              - Measured it (on “ten machines.”)
              - Sold it to Example Inc.
              - "**Wrote the paper.**"
Silence:
    `checks: {ignore: [closing-punctuation-mixed]}`, `ignore: [closing-punctuation-mixed]` on the
    entry, or `# cvpress: ignore closing-punctuation-mixed` on the line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cvpress.emphasis import unspaced
from cvpress.finding import Fix, Problem
from cvpress.markup import parse
from cvpress.schema.fields import Field, texts
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "warning"
ON = True
FAMILY = "punctuation"
LANGUAGES = None

_BULLET = re.compile(r"/(?:highlights|bullets)/\d+")
_AFTER = ")]}\"'”’»›*†‡§¶ \t\n"
_STOPS = ".!?。！？"
_NO_CHOICE = re.compile(
    r"(?:\w{1,2}\.){2,}|(?:etc|al|inc|ltd|corp|bros|univ|approx|usw|bzw)\.|.*(?:\.\.|[:;,…])", re.I
)
_SENTENCES = re.compile(r"[^\W\d]{3}\.\s+\w|[!?]\s+\w|[。！？]\w")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each entry and depth whose ends differ, at the first that deviates."""
    for bullets in _groups(document):
        ends = [(bullet, _stops(_reading(bullet))) for bullet in bullets]
        stopped = [bullet for bullet, end in ends if end is True]
        bare = [bullet for bullet, end in ends if end is False]
        if stopped and bare and len(stopped) >= len(bare):
            yield _without(bare[0], "。" if _reading(stopped[0]).endswith("。") else ".")
        elif bare and (phrases := [one for one in stopped if not _SENTENCES.search(_reading(one))]):
            yield _with(phrases[0])


def _groups(document: Document) -> Iterable[list[Field]]:
    """The bullets of each entry, or of a section of bullets, by depth."""
    groups: dict[tuple[str, int], list[Field]] = defaultdict(list)
    for field in texts(document):
        depth = len(_BULLET.findall(field.path))
        if depth and field.key in ("highlights", "bullets", "text"):
            groups[_BULLET.split(field.path)[0], depth].append(field)
    return groups.values()


def _reading(field: Field) -> str:
    return parse(field.scalar.text).reading.rstrip()


def _stops(reading: str) -> bool | None:
    """Whether a bullet ends with a full stop; None where its end is no choice of the writer."""
    words = reading.split()
    if (len(words) < 3 and not unspaced(reading)) or _NO_CHOICE.fullmatch(
        words[-1].strip('()[]“”"')
    ):
        return None
    return reading.rstrip(_AFTER)[-1:] in tuple(_STOPS)


def _last_word(field: Field) -> tuple[int, int]:
    marked = parse(field.scalar.text)
    end = len(marked.reading.rstrip())
    word = marked.reading.split()[-1]
    return marked.stretch(end - (1 if unspaced(word) else len(word)), end)


def _without(field: Field, stop: str) -> Problem:
    text = field.scalar.text.rstrip()
    return Problem(
        field.path,
        "This bullet has no full stop, others beside it have one.",
        at=_last_word(field),
        help="End all of them alike.",
        fix=Fix("Put a full stop there", ((len(text) - 1, len(text), text[-1] + stop),)),
    )


def _with(field: Field) -> Problem:
    marked = parse(field.scalar.text)
    stop = marked.places[len(marked.reading.rstrip(_AFTER)) - 1]
    return Problem(
        field.path,
        "This bullet has a full stop, others beside it have none.",
        at=_last_word(field),
        help="End all of them alike.",
        fix=Fix("Take the full stop away", ((stop, stop + 1, ""),)),
    )
