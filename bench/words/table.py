"""The figures as a page of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from bench.words.figures import PLACES, Clean, Fault, Slips, share
from bench.words.slips import KINDS
from cvpress.finding import SEVERITIES
from cvpress.rules import load

WIDTH = 80


def page(head: list[str], clean: Clean, slips: Slips, faults: dict[str, Fault]) -> str:
    """Return the whole page."""
    lines = [*head, ""]
    for part in (_slips(slips), _fields(clean), _ids(clean), _faults(faults)):
        lines += [*part, ""]
    return "\n".join(line[:WIDTH].rstrip() for line in lines).rstrip()


def _slips(slips: Slips) -> Iterator[str]:
    columns = ("planted", "found", "error", "1st", "in 5")
    yield f"{'slips that make no word':<30}" + "".join(f"{one:>8}" for one in columns)
    yield _slip_row("all", slips)
    yield _slip_row("  of no list of ours, either", slips.unlisted)
    for place in PLACES:
        yield _slip_row(f"  {place}", slips.of(place=place))
    for kind in (*KINDS, "two slips"):
        yield _slip_row(f"  {kind}", slips.of(kind=kind))
    escaped = share(slips.escaped, slips.escaped + len(slips.outcomes))
    yield f"slips that make another word, not planted: {slips.escaped} ({escaped:.1f} %)"
    yield "found: % of planted; error, 1st and in 5 (suggestions): % of found"


def _slip_row(name: str, some: Slips) -> str:
    planted = len(some.outcomes)
    shares = (
        share(some.found, planted),
        share(some.told_at("error"), some.found),
        share(some.first(1), some.found),
        share(some.first(5), some.found),
    )
    return f"{name:<30}{planted:>8}" + "".join(f"{one:>8.1f}" for one in shares)


def _fields(clean: Clean) -> Iterator[str]:
    title = "flags on clean text (words family, on)"
    yield f"{title:<40}{'words':>8}{'/1000':>8}{'errors/1000':>14}"
    for field in (None, *sorted(clean.words)):
        words = clean.words[field] if field else clean.words.total()
        name = f"  {field}" if field else "all"
        rates = clean.rate(field), clean.rate(field, "error")
        yield f"{name:<40}{words:>8}{rates[0]:>8.2f}{rates[1]:>14.2f}"


def _ids(clean: Clean) -> Iterator[str]:
    yield f"{'flags on clean text, each check':<34}{'on':>4}" + "".join(
        f"{level:>10}" for level in SEVERITIES
    )
    on = {rule.id: rule.on for rule in load("checks")}
    for id, counted in clean.by_id().items():
        row = "".join(f"{counted[level]:>10}" for level in SEVERITIES)
        yield f"  {id:<32}{'on' if on[id] else 'off':>4}{row}"
    silent = len(on) - len(clean.by_id())
    yield f"  {silent} other checks said nothing"


def _faults(faults: dict[str, Fault]) -> Iterator[str]:
    yield f"{'planted faults':<34}{'planted':>10}{'found':>10}{'%':>8}{'right, flagged':>16}"
    there = {rule.id for rule in load("checks")}
    for id, one in faults.items():
        if id in there:
            found = f"{one.found:>10}{share(one.found, one.planted):>8.0f}{one.cried_wolf:>16}"
        else:
            found = f"{'no such check':>34}"
        yield f"  {id:<32}{one.planted:>10}{found}"
