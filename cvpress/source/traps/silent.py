"""Traps that YAML takes without a word: tags, anchors, aliases, signs with another meaning."""

from __future__ import annotations

import re
from typing import Any

from cvpress.source.document import Edit, Scalar
from cvpress.source.traps.lines import cut_repair, tight_dash
from cvpress.source.traps.model import (
    QUOTE_IT,
    REMARK,
    Repair,
    Trap,
    opens_line,
    syntax,
    with_fix,
)
from cvpress.source.traps.values import directive_repair, sign_repair

_WORD = re.compile(r"[^\s,\[\]{}]+")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_LOST = re.compile(rf"[ \t]+(?!{REMARK.pattern})(#[^\s#!])", REMARK.flags)
_SIZED = re.compile(r"[|>][-+]?[1-9]")


def stop_at(repair: Repair | None) -> None:
    """Stop reading where something is to be repaired. Raises Trap."""
    if repair is not None:
        raise Trap(repair)


def of_event(event: Any, text: str, start: int) -> Repair | None:
    """Return what is wrong with an event that holds a property YAML has and a CV has not."""
    if getattr(event, "tag", None) is None and getattr(event, "anchor", None) is None:
        return None
    name = event.anchor or ""
    if text.startswith("*", start):
        return _alias(text, start, name)
    if text.startswith("&", start) and not (_is_text(event) and f"*{name}" not in text):
        return _leave_out(text, start, "Anchors")
    if text.startswith("!", start) and (
        text.startswith(("!!", "!<"), start) or not _is_text(event)
    ):
        return _leave_out(text, start, "Tags")
    return sign_repair(start, text[start])


def _is_text(event: Any) -> bool:
    return type(event).__name__ == "ScalarEvent" and event.style in (None, "") and bool(event.value)


def _alias(text: str, start: int, name: str) -> Repair:
    if f"&{name}" not in text:
        return sign_repair(start, "*")
    fault = syntax(
        start,
        start + 1 + len(name),
        "Aliases are not part of the CV language.",
        "Write out what is meant.",
    )
    return Repair(fault, hide=(start,))


def _leave_out(text: str, start: int, what: str) -> Repair:
    match = _WORD.match(text, start)
    end = match.end() if match else start + 1
    fault = syntax(start, end, f"{what} are not part of the CV language.", "Take this out.")
    fault = with_fix(fault, "Take it out", Edit(start, end, ""))
    return Repair(fault, put=tuple((at, " ") for at in range(start, end)))


def of_scalar(scalar: Scalar, text: str, flow: bool) -> Repair | None:
    """Return what is wrong with a value that YAML reads otherwise than it looks."""
    start = scalar.start
    if scalar.start == scalar.end:
        match = None if flow else _LOST.match(text, scalar.end)
        return cut_repair(text, match.start(1)) if match else None
    if scalar.style == "plain":
        tight = text.startswith("-", start) and not flow and opens_line(text, start)
        return tight_dash(text, start, scalar.end) if tight else None
    if scalar.style in ("literal", "folded") and not scalar.text and _SIZED.match(text, start):
        return sign_repair(start, text[start])
    return None


def of_key(key: Scalar, text: str) -> Repair | None:
    """`? x`: YAML reads a question mark and a space as the sign of a key."""
    at = key.start - 2
    if text.startswith("? ", max(at, 0)):
        return sign_repair(at, "?")
    tight = text.startswith("-", key.start) and opens_line(text, key.start)
    return tight_dash(text, key.start, key.end) if tight else None


def of_first_key(key: Scalar, text: str, start: int) -> Repair | None:
    """`{x}`: the first key in braces, without a colon, and the end; the brace stands at `start`."""
    end = key.end + len(text[key.end : key.end + 40]) - len(text[key.end : key.end + 40].lstrip())
    if not text.startswith("}", end):
        return None
    message = "A text that begins with { needs quotes: YAML takes it for a map."
    first = start - 1 if text.startswith("{{", start - 1) else start
    return Repair(syntax(first, first + 1, message, QUOTE_IT), hide=(start, end), quote=True)


def of_directives(event: Any, text: str) -> Repair | None:
    """`%YAML 1.2` before the first line."""
    match = _DIRECTIVE.search(text) if event.version or event.tags else None
    return directive_repair(text, match.start()) if match else None
