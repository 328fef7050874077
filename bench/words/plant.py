"""Faults of prose and punctuation, each in a small CV of its own beside the same CV without it.

Most are sentences of a `faults.txt`, wrong and right, in a post that is over; some are made in the
clean sentences by one change that surely is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from bench.words.maker import Data
from bench.words.material import Part, faults, fields, spelled

CHANGED = 30  # so many texts for each kind of change
Bullets = list[str]


def at(data: Data, path: str, start: int, right: str, wrong: str) -> None:
    """Put `wrong` where `right` stands in the text at a path of a CV's data."""
    *way, last = [int(key) if key.isdigit() else key for key in path.split("/")[1:]]
    node: Any = data
    for key in way:
        node = node[key]
    text = str(node[last])
    node[last] = text[:start] + wrong + text[start + len(right) :]


def pairs(part: Part, seed: int) -> Iterator[tuple[str, Data, Data]]:
    """Yield the id of a check, a CV with one fault that is its own, and the CV without it."""
    random = Random(f"{seed} {part} faults")
    clean = [bullet for bullet in _clean(part) if '"' not in bullet and "“" not in bullet]
    for id, rows in faults(part).items():
        for wrong, right in rows:
            others = random.sample(clean, 5)
            yield id, _post([*others, wrong]), _post([*others, right])
    for id, change in _CHANGES.items():
        made = 0
        while made < CHANGED:
            bullets = random.sample(clean, 6)
            changed = change(bullets, random)
            if changed != bullets:
                made += 1
                yield id, _post(changed), _post(bullets)


def last(cv: Data) -> str:
    """Return the last bullet of a CV that `pairs` made."""
    return str(_bullets(cv)[-1])


def without_last(cv: Data) -> Data:
    """Return a CV that `pairs` made without its last bullet."""
    return _post(_bullets(cv)[:-1])


def _bullets(cv: Data) -> Bullets:
    return list(cv["sections"][0]["experience"][0]["highlights"])


def _clean(part: Part) -> list[str]:
    """Return the sentences of former posts of a part, in British spelling."""
    return [spelled(item[0], "gb") for field in fields(part) for item in field.pools["then"]]


def _post(bullets: Bullets) -> Data:
    post = {"organization": "Harbour Works", "title": "Officer", "start": "2016", "end": "2021"}
    return {
        "person": {"name": "Ada Quill"},
        "sections": [{"title": "Experience", "experience": [post | {"highlights": bullets}]}],
    }


def _double_space(bullets: Bullets, random: Random) -> Bullets:
    return _in_last(bullets, " ", "  ", random)


def _lost_space(bullets: Bullets, random: Random) -> Bullets:
    return _in_last(bullets, ", ", ",", random)


def _said_twice(bullets: Bullets, random: Random) -> Bullets:
    return _in_last(bullets, " the ", " the the ", random)


def _in_last(bullets: Bullets, right: str, wrong: str, random: Random) -> Bullets:
    """Return the bullets with one `right` of the last made `wrong`; as they were without any."""
    *others, last = bullets
    pieces = last.split(right)
    if len(pieces) == 1:
        return bullets
    cut = random.randrange(1, len(pieces))
    return [*others, right.join(pieces[:cut]) + wrong + right.join(pieces[cut:])]


def _open_bold(bullets: Bullets, random: Random) -> Bullets:
    *others, last = bullets
    words = last.split(" ")
    cut = random.randrange(len(words) - 1)
    return [*others, " ".join([*words[:cut], "**" + words[cut], *words[cut + 1 :]])]


def _one_stop(bullets: Bullets, random: Random) -> Bullets:
    changed = random.randrange(len(bullets))
    return [bullet + "." * (at == changed) for at, bullet in enumerate(bullets)]


_CHANGES: dict[str, Callable[[Bullets, Random], Bullets]] = {
    "double-space": _double_space,
    "missing-space": _lost_space,
    "repeated-word": _said_twice,
    "unbalanced-emphasis": _open_bold,
    "closing-punctuation-mixed": _one_stop,
}
