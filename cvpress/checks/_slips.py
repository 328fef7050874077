"""From a slip in an address to a problem: shared by the checks of links and email addresses."""

from __future__ import annotations

from cvpress.addresses import Slip
from cvpress.finding import Fix, Problem


def problem(path: str, slip: Slip, by: int = 0) -> Problem:
    """Return the problem of a slip in an address that begins at offset `by` of its text."""
    at = (slip.start + by, slip.end + by)
    fix = None
    if slip.instead is not None:
        word = slip.instead
        fix = Fix(f"Write {word}" if word else "Take this out", ((*at, word),))
    return Problem(path, slip.message, at=at if at[0] < at[1] else None, help=slip.help, fix=fix)
