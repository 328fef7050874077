"""From a change of a text to a change of the file, in the style that the text is written in."""

from __future__ import annotations

import re

from cvpress.source.document import Document, Edit, Node, Scalar, Style
from cvpress.source.folding import cells
from cvpress.source.traps.model import quoted

_SPELLED_OUT = re.compile(r"[\\\r\n]|''")  # what may stand for another letter in quotes


def encode(
    document: Document, scalar: Node | None, start: int, end: int, replacement: str
) -> Edit | None:
    """Return the edit of the file that puts `replacement` in place of `scalar.text[start:end]`.

    In quotes what needs an escape gets one; a plain text that would no longer be read as the same
    words is put in double quotes whole. None where no edit is surely right: no scalar, an empty
    one, a line break, or a text that would be read back otherwise.
    """
    if not isinstance(scalar, Scalar) or scalar.start == scalar.end:
        return None
    if not 0 <= start <= end <= len(scalar.text) or any(sign in replacement for sign in "\r\n"):
        return None
    left, right = _stretch(document, scalar, start, end)
    signs = _escaped(scalar, replacement)
    raw = document.text[scalar.start : left] + signs + document.text[right : scalar.end]
    wanted = scalar.text[:start] + replacement + scalar.text[end:]
    if _reads(document, scalar, raw, wanted):
        return Edit(left, right, signs)
    if scalar.style == "plain" and _decoded(quoted(raw), "double") == wanted:
        return Edit(scalar.start, scalar.end, quoted(raw))
    return None


def _stretch(document: Document, scalar: Scalar, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the file that letters start to end were written as."""
    found = cells(document.text, scalar.start, scalar.end, scalar.style)
    left = found[start][1] if start < len(found) else found[-1][2] if found else scalar.start + 1
    return left, found[end - 1][2] if end > start else left


def _decoded(raw: str, style: Style) -> str:
    if style in ("single", "double") and not _SPELLED_OUT.search(raw):
        return raw[1:-1]
    return "".join(cell[0] for cell in cells(raw, 0, len(raw), style))


def _escaped(scalar: Scalar, replacement: str) -> str:
    if scalar.style == "double":
        return quoted(replacement)[1:-1]
    return replacement.replace("'", "''") if scalar.style == "single" else replacement


def _reads(document: Document, scalar: Scalar, raw: str, wanted: str) -> bool:
    """True where the value, written like this, is read as the text that is wanted."""
    if scalar.style != "plain":
        return _decoded(raw, scalar.style) == wanted
    return _reads_plain(document, scalar, raw, wanted.strip())


def _reads_plain(document: Document, scalar: Scalar, raw: str, wanted: str) -> bool:
    """Read the value alone, where it stands: as a key, in brackets, or at the end of a line."""
    # Imported late: only fixes need it, and the reader stands above the words it is made of.
    from cvpress.source.reader import read

    if not scalar.path:
        alone = f"{{{raw}: x}}"
    else:
        alone = f"k: [{raw}]" if _in_brackets(document, scalar.path) else f"k: {raw}\n"
    again = read(alone.encode("utf-8", "surrogatepass"), "")
    keys = again.root.keys.values() if again.root else ()
    values = list(again.scalars() if scalar.path else keys)
    if again.faults or len(values) != 1:
        return False
    value = values[0]
    if value.style != "plain" or value.text != wanted:
        return False
    return isinstance(value.value, str) or not isinstance(scalar.value, str)


def _in_brackets(document: Document, path: str) -> bool:
    """True where one of the lists and maps around a path is written in brackets."""
    while path:
        path = path.rpartition("/")[0]
        node = document.nodes.get(path)
        if node is not None and document.text.startswith(("[", "{"), node.start):
            return True
    return False
