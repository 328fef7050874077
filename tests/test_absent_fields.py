"""An absent field prints nothing: no separator, bracket, label or empty line (LANGUAGE 5)."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import test_schema_obeyed as obeyed

from cvpress.schema import shape
from cvpress.view.body import Entry
from cvpress.view.words import Part

STRAY = re.compile(r"^[\s,;|·.:)]|[,;|(:]\s*[,;|)·]|\(\)|[,;|(:·]\s*$|\.\.(?!\.)|\s[,;]")
KINDS = tuple(kind for kind in shape.kinds() if kind not in ("bullets", "sections"))
SAMPLES = 60


def sides(entry: Entry) -> Iterator[str]:
    """Yield each side of each line of an entry and its roles, "" where nothing stands."""
    for line in (*entry.lines, *entry.closing):
        yield from map(joined, (line.left, line.right))
    for role in entry.roles:
        yield from sides(role)


def joined(parts: tuple[Part, ...]) -> str:
    return "".join(f"{part.before}{part.words.plain}{part.after}" for part in parts)


def fewer(kind: str, chance: random.Random) -> dict[str, Any]:
    """Return an entry with some of the fields that it can have."""
    schema = shape.item(shape.child(shape.at(("sections", 0)), kind) or {}) or {}
    left_out = chance.choice(list(obeyed.contexts(kind)))
    whole = obeyed.Filled().value(schema, ("sections", 0, kind, 0), left_out)
    needed = {key for layer in shape.layers(schema) for key in layer.get("required", ())}
    share = chance.choice((0.2, 0.5, 0.8))
    entry = {key: one for key, one in whole.items() if key in needed or chance.random() > share}
    for one in (entry, *entry.get("roles", ())):
        if ("start" in one) != ("end" in one):
            one.pop("start", None)
            one.pop("end", None)
    for role in entry.get("roles", ()):
        role.pop("date", None)
        role.pop("date_text", None)
    return entry


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_printed_for_what_is_not_there(kind: str) -> None:
    chance, lines = random.Random(kind), 0
    for _ in range(SAMPLES):
        entry = fewer(kind, chance)
        page = obeyed.page(obeyed.cv(sections=[{"title": "Things", kind: [entry]}]))
        found = page.sections[0].entries[0]
        assert all(line.left or line.right for line in (*found.lines, *found.closing)), entry
        said = [side for side in sides(found) if side]
        lines += len(said)
        assert [side for side in said if STRAY.search(side)] == [], entry
    assert lines > SAMPLES


@pytest.mark.parametrize(
    "side", ["a, ", ", a", "a ()", "a (, b)", "a | ", "a; ; b", "a:", "a..", "a , b"]
)
def test_what_is_stray_is_seen(side: str) -> None:
    assert STRAY.search(side)
