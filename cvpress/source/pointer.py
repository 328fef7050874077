"""The steps of a path: a JSON Pointer (RFC 6901) writes ~ and / of a key in its own way."""

from __future__ import annotations


def escaped(key: str) -> str:
    """Return a key as a step of a path."""
    return key.replace("~", "~0").replace("/", "~1")


def unescaped(step: str) -> str:
    """Return the key that a step of a path means."""
    return step.replace("~1", "/").replace("~0", "~")
