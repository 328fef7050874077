"""A number sign in a text without quotes: behind a space YAML takes it for a comment.

A remark is told from a slip as its author writes it: two spaces before its `#` (as every style
guide of YAML asks), or behind a value that is no text. One space, or a `#1`, is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvpress.source.document import Comment, Edit, Fault, Scalar
from cvpress.source.holders import holder_before
from cvpress.source.traps.model import CUT_HELP, CUT_MESSAGE, REMARK, quoted

_NO_TEXT = re.compile(r"[\d./–-]+|\d{4}-\w+|present|expected .*|\S*[@/]\S*", re.IGNORECASE)
_SETTINGS = ("/design/", "/checks/", "/locale", "/variants/", "/version", "/bibliography/")


def cut(text: str, comments: Sequence[Comment], scalars: Sequence[Scalar]) -> Iterator[Fault]:
    """Yield a fault for each comment that was to be part of a text."""
    for comment in comments:
        value = None if comment.alone else holder_before(scalars, comment.start)
        if value is None or REMARK.match(comment.text):
            continue
        end = comment.start + len(comment.text)
        raw = text[comment.start : end]
        if _slip(text, comment, value):
            edit = Edit(value.start, end, quoted(text[value.start : end]))
            sure = raw == "#" or raw[1].isdigit()
            yield _fault(comment.start, end, value.path, edit if sure else None)


def _slip(text: str, comment: Comment, value: Scalar) -> bool:
    if value.style != "plain" or not value.path or not isinstance(value.value, str):
        return False
    if _NO_TEXT.fullmatch(value.text) or value.path.startswith(_SETTINGS):
        return False
    return text[value.end : comment.start] == " "


def _fault(start: int, end: int, path: str, edit: Edit | None) -> Fault:
    fix = "Put the whole text in quotes" if edit else ""
    edits = (edit,) if edit else ()
    return Fault("cut-by-comment", start, end, CUT_MESSAGE, CUT_HELP, path, fix, edits)
