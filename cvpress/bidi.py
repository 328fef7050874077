"""Which way each letter of a line goes: the implicit part of Unicode's algorithm (UAX 9).

A CV has no embeddings or isolates (`invisible-character` refuses their signs), so what is left is
short: numbers (W), brackets (N0), what stands between (N1, N2), levels (I). An even level goes to
the right, an odd one to the left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
MARK = "\u200f"
"""What goes to the left and is not seen: it parts pieces of Latin in a line."""
_STRONG = re.compile(
    "[\u200f\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# A telephone number as people write it, and as it is seen from the right: it is dialled from its +
_PHONE = re.compile(r"\+\d[\d ().\u00a0-]{5,}\d")
_PHONE_SEEN = re.compile(r"\d[\d ().\u00a0-]{5,}\d\+")
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_PAIRS = dict(zip("([{⟨⁅", ")]}⟩⁆", strict=True))
_MIRRORED = "()[]{}<>«»‹›≤≥⟨⟩⁅⁆"
MIRROR = {a: _MIRRORED[at ^ 1] for at, a in enumerate(_MIRRORED)}
"""The sign that is drawn in the place of another where the line goes to the left."""


def leftward(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return language.lower().partition("-")[0] in RIGHT_TO_LEFT


def mixed(text: str) -> bool:
    """Tell whether a text may have letters that go to the left."""
    return bool(_STRONG.search(text))


def levels(text: str, base: int, seen: bool = False) -> list[int]:
    """Return the level of each letter of a line whose own level is `base`, 0 or 1.

    `seen`: the letters stand as they are seen from where the line starts, so that what was written
    before brackets of the other direction stands after them.
    """
    own = "R" if base else "L"
    kinds = list(_classes(text, own))
    for phone in (_PHONE_SEEN if base and seen else _PHONE).finditer(text):
        kinds[phone.start() : phone.end()] = "L" * len(phone.group())
    if seen and not base:
        _before_strong(kinds)
    kinds = _numbers(kinds, own)
    _brackets(text, kinds, own, bool(base) and seen)
    _between(kinds, own)
    if base:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def by_itself(text: str, base: int, seen: bool = False) -> list[int]:
    """Return the levels of a text that is set by itself in a line.

    One in Latin, or a phone number, goes its own way.
    """
    if mixed(text):
        return levels(text, base, seen)
    own = "+" in text or any(unicodedata.bidirectional(letter) == "L" for letter in text)
    if not base or not own:
        return levels(text, base, seen) if base else [0] * len(text)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [2 if first <= at < last else 1 for at in range(len(text))]


def _classes(text: str, own: str) -> Iterator[str]:
    """Yield the class of each letter; what has none of its own takes the one before it (W1)."""
    last = own
    for letter in text:
        kind = unicodedata.bidirectional(letter) or "L"
        if kind not in ("NSM", "BN"):
            last = kind if kind not in ("LRE", "RLE", "LRO", "RLO", "PDF") else "ON"
        yield last


def _numbers(kinds: list[str], own: str) -> list[str]:
    """Resolve numbers and the signs in and around them (W2 to W7)."""
    _after_strong(kinds, own, "AL", "AN")
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1], kinds[at + 1]
        if (kinds[at], *around) in _WITHIN:
            kinds[at] = around[0]
    _terminators(kinds)
    _after_strong(kinds, own, "L", "L")
    return ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


# A sign within a number (W4)
_WITHIN = frozenset((("ES", "EN", "EN"), ("CS", "EN", "EN"), ("CS", "AN", "AN")))


def _after_strong(kinds: list[str], own: str, wanted: str, taken: str) -> None:
    """Let a number take another class where the last letter before it has one (W2, W7)."""
    strong = own
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == wanted:
            kinds[at] = taken


def _before_strong(kinds: list[str]) -> None:
    """Let a number go to the right where it stands right of what goes to the left, as it is seen.

    One that goes with Hebrew or Arabic is seen left of what was written before it.
    """
    strong = "L"
    for at, kind in reversed(list(enumerate(kinds))):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _terminators(kinds: list[str]) -> None:
    """Let a percent or currency sign go with the number beside it (W5)."""
    for at in _runs(kinds, frozenset(("ET",))):
        if "EN" in (*kinds[max(0, at.start - 1) : at.start], *kinds[at.stop : at.stop + 1]):
            kinds[at.start : at.stop] = ["EN"] * len(at)


def _brackets(text: str, kinds: list[str], own: str, seen: bool) -> None:
    """Give both brackets of a pair the direction of what is in it, or of what is before it (N0)."""
    for first, last in sorted(_pairs(text, kinds)):
        inside = {_direction(kind) for kind in kinds[first + 1 : last]} - {""}
        if not inside:
            continue
        taken = own
        if own not in inside:
            beside = kinds[last + 1 :] if seen else reversed(kinds[:first])
            before = next((d for k in beside if (d := _direction(k))), own)
            taken = before if before in inside else own
        kinds[first] = kinds[last] = taken


def _pairs(text: str, kinds: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of brackets that belong together."""
    waiting: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if kinds[at] != "ON":
            continue
        if letter in _PAIRS:
            waiting.append((_PAIRS[letter], at))
        depth = next((n for n in reversed(range(len(waiting))) if waiting[n][0] == letter), None)
        if depth is not None:
            yield waiting[depth][1], at
            del waiting[depth:]


def _between(kinds: list[str], own: str) -> None:
    """Let what is neutral go as both its neighbours do, else as the line does (N1, N2)."""
    for at in _runs(kinds, _NEUTRAL):
        before = _direction(kinds[at.start - 1]) if at.start else own
        after = _direction(kinds[at.stop]) if at.stop < len(kinds) else own
        kinds[at.start : at.stop] = [before if before == after else own] * len(at)


def _direction(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _runs(kinds: list[str], wanted: frozenset[str]) -> Iterator[range]:
    """Yield the runs of letters of some classes."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in wanted:
            end += 1
        if end > start:
            yield range(start, end)
        start = end + 1
