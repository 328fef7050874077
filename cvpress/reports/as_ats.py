"""What programs that take in CVs read in a PDF, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from cvpress.ats import Fact, Seen
from cvpress.reports.display import visible, wrap

_LINES = 40  # of what differs
_MISSED = 12  # of one thing that was not found again


def report(name: str, seen: Sequence[Seen], silent: Iterable[str], width: int = 80) -> str:
    """Return the report for people: a table of facts, what is missing, the text, what differs."""
    parts = [
        f"{visible(name)} as programs read it",
        "\n".join(_table(seen)),
        *filter(None, ["\n".join(_missing(seen, width))]),
        *silent,
        f"The text, as {_named(seen[0])} copies it:\n\n{_text(seen[0].copy.text)}",
        *("\n".join(_differs(one, seen[0], width)) for one in seen[1:]),
    ]
    return "\n\n".join(parts) + "\n"


def _named(seen: Seen) -> str:
    return f"{seen.copy.reader} {seen.copy.version}".strip()


def _text(copied: str) -> str:
    return "\n".join(visible(line) for line in copied.strip("\f\n").splitlines())


def _table(seen: Sequence[Seen]) -> Iterator[str]:
    """Yield a row for each fact, a column for each program."""
    columns = [[_named(one) for one in seen], [str(len(one.copy.text.split())) for one in seen]]
    labels = ["", "words"]
    for what, told in _rows(seen):
        labels.append(what)
        columns.append(told)
    first = max(map(len, labels))
    wide = [max(len(row[at]) for row in columns) for at in range(len(seen))]
    for label, row in zip(labels, columns, strict=True):
        cells = "  ".join(cell.rjust(room) for cell, room in zip(row, wide, strict=True))
        yield f"{label.ljust(first)}  {cells}".rstrip()


def _rows(seen: Sequence[Seen]) -> Iterator[tuple[str, list[str]]]:
    if not seen[0].facts:
        found = [one.found for one in seen]
        yield "email addresses", [str(len(one.emails)) for one in found]
        yield "telephone numbers", [str(len(one.phones)) for one in found]
        yield "web addresses", [str(len(one.links)) for one in found]
        yield "headings that such programs know", [str(len(one.headings)) for one in found]
        yield "dates", [str(len(one.dates)) for one in found]
    for facts in zip(*(one.facts for one in seen), strict=True):
        yield facts[0].what, [f"{fact.found} of {fact.wanted}" for fact in facts]


def _missing(seen: Sequence[Seen], width: int) -> Iterator[str]:
    """Yield what was not found again, and by which programs, unless it is all of them."""
    for facts in zip(*(one.facts for one in seen), strict=True):
        by: dict[str, list[str]] = {}
        for one, fact in zip(seen, facts, strict=True):
            for text in fact.missing:
                by.setdefault(text, []).append(one.copy.reader)
        if by:
            yield f"Not found: {facts[0].what}"
        for text, readers in list(by.items())[:_MISSED]:
            whose = f" [{', '.join(readers)}]" if len(readers) < len(seen) else ""
            yield wrap(text + whose, width, "  - ", "    ")
        if len(by) > _MISSED:
            yield f"  and {len(by) - _MISSED} more"


def _differs(seen: Seen, first: Seen, width: int) -> Iterator[str]:
    if not seen.differences:
        yield f"{_named(seen)} copies the same words in the same order."
        return
    count = len(seen.differences)
    lines = "1 line" if count == 1 else f"{count} lines"
    readers = f"[-{first.copy.reader}-], {{+{seen.copy.reader}+}}"
    yield f"{_named(seen)} copies {lines} with other words ({readers}):\n"
    for line in seen.differences[:_LINES]:
        yield wrap(line.text, width, f"{line.number:5}  ", " " * 7)
    if count > _LINES:
        yield f"       and {count - _LINES} more"


def as_json(name: str, seen: Iterable[Seen], silent: Iterable[str]) -> str:
    """Return the report as JSON: each program with its text, what it found, facts, differences."""
    programs = [_program(one) for one in seen]
    data = {"version": 1, "file": name, "programs": programs, "silent": list(silent)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _program(one: Seen) -> dict[str, object]:
    found = one.found
    return {
        "name": one.copy.reader,
        "version": one.copy.version,
        "text": one.copy.text,
        "found": {
            "name": found.name,
            "emails": found.emails,
            "phones": found.phones,
            "links": found.links,
            "headings": found.headings,
            "dates": [one.copy.text[date.at : date.end] for date in found.dates],
        },
        "facts": list(map(_fact, one.facts)),
        "differences": [{"line": line.number, "text": line.text} for line in one.differences],
    }


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "what": fact.what,
        "wanted": fact.wanted,
        "found": fact.found,
        "missing": list(fact.missing),
    }
