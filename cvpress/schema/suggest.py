"""Did you mean ...? For keys, values, ids of checks, names of themes, words of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# How much of two words is alike (difflib's ratio). Above it are slips: a letter left out, doubled,
# swapped; below it are other words ("photo" and "phone": 0.6).
ALIKE = 0.65
SURE = 0.8


def closest(
    word: str,
    known: Iterable[str],
    aliases: Mapping[str, str] | None = None,
    alike: float = ALIKE,
) -> str:
    """Return the known word that is meant by `word`, or "" where none is near.

    `aliases` (another word: the known one) come before distance, but after the same word in other
    letters (`Start-Date` is `start_date`).
    """
    table = {_plain(alias): name for alias, name in (aliases or {}).items()}
    table |= {_plain(name): name for name in known}
    wanted = _plain(word)
    if wanted in table:
        return table[wanted]
    # Imported late: a CV without a fault needs no distance.
    from difflib import get_close_matches

    found = get_close_matches(wanted, table, cutoff=alike)
    swapped = (one for one in found if sorted(one) == sorted(wanted))  # linsk: links, not link
    return table[next(swapped, found[0])] if found else ""


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
