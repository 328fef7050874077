"""A place in a CV at which one writes."""

from __future__ import annotations

from dataclasses import dataclass

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor is, and what may be written there.

    `steps` lead to the map of a key (`key`), or to the value (`value`); where both are true nothing
    stands there yet, so that either a value or the first key of a map may come. `prefix` is what
    is written of it already; `taken` are the keys that the map has. `fresh`: the place is a line
    of its own, below a key or beside a list's dashes; `space`: one must follow the colon or dash
    first; `flow`: the place is within `{ }` or `[ ]`.
    """

    steps: Steps
    prefix: str = ""
    key: bool = False
    value: bool = False
    taken: frozenset[str] = frozenset()
    fresh: bool = False
    space: bool = False
    flow: bool = False
