"""The language server: what `check` finds, shown while one types (`cvpress lsp`).

`stdio`, `server` and `requests` speak the protocol and know no YAML; the other modules know one
answer each. Nothing here judges a CV by itself: findings, fixes, manual pages and the schema come
from below. pygls is an extra, so only `cvpress lsp` imports more than this page.
"""

from __future__ import annotations

import importlib.metadata


def version() -> str:
    """Return the version of pygls, or "" where it is not installed."""
    try:
        return importlib.metadata.version("pygls")
    except importlib.metadata.PackageNotFoundError:
        return ""
