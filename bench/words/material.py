"""The raw material of the evaluation, one item a line: for each of two authors a folder with
`fields/*.txt`, `names.txt`, `headings.txt` and `faults.txt`.

`[now]` heads a list; ` | ` parts the columns of an item; `{colour|color}` is British and American.
All of it was written for this evaluation, as somebody of the trade would write it; no sentence is
from elsewhere, and all people are made up. The authors after the first knew of the others' texts
no more than their form, and of the checks no more than their ids.

Each item of an author belongs to one of two parts, told by a hash of its own words (for a body: of
its name) and of nothing else: `dev`, `dev2`, `dev3` and `dev4` are there to be looked at, the
`unseen` ones only to be counted. The split does not depend on the seed, or a new seed would show
as unseen what had been looked at before. Only what sections are called is common to both parts of
an author.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Part = Literal["dev", "unseen", "dev2", "unseen2", "dev3", "unseen3", "dev4", "unseen4"]
Region = Literal["gb", "us"]
AUTHORS: dict[str, tuple[Part, Part]] = {
    "first": ("dev", "unseen"),
    "second": ("dev2", "unseen2"),
    "third": ("dev3", "unseen3"),
    "fourth": ("dev4", "unseen4"),
}
PARTS = tuple(part for both in AUTHORS.values() for part in both)
SHOWN = tuple(looked_at for looked_at, _ in AUTHORS.values())
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

    def half(self, half: int) -> Material:
        """Return the items of the first (0) or second (1) part of their author only."""
        kept = {
            head: [item for item in items if half_of(key(head, item)) == half]
            for head, items in self.pools.items()
        }
        return Material(self.name, kept)


def key(head: str, item: Item) -> str:
    """Return by which of its words an item belongs to a part."""
    return item[_KEY_COLUMN.get(head, 0)]


def half_of(words: str) -> int:
    """Return which of its author's two parts an item belongs to, by its words."""
    digest = hashlib.sha256(f"cvpress {words}".encode()).digest()
    return digest[0] & 1


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


def fields(part: Part) -> list[Material]:
    """Return what belongs to a part of the material of all fields of work, by name."""
    folder, half = _home(part)
    return [read(path).half(half) for path in sorted((folder / "fields").glob("*.txt"))]


def names(part: Part) -> Pools:
    """Return the given and family names, the languages and the towns of a part."""
    folder, half = _home(part)
    return read(folder / "names.txt").half(half).pools


def faults(part: Part) -> Pools:
    """Return the sentences with faults of a part, wrong and right, by the id of their check."""
    folder, half = _home(part)
    return read(folder / "faults.txt").half(half).pools


def headings(part: Part) -> Pools:
    """Return what sections are called, by kind, in the order in which a CV has them."""
    return read(_home(part)[0] / "headings.txt").pools


def _home(part: Part) -> tuple[Path, int]:
    """Return the folder of the author of a part, and which of the author's two parts it is."""
    author, both = next((author, both) for author, both in AUTHORS.items() if part in both)
    return HERE / author, both.index(part)


def spelled(text: str, region: Region) -> str:
    """Return a text in British or American spelling."""
    return _EITHER.sub(lambda found: found[REGIONS.index(region) + 1], text)
