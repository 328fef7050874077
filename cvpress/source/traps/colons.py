"""A text with a colon and a space in it, without quotes: YAML takes it for a key and its value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cvpress.source.document import Edit, Fault, Mapping, Scalar
from cvpress.source.folding import BREAK
from cvpress.source.traps.model import quoted, with_fix
from cvpress.source.traps.values import colon_repair

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def unquoted_colon(mapping: Mapping, languages: Iterable[str] = ()) -> bool:
    """Tell whether a map that stands where a text is due is a text with a colon in it.

    That is: one key, which is no language of the file and no language tag, and one scalar.
    """
    if len(mapping.items) != 1:
        return False
    ((key, value),) = mapping.items.items()
    if key in languages or _TAG.fullmatch(key):
        return False
    return isinstance(value, Scalar)


def as_text(text: str, mapping: Mapping) -> Fault:
    """Return the fault of such a map, with the cure where it stands on one line."""
    (key,) = mapping.keys.values()
    repair = colon_repair(key.start, text.index(":", key.end))
    raw = text[mapping.start : mapping.end]
    if BREAK.search(raw) or raw.startswith("{"):
        return repair.fault
    edit = Edit(mapping.start, mapping.end, quoted(raw))
    return with_fix(repair.fault, "Put the whole text in quotes", edit)
