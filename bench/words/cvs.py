"""CVs of made-up people, as cv.yaml documents of LANGUAGE.md that are right by construction.

Each field of work gives two CVs a part, one in British and one in American spelling; the items of
the part are dealt out to them, each once, so that no sentence counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import yaml

from bench.words.maker import Data, Maker
from bench.words.material import REGIONS, Material, Part, Pools, Region, spelled
from bench.words.material import fields as all_fields
from bench.words.material import headings as all_headings
from bench.words.material import names as all_names

TODAY = "2026-01-15"


@dataclass(frozen=True, slots=True)
class Cv:
    """One CV: its name (`nurse-gb`), its field of work, its data and its text as a cv.yaml."""

    name: str
    field: str
    data: Data
    text: str


def generate(part: Part, seed: int) -> list[Cv]:
    """Return all CVs of a part; the same seed gives the same text."""
    people, headings = all_names(part), all_headings(part)
    made: list[Cv] = []
    for field in all_fields(part):
        random = Random(f"{seed} {part} {field.name}")
        for region, pools in _dealt(field, random):
            data = Maker(pools, people, headings, region, random).cv()
            made.append(Cv(f"{field.name}-{region}", field.name, data, dump(data)))
    return made


def dump(data: Data) -> str:
    """Return the data of a CV as the text of a cv.yaml."""
    return yaml.dump(data, sort_keys=False, allow_unicode=True, width=100)


def _dealt(field: Material, random: Random) -> Iterator[tuple[Region, Pools]]:
    """Yield a region and its share of each list, in British and American spelling."""
    hands: dict[Region, Pools] = {region: {} for region in REGIONS}
    for head, items in field.pools.items():
        shuffled = random.sample(items, len(items))
        turn = random.randrange(2)
        for at, region in enumerate(REGIONS):
            hand = shuffled[(at + turn) % 2 :: 2]
            hands[region][head] = [tuple(spelled(c, region) for c in item) for item in hand]
    yield from hands.items()
