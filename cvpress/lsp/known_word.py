"""Adds a word to `checks: {words: […]}`, wherever and however that is written."""

from __future__ import annotations

import re

from cvpress.source.document import Document, Edit, Mapping, Node, Scalar, Sequence
from cvpress.source.folding import BREAK

# What YAML reads as the same letters without quotes, in a list in brackets, too.
WORD = re.compile(r"[^\W_][\w.'’+&/-]*")


def edit(document: Document, word: str) -> Edit | None:
    """Return the change that makes a word known, or None where no change is surely right."""
    root = document.root
    if root is None or not WORD.fullmatch(word) or document.text[root.start] == "{":
        return None
    checks, words = root.items.get("checks"), document.node("/checks/words")
    if checks is None:
        return _at_the_end(document, root, f"checks:{_break(document)}  words: [{word}]")
    if words is None:
        return _first_key(document, checks, word)
    if isinstance(words, Sequence) and words.items:
        return _next_item(document, words, word)
    if isinstance(words, Sequence):
        return Edit(words.start + 1, words.start + 1, word)
    return _after_colon(document, "/checks/words", f"[{word}]")


def _break(document: Document) -> str:
    """The line break of the file, as its first line has it."""
    found = BREAK.search(document.text)
    return found[0] if found else "\n"


def _at_the_end(document: Document, root: Mapping, line: str) -> Edit | None:
    """Append a top-level key, at the column of the others."""
    text, end = document.text, len(document.text)
    if _indent(text, root.start):
        return None
    before = "" if text.endswith(("\n", "\r")) else _break(document)
    return Edit(end, end, f"{before}{line}{_break(document)}")


def _first_key(document: Document, checks: Node, word: str) -> Edit | None:
    """Put `words` before the other keys of `checks`."""
    if isinstance(checks, Mapping) and document.text[checks.start] == "{":
        after = ", " if checks.items else ""
        return Edit(checks.start + 1, checks.start + 1, f"words: [{word}]{after}")
    if isinstance(checks, Mapping):
        indent = _indent(document.text, checks.start)
        line = f"words: [{word}]{_break(document)}{indent}"
        return Edit(checks.start, checks.start, line) if indent else None
    return _after_colon(document, "/checks", f"{{words: [{word}]}}")


def _next_item(document: Document, words: Sequence, word: str) -> Edit | None:
    """Add an item to a list that has some: in brackets, or with a dash of its own."""
    last = words.items[-1]
    if document.text[words.start] == "[":
        return Edit(last.end, last.end, f", {word}")
    dash = re.search(r"[ \t]*- *$", document.text[: last.start])
    line_end = BREAK.search(document.text, last.end)
    if not dash or not isinstance(last, Scalar):
        return None
    end = line_end.start() if line_end else len(document.text)
    return Edit(end, end, f"{_break(document)}{dash[0]}{word}")


def _after_colon(document: Document, path: str, value: str) -> Edit | None:
    """Give a key that has no value one."""
    key, node = document.key(path), document.node(path)
    if key is None or not (isinstance(node, Scalar) and node.start == node.end):
        return None
    at = document.text.find(":", key.end) + 1
    return Edit(at, at, f" {value}")


def _indent(text: str, at: int) -> str:
    """Return the blanks before an offset, "" where its line holds something else before it."""
    return re.search(r"(?:(?<=[\r\n])|^)[ \t]*$|$", text[:at])[0]  # type: ignore[index]
