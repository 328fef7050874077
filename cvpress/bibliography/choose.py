"""Which works a section shows, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.bibliography.inherit import MISSING
from cvpress.bibliography.model import Bib
from cvpress.bibliography.types import GROUPS, canonical, group
from cvpress.bibliography.wanted import Wanted
from cvpress.bibliography.works import Work, work
from cvpress.schema.suggest import closest
from cvpress.source.document import Fault, Scalar

_FROM = "crossref"


def chosen(bib: Bib, wanted: Wanted, tags: tuple[str, ...]) -> tuple[list[Work], list[Fault]]:
    """Return the works that a section wants, sorted, and what is wrong with its wishes.

    `tags`: the languages of the words that the tool adds.
    """
    faults = [_unknown(key, bib) for key in wanted.keys if key.text not in bib.entries]
    faults += _unused_types(bib, wanted)
    works = [work(bib, key, tags) for key in _keys(bib, wanted)]
    if wanted.keywords:
        words = {one.text.strip().casefold() for one in wanted.keywords}
        works = [one for one in works if words & {word.casefold() for word in one.keywords}]
    if not works and not faults:
        place = wanted.place
        message = f"No entry of {_name(bib)} is chosen by this."
        asked = wanted.keys or wanted.types or wanted.keywords
        help = "Ask for less by keys, types or keywords." if asked else "Put works into the file."
        faults.append(Fault(MISSING, place.start, place.end, message, help, path=place.path))
    return _sorted(works, wanted.sort), faults


def _keys(bib: Bib, wanted: Wanted) -> list[str]:
    """Return the keys that are wanted, each once; of all, not those that only lend to others."""
    if wanted.keys:
        keys = [key.text for key in wanted.keys if key.text in bib.entries]
        return [key for key in dict.fromkeys(keys) if _is(bib, key, wanted)]
    if wanted.types:
        return [key for key in bib.entries if _is(bib, key, wanted)]
    lenders = {entry.fields[_FROM].text for entry in bib.entries.values() if _FROM in entry.fields}
    return [key for key in bib.entries if key not in lenders]


def _name(bib: Bib) -> str:
    return bib.file.name.rpartition("/")[2]


def _is(bib: Bib, key: str, wanted: Wanted) -> bool:
    """Return whether an entry is of a type that is wanted: `phdthesis` is a `thesis`, too."""
    type = bib.entries[key].type
    return not wanted.types or any(
        one.text.lower() in (type, canonical(type)) or _same(one.text, type) for one in wanted.types
    )


def _same(one: str, other: str) -> bool:
    """Two names of one type; but a doctor's and a master's thesis are two things."""
    theses = {"phdthesis", "mastersthesis"}
    return canonical(one.lower()) == canonical(other) and not {one.lower(), other} <= theses


def _unknown(key: Scalar, bib: Bib) -> Fault:
    near = closest(key.text, bib.entries)
    message = f"There is no entry {key.text} in {_name(bib)}."
    help = f"Did you mean “{near}”?" if near else "Is its key written alike?"
    return Fault(MISSING, key.start, key.end, message, help, path=key.path)


def _unused_types(bib: Bib, wanted: Wanted) -> list[Fault]:
    there = {entry.type for entry in bib.entries.values()}
    faults = []
    for one in wanted.types:
        if not any(one.text.lower() == type or _same(one.text, type) for type in there):
            near = closest(one.text, there)
            message = f"No entry of {_name(bib)} is of type {one.text}."
            help = f"Did you mean “{near}”?" if near else f"There are {', '.join(sorted(there))}."
            faults.append(Fault(MISSING, one.start, one.end, message, help, path=one.path))
    return faults


def _sorted(works: list[Work], order: str) -> list[Work]:
    """Sort by date; what has none is to come: it is the newest."""
    if order == "listed":
        return works
    return sorted(works, key=lambda one: one.date or "9", reverse=order == "newest")


def grouped(works: list[Work], by: str) -> Iterator[tuple[str, list[Work]]]:
    """Yield the works of each heading: years as they come, types in a fixed order."""
    groups: dict[str, list[Work]] = {}
    for one in works:
        year = one.date[:4] if one.date[:4].isdecimal() else ""
        name = year if by == "year" else group(one.type, "arxiv" in one.said)
        groups.setdefault(name, []).append(one)
    names = list(groups) if by == "year" else [name for name in GROUPS if name in groups]
    for name in names:
        yield name, groups[name]
