"""Runs the checks in this process on clean CVs, on CVs with slips and on planted faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.words import figures, material, plant
from bench.words.cvs import TODAY, Cv, dump
from bench.words.maker import Data
from bench.words.slips import slip
from cvpress import checking, source
from cvpress.finding import SEVERITIES, Finding
from cvpress.rules import load
from cvpress.schema.fields import Field, texts
from cvpress.settings import Wishes
from cvpress.settings import read as read_settings
from cvpress.source.document import Document, Span
from cvpress.source.positions import place_of
from cvpress.words import lookup
from cvpress.words.suggest import suggest

DICTIONARIES = (Path("/usr/share/dict/american-english"), Path("/usr/share/dict/british-english"))
ROUNDS = 4
EVERY = 16  # one slip in so many words
_COUNTED = re.compile(r"[^\W\d_][\w'’-]*")
_CANDIDATE = re.compile(r"(?<![\w@./'’\\])[A-Za-z][a-z]{2,}(?![\w@/'’]|\.\w)")
_OPENING = re.compile(r"(?:^|[.!?:] )\W*$")
_QUOTED = re.compile(r"“([^”]+)”")
_NOT_ENGLISH = frozenset({"person", "place"})
_BODIES = frozenset({"organization", "venue"})


def findings(cv: Data, name: str = "cv.yaml", everything: bool = False) -> list[Finding]:
    """Return what the checks say of a CV; with `everything`, those that are off, too."""
    return judged(source.read(dump(cv).encode(), name), everything)


def judged(document: Document, everything: bool = False) -> list[Finding]:
    """Return what the checks say of a document, on the day that all of this is read."""
    wishes = Wishes(today=TODAY, select=("all",) if everything else ())
    return list(checking.judge(document, read_settings(document, wishes)).findings)


def clean(cvs: list[Cv]) -> tuple[figures.Clean, list[tuple[Cv, Finding]]]:
    """Return the flags on CVs that are right, counted, and each with its CV."""
    rules = {rule.id: rule for rule in load("checks")}
    counted, flagged = figures.Clean(), []
    for cv in cvs:
        document = source.read(cv.text.encode(), cv.name)
        for field in texts(document):
            counted.words[cv.field] += len(_COUNTED.findall(field.scalar.text))
        for one in judged(document, everything=True):
            rule = rules[one.id]
            flag = figures.Flag(cv.field, one.id, one.severity, rule.family, rule.on)
            counted.flags.append(flag)
            flagged.append((cv, one))
    return counted, flagged


class Dictionary:
    """The words by which a slip counts as one: those of other people's lists, if they are here."""

    def __init__(self, paths: tuple[Path, ...] = DICTIONARIES) -> None:
        present = [path for path in paths if path.is_file()]
        own = material.HERE.parents[1] / "cvpress" / "data" / "words.txt"
        self.names = [str(path) for path in present] or ["our own list"]
        lines = [path.read_text(encoding="utf-8").splitlines() for path in present or [own]]
        self.words = {line.partition("\t")[0] for some in lines for line in some}

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.lower() in self.words


@dataclass(frozen=True, slots=True)
class Spot:
    """A word that may be slipped in: where it stands, and among what."""

    path: str
    start: int
    word: str
    place: figures.Place


def spots(document: Document, dictionary: Dictionary) -> Iterator[Spot]:
    """Yield the English words of a document: all in lower case, and Capitalised ones that are no
    names (their letters in lower case are a word)."""
    for field in texts(document):
        if field.role in _NOT_ENGLISH or field.key in ("name", "also_known_as"):
            continue
        for found in _CANDIDATE.finditer(field.scalar.text):
            word = found[0]
            place = _place(field, word, field.scalar.text[: found.start()])
            if place == "lower case" or word.lower() in dictionary.words:  # else a name
                yield Spot(field.path, found.start(), word, place)


