"""Where a theme's preamble is wrong, when TeX does not tell: it stops where what it read ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from cvpress.engines.faults import Fault

_MISSING = re.compile(r"File `([^'.]+)[^']*' not found|Option clash for package ([^.]+)")


def located(fault: Fault, files: Mapping[str, Path]) -> tuple[str, int]:
    """Return the file and line of a fault of the preamble; ("", 0) where nothing tells them."""
    missing = _MISSING.search(fault.text)
    if not missing and "File ended while scanning" not in fault.text:
        return fault.file, fault.line
    for name, path in files.items():
        lines = path.read_text("utf-8").splitlines()
        if missing:
            named = missing[1] or missing[2]
            at = next((n for n, line in enumerate(lines, 1) if named in line), 0)
        else:
            at = unclosed(lines)
        if at:
            return name, at
    return fault.file, fault.line


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
