"""From the letters of a file to the letters of a text, and back: each letter knows its place.

A *cell* is one letter of the text with the stretch of the file that it was written as: `(letter,
start, end)`. In every style a line break is a space and a blank line is a new paragraph ("\\n\\n").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cvpress.source.document import Style

Cell = tuple[str, int, int]
Line = tuple[int, int]
BREAK = re.compile(r"\r\n|\r|\n")
BLANKS = " \t"

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@lru_cache(maxsize=4)  # a text of 10,000 words may have a hundred findings, and costs 30 ms
def cells(text: str, start: int, end: int, style: Style) -> tuple[Cell, ...]:
    """Return the cells of the scalar that stands at text[start:end], written in this style."""
    return tuple(_cells(text, start, end, style))


def _cells(text: str, start: int, end: int, style: Style) -> list[Cell]:
    if style in ("literal", "folded"):
        return _block(text, start, end)
    if style == "plain":
        lines = _flow_lines(text, start, end)
        return _join(text, [_letters(text, *line) for line in lines], lines)
    lines = _flow_lines(text, start + 1, end - 1)
    if style == "single":
        return _join(text, [_single(text, *line) for line in lines], lines)
    return _even(_double(text, start + 1, end - 1))


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the stretches between the line breaks of text[start:end]."""
    for match in BREAK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _trim(text: str, line: Line, left: bool = True, right: bool = True) -> Line:
    start, end = line
    while right and end > start and text[end - 1] in BLANKS:
        end -= 1
    while left and start < end and text[start] in BLANKS:
        start += 1
    return start, end


def _flow_lines(text: str, start: int, end: int) -> list[Line]:
    """Return the lines without the blanks around their breaks; those at either end are text."""
    lines = list(_lines(text, start, end))
    last = len(lines) - 1
    return [_trim(text, line, left=i > 0, right=i < last) for i, line in enumerate(lines)]


def _block(text: str, start: int, end: int) -> list[Cell]:
    """Decode `|` and `>`: the header is skipped, and indentation is not part of a CV's text."""
    lines = [_trim(text, line) for line in _lines(text, start, end)][1:]
    filled = [index for index, (left, right) in enumerate(lines) if left < right]
    lines = lines[filled[0] : filled[-1] + 1] if filled else []
    return _join(text, [_letters(text, *line) for line in lines], lines)


def _letters(text: str, start: int, end: int) -> list[Cell]:
    return [(text[at], at, at + 1) for at in range(start, end)]


def _single(text: str, start: int, end: int) -> list[Cell]:
    found: list[Cell] = []
    while start < end:
        width = 2 if text.startswith("''", start) else 1
        found.append((text[start], start, start + width))
        start += width
    return found


def _join(text: str, parts: list[list[Cell]], lines: list[Line]) -> list[Cell]:
    """Put lines together: one break is a space, more are a paragraph."""
    found: list[Cell] = []
    since = None
    last = len(parts) - 1
    for index, (part, (start, end)) in enumerate(zip(parts, lines, strict=True)):
        if since is not None and (part or index == last):
            found += gap(text, since, start)
            since = None
        found += part
        if part or since is None:
            since = end
    return found


def gap(text: str, start: int, end: int) -> list[Cell]:
    """Return the cells of the blanks and breaks between two lines."""
    breaks = [match.end() for match in BREAK.finditer(text, start, end)]
    if len(breaks) == 1:
        return [(" ", start, end)]
    return [("\n", start, breaks[0]), ("\n", breaks[0], end)]


_TOKEN = re.compile(
    r"(?P<gap>[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*)"
    r"|(?P<joined>\\(?:\r\n|\r|\n)[ \t\r\n]*)"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}"
    r"|(?:u|U0000)(?![dD][89a-fA-F])[0-9a-fA-F]{4}"  # no halves of a surrogate pair
    r"|U(?:0010|000[1-9a-fA-F])[0-9a-fA-F]{4}"
    r"|[0abt\tnvfre \"/\\N_LP]))"
    r"|[ \t]+|[^ \t\r\n\\]+|\\"
)


def _double(text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield the cells between double quotes."""
    for match in _TOKEN.finditer(text, start, end):
        if match["gap"]:
            yield from gap(text, match.start(), match.end())
        elif match["escape"]:
            yield _escape(match["escape"]), match.start(), match.end()
        elif not match["joined"]:
            yield from _letters(text, match.start(), match.end())
        elif len(BREAK.findall(match["joined"])) > 1:
            yield from gap(text, match.start(), match.end())


def _escape(written: str) -> str:
    sign = written[1]
    return chr(int(written[2:], 16)) if sign in "xuU" else _ESCAPES[sign]


def _even(found: Iterator[Cell]) -> list[Cell]:
    """Make the line breaks written as `\\n` those of the other styles: a space, or a paragraph."""
    even: list[Cell] = []
    run: list[Cell] = []
    for cell in (*found, None):
        if cell and cell[0] == "\n":
            run.append(cell)
            continue
        if len(run) == 1:
            even.append((" ", run[0][1], run[0][2]))
        elif run:
            even += [run[0], ("\n", run[1][1], run[-1][2])]
        run = []
        if cell:
            even.append(cell)
    return even