def _place(field: Field, word: str, before: str) -> figures.Place:
    if field.role in _BODIES:
        return "name of a body"
    if word.islower():
        return "lower case"
    opening = field.role == "prose" and _OPENING.search(before)
    return "first word" if opening else "Title Case"


def slips(cvs: list[Cv], seed: int, dictionary: Dictionary) -> figures.Slips:
    """Plant slips in copies of the CVs and return what became of each."""
    all_of_them = figures.Slips()
    random = Random(f"{seed} slips")
    for cv in cvs:
        known = list(spots(source.read(cv.text.encode(), cv.name), dictionary))
        for _ in range(ROUNDS):
            _round(cv, known, random, dictionary, all_of_them)
    return all_of_them


def _round(
    cv: Cv, known: list[Spot], random: Random, dictionary: Dictionary, counted: figures.Slips
) -> None:
    """Plant slips all over one copy of a CV, at most one in a text, and see what is told."""
    planted: dict[str, tuple[Spot, str, str]] = {}
    data = deepcopy(cv.data)
    for spot in random.choices(known, [len(one.word) for one in known], k=len(known) // EVERY):
        if spot.path in planted:
            continue
        wrong, kind = slip(spot.word, random)
        if wrong in dictionary:
            counted.escaped += 1
            continue
        planted[spot.path] = spot, wrong, kind
        plant.at(data, spot.path, spot.start, spot.word, wrong)
    document = source.read(dump(data).encode(), cv.name)
    told = [one for one in judged(document) if one.id in _word_ids()]
    for path, (spot, wrong, kind) in planted.items():
        place = place_of(document, path, (spot.start, spot.start + len(wrong)))
        hits = [one for one in told if one.span and _overlap(one.span, place)]
        counted.outcomes.append(_outcome(spot, wrong, kind, hits))


def _word_ids() -> frozenset[str]:
    return frozenset(rule.id for rule in load("checks") if rule.family == figures.WORDS)


def _overlap(a: Span, b: Span) -> bool:
    return (a.line, a.column) < (b.end_line, b.end_column) and (b.line, b.column) < (
        a.end_line,
        a.end_column,
    )


def _outcome(spot: Spot, wrong: str, kind: str, hits: list[Finding]) -> figures.Outcome:
    word = f"{wrong} | {spot.word}"
    if not hits:
        listed = lookup.level(wrong.lower()) is not None or wrong.lower() in lookup.terms()
        return figures.Outcome(spot.place, kind, word, None, listed=listed)
    gravest = min(hits, key=lambda one: SEVERITIES.index(one.severity))
    shown = [word.lower() for word in _QUOTED.findall(gravest.help) if word.lower() != wrong]
    more = [word.lower() for word in suggest(wrong, 5)]
    ranked = list(dict.fromkeys([*shown, *more]))[:5]
    right = spot.word.lower()
    rank = ranked.index(right) + 1 if right in ranked else 0
    return figures.Outcome(spot.place, kind, word, gravest.severity, rank)


def faults(part: material.Part, seed: int) -> dict[str, figures.Fault]:
    """Plant the faults one at a time, and their right forms, and return what is told of each id.

    A fault is found where more is told than of the right form; a check cries wolf where it tells
    more of the right form than of the CV without it. Ids that no check has are counted, too.
    """
    counted: dict[str, figures.Fault] = {}
    for id, wrong, right in plant.pairs(part, seed):
        flags = [_told(id, cv) for cv in (wrong, right, plant.without_last(right))]
        one = counted.setdefault(id, figures.Fault())
        one.planted += 1
        if flags[0] > flags[1]:
            one.found += 1
        else:
            one.wrongly_judged.append(f"missed | {plant.last(wrong)}")
        if flags[1] > flags[2]:
            one.cried_wolf += 1
            one.wrongly_judged.append(f"cried wolf | {plant.last(right)}")
    return dict(sorted(counted.items()))


def _told(id: str, cv: Data) -> int:
    return sum(one.id == id for one in findings(cv, everything=True))
