"""All safe fixes at once: what `check --fix` does, as an editor's change."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from lsprotocol import types

from cvpress.fixes import mend
from cvpress.lsp.files import File
from cvpress.lsp.text import Text
from cvpress.settings import Wishes

KIND = "source.fixAll.cvpress"


def actions(file: File) -> list[types.CodeAction]:
    """Return the action that puts all fixes in, or [] where there is none."""
    data = file.text.text.encode("utf-8", "surrogatepass")
    mended = mend.mend(data, file.path, Wishes())
    if not mended.fixed:
        return []
    edits = list(_changes(file.text, Text(mended.after.document.text)))
    edit = types.WorkspaceEdit(changes={file.uri: edits})
    return [types.CodeAction("Put all safe fixes in", kind=KIND, edit=edit)]


def _changes(before: Text, after: Text) -> Iterator[types.TextEdit]:
    """Yield the lines that differ, so that all others keep what an editor knows of them."""
    old, new = _lines(before), _lines(after)
    starts = [*before.starts, len(before.text)]
    for kind, first, last, put, end in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            yield types.TextEdit(before.range(starts[first], starts[last]), "".join(new[put:end]))


def _lines(text: Text) -> list[str]:
    """Return the lines of a text with their ends."""
    ends = [*text.starts, len(text.text)]
    return [text.text[start:end] for start, end in pairwise(ends)]
