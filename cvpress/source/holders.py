"""Which key or value stands at an offset of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cvpress.source.document import Scalar


def _start(scalar: Scalar) -> int:
    return scalar.start


def holder_before(scalars: Sequence[Scalar], at: int) -> Scalar | None:
    """Return the last key or value that begins at or before an offset."""
    index = bisect_right(scalars, at, key=_start) - 1
    return scalars[index] if index >= 0 else None


def holder(scalars: Sequence[Scalar], at: int) -> Scalar | None:
    """Return the key or value that the letter at an offset is part of."""
    found = holder_before(scalars, at)
    return found if found is not None and at < found.end else None
