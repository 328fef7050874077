"""A text as pdfTeX is told it: in one font, with all letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from cvpress import tex
from cvpress.tex import Tex
from cvpress.view.words import Run, Words


@dataclass(frozen=True)
class Plain:
    """How pdfTeX is told a text: it has one font, with all letters."""

    def text(self, value: str) -> Tex:
        """Escape a text without style."""
        return tex.text(value)

    def words(self, words: Words) -> Tex:
        """Escape a text with its style."""
        linked = groupby(words.runs, lambda run: run.url)
        return Tex("".join(self._linked(url, runs) for url, runs in linked))

    def _linked(self, url: str, runs: Iterable[Run]) -> str:
        styled = (tex.styled(_breakable(r.text), r.bold, r.italic, r.code) for r in runs)
        inner = "".join(styled)
        return f"\\href{{{tex.url(url)}}}{{{inner}}}" if url else inner


_LONG = re.compile(r"\S{30,}")
_SLASH = re.compile(r"(?<=[^/:])/(?=[^/])")


def _breakable(text: str) -> str:
    """Return a text as TeX; a long address may end a line behind a slash, where it has to."""
    if "/" not in text:
        return tex.text(text)
    parts = _LONG.sub(lambda long: _SLASH.sub("/\0", long[0]), text).split("\0")
    return "\\cvbreak{}".join(map(tex.text, parts))
