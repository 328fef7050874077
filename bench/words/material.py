"""The raw material of the evaluation: `fields/*.txt`, `names.txt`, `faults.txt`, one item a line.

`[now]` heads a list; ` | ` parts the columns of an item; `{colour|color}` is British and American.
All of it was written for this evaluation, as somebody of the trade would write it; no sentence is
from elsewhere, and all people are made up.

Each item belongs to one of two parts, told by a hash of its own words (for a body: of its name) and
of nothing else: `dev` is there to be looked at, `unseen` only to be counted. The split does not
depend on the seed, or a new seed would show as unseen what had been looked at before.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Part = Literal["dev", "unseen"]
Region = Literal["gb", "us"]
PARTS: tuple[Part, ...] = ("dev", "unseen")
REGIONS: tuple[Region, ...] = ("gb", "us")

HERE = Path(__file__).parent
_HEAD = re.compile(r"\[([\w-]+)\]")
_COLUMN = re.compile(r"(?<=\s)\|(?=\s|$)")
_EITHER = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_KEY_COLUMN = {"education": 1}  # its first column is the level

Item = tuple[str, ...]
Pools = dict[str, list[Item]]


@dataclass(frozen=True, slots=True)
class Material:
    """The items of one field of work, or of the names, by the heads they stand under."""

    name: str
    pools: Pools

    def part(self, part: Part) -> Pools:
        """Return the items of one part only."""
        return {
            head: [item for item in items if part_of(key(head, item)) == part]
            for head, items in self.pools.items()
        }


def key(head: str, item: Item) -> str:
    """Return by which of its words an item belongs to a part."""
    return item[_KEY_COLUMN.get(head, 0)]


def part_of(words: str) -> Part:
    """Return the part that an item belongs to, by its words."""
    digest = hashlib.sha256(f"cvpress {words}".encode()).digest()
    return PARTS[digest[0] & 1]


def read(path: Path) -> Material:
    """Read a file of material. Raises ValueError where an item stands under no head, or twice."""
    pools: Pools = {}
    head = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _HEAD.fullmatch(line)
        if found:
            head = found[1]
            pools[head] = []
        elif line and not line.startswith("#"):
            if not head:
                raise ValueError(f"{path.name}: {line!r} stands under no head")
            item = tuple(column.strip() for column in _COLUMN.split(line))
            if item in pools[head]:
                raise ValueError(f"{path.name}: {line!r} stands there twice")
            pools[head].append(item)
    return Material(path.stem, pools)


def fields() -> list[Material]:
    """Return the material of all fields of work, by name."""
    return [read(path) for path in sorted((HERE / "fields").glob("*.txt"))]


def names() -> Material:
    """Return the given and family names, the languages and the towns."""
    return read(HERE / "names.txt")


def faults() -> Material:
    """Return the sentences with faults, wrong and right, by the id of the check they are for."""
    return read(HERE / "faults.txt")


def spelled(text: str, region: Region) -> str:
    """Return a text in British or American spelling."""
    return _EITHER.sub(lambda found: found[REGIONS.index(region) + 1], text)
