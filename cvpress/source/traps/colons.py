"""A text with a colon and a space in it, without quotes: YAML takes it for a key and its value."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cvpress.source.document import Mapping, Scalar

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
