"""A comparison for programs. Letters beyond ASCII are escapes, as in the report of findings."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from cvpress import __version__
from cvpress.comparing.model import Change, Compared


def report(compared: Compared) -> str:
    """Return the comparison as one JSON document."""
    old, new = compared.names
    whole = {
        "version": 1,
        "tool": {"name": "cvpress", "version": __version__},
        "old": {"name": old, "pages": compared.pages[0]},
        "new": {"name": new, "pages": compared.pages[1]},
        "same": compared.same,
        "words": asdict(compared.counts),
        "changes": [_change(change) for change in compared.changes],
        "layout": [asdict(fact) for fact in compared.facts],
    }
    return json.dumps(whole, indent=2) + "\n"


def _change(change: Change) -> dict[str, Any]:
    told = asdict(change)
    old, new = told.pop("pages")
    return {**told, "old_page": old or None, "new_page": new or None}
