"""One thing that may be written at the cursor."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol.types import CompletionItemKind as Kind

__all__ = ["Kind", "Offer"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be written (`text`), how it is listed (`label`), and what is said of it."""

    label: str
    text: str
    kind: Kind
    detail: str = ""
    documentation: str = ""
