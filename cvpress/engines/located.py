"""Where a theme's preamble is wrong, when TeX does not tell: it stops where what it read ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

_MISSING = re.compile(r"File `([^'.]+)[^']*' not found")


def located(reason: str, files: Mapping[str, Path]) -> str:
    """Return why a preamble does not compile, with the file and line where TeX tells neither."""
    missing = _MISSING.search(reason)
    if not missing and "File ended while scanning" not in reason:
        return reason.removeprefix("./")
    for name, path in files.items():
        lines = path.read_text("utf-8").splitlines()
        if missing:
            at = next((n for n, line in enumerate(lines, 1) if missing[1] in line), 0)
        else:
            at = unclosed(lines)
        if at:
            said = reason.removeprefix("! ") if missing else "This brace is never closed."
            return f"{name}:{at}: {said}"
    return reason.removeprefix("./")


def unclosed(lines: Sequence[str]) -> int:
    """Return the line (from 1) of the first brace that is never closed, 0 where all are."""
    stack: list[int] = []
    for number, line in enumerate(lines, 1):
        for sign in re.findall(r"[{}]", re.sub(r"\\.", "", line).partition("%")[0]):
            if sign == "{":
                stack.append(number)
            elif stack:
                stack.pop()
    return stack[0] if stack else 0
