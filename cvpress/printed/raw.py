"""PDFium's own functions, as pypdfium2 lends them, and how to ask them for text.

PDFium keeps one state for the process and is not safe with several threads at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

Ask = Callable[[Any, int], int]  # (buffer, its size) → the size that is needed


@cache
def library() -> Any:
    """Return the raw bindings, loaded and initialised once. (The helpers above cost 25 ms more.)"""
    import pypdfium2_raw as raw  # type: ignore[import-untyped]

    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2))
    return raw


def octets(ask: Ask) -> bytes:
    """Ask twice, as PDFium wants it: for the length, then for the bytes."""
    length = ask(None, 0)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    ask(buffer, length)
    return buffer.raw


def utf16(ask: Ask) -> str:
    """Ask for a text in UTF-16."""
    return octets(ask).decode("utf-16-le", "replace").rstrip("\0").strip()
