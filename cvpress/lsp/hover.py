"""What an editor shows where the pointer rests: the finding with its manual page, or the key."""

from __future__ import annotations

import re

from lsprotocol import types

from cvpress import rules
from cvpress.finding import Finding
from cvpress.lsp import about_key, cursor
from cvpress.lsp.files import File
from cvpress.reports import manual_page
from cvpress.schema import shape

_PARTED = "\n\n---\n\n"


def hover(file: File, offset: int) -> types.Hover | None:
    """Return what is to be said of a place, or None."""
    here = touching(file, offset, offset)
    if here:
        start, end = file.text.stretch(here[0].span)
        return _shown(file, _PARTED.join(map(_finding, here)), start, end)
    return _key(file, offset)


def touching(file: File, start: int, end: int) -> list[Finding]:
    """Return the findings whose places touch a stretch of the file."""
    found = []
    for finding in file.checked().findings:
        first, last = file.text.stretch(finding.span)
        if first <= end and start <= last:
            found.append(finding)
    return found


def _finding(finding: Finding) -> str:
    rule = next(rule for rule in rules.load("checks") if rule.id == finding.id)
    said = f"{finding.message} {finding.help}".rstrip()
    return f"**{finding.id}** ({finding.severity})\n\n{said}\n\n{manual_page.markdown(rule)}"


_WORD = re.compile(r"[\w-]+")


def _key(file: File, offset: int) -> types.Hover | None:
    """What the schema says of the key under the pointer, also where the file can't be read."""
    text = file.text
    line = text.position(offset).line
    start = text.starts[line]
    for word in _WORD.finditer(text.line(line)):
        first, last = start + word.start(), start + word.end()
        if first <= offset <= last and text.text[last : last + 1] == ":":
            place = cursor.find(text.text, last)
            node = shape.child(shape.at(place.steps), word[0]) if place else None
            return _shown(file, about_key.about(word[0], node), first, last) if node else None
    return None


def _shown(file: File, markdown: str, start: int, end: int) -> types.Hover:
    content = types.MarkupContent(types.MarkupKind.Markdown, markdown)
    return types.Hover(content, file.text.range(start, end))
