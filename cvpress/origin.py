"""Which CV a PDF was made from: a fingerprint of its page, in the PDF beside the tool's version.

The fingerprint is the SHA-256 of the view: all that a theme is given to print, and nothing else. A
hash of cv.yaml itself would tell more than the page does: who guesses a telephone number that a
variant hides, or a former name among `also_known_as`, could try all of them until the hash fits. So
what is hidden, left out or never printed does not enter, nor does a private value from an overlay
(the view is that of the CV without it), nor where a value stands in the file. What does enter is
on the page: whoever can guess it can read it.

Comments and the layout of cv.yaml change nothing; words, links, pictures, order, design and the
theme's name do. A theme's own files don't.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import fields, is_dataclass
from typing import Any

from cvpress import __version__
from cvpress.view.model import View

KEY = "CvpressSource"
"""The key in the PDF's document information (PDF 32000-1, 14.3.3)."""

# Of the file, or of what is not on the page.
_NOT_PRINTED = frozenset({"path", "private", "left_out"})
_MADE = re.compile(r"cvpress (\S+)")


def fingerprint(page: View) -> str:
    """Return the fingerprint of a page, as hexadecimal digits."""
    written = json.dumps(_facts(page), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _facts(value: Any) -> Any:
    """Return a value as JSON writes it: each part of the view with the names of its fields."""
    if is_dataclass(value):
        names = (one.name for one in fields(value) if one.name not in _NOT_PRINTED)
        return {name: _facts(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return list(map(_facts, value))
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def marked(body: str, mark: str) -> str:
    """Return a body of TeX that tells the PDF which version made it, of which page.

    Its lines keep their numbers, by which TeX's messages are brought home.
    """
    said = f"pdfcreator={{cvpress {__version__}}},pdfinfo={{{KEY}={{{mark}}}}}"
    return f"\\hypersetup{{{said}}}{body}"


def version(metadata: dict[str, str]) -> str:
    """Return the version of cvpress that made a PDF, "" where it does not say."""
    made = _MADE.match(metadata.get("Creator", ""))
    return made[1] if made else ""
