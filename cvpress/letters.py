"""The cover letter: in the CV under `letter:`, or a file of its own (LANGUAGE 8a).

A letter's file holds what stands under `letter:`, with or without that word. It is judged by the
same checks as a CV, whose languages and names it knows, and told of at its own lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cvpress.checking import Checked, judge, read
from cvpress.errors import UsageError
from cvpress.finding import Finding
from cvpress.schema.fields import fields
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Node, Sequence
from cvpress.source.roots import nodes, with_root

PATH = "/letter"
KEY = "letter"
_KNOWN = ("person", "organization", "place", "venue", "title", "skill")


def there(document: Document) -> bool:
    """Return whether a CV holds a letter."""
    return bool(document.root and document.root.get(KEY))


def check(path: str, cv: Checked) -> Checked:
    """Read a letter's file and run every check that is wanted. Raises UsageError."""
    written = read(path, "Name the file of a letter.")
    others = [key for key in written.root.items if key != KEY] if written.root else []
    if others and written.root and KEY in written.root.items:
        message = f"{written.name} may hold a letter alone, not {others[0]} beside it."
        raise UsageError(message, "Head, languages and settings come from the CV.")
    document = rooted(written, cv.document)
    checked = judge(document, _settings(cv))
    return replace(checked, findings=tuple(_of_the_letter(checked.findings)))


def put(cv: Document, letter: Document) -> Document:
    """Return a CV that holds a letter's file as its own letter."""
    found = letter.node(PATH)
    if cv.root is None or found is None:
        return cv
    root = replace(cv.root, items={**cv.root.items, KEY: found})
    return replace(cv, root=root, nodes={**cv.nodes, **dict(nodes(found)), "": root})


def rooted(letter: Document, cv: Document) -> Document:
    """Return a letter's file as a document whose letter stands where a CV has it.

    The CV's languages come with it, so that each text is in the language it would be in there.
    """
    if letter.root is None:
        return letter
    spoken = cv.root.items.get("locale") if cv.root else None
    whole = KEY in letter.root.items
    items = dict(letter.root.items) if whole else {KEY: _below(letter.root, PATH)}
    if spoken is not None:
        items.setdefault("locale", spoken)
    keys = letter.root.keys if whole else {}
    root = Mapping("", letter.root.start, letter.root.end, items, keys)
    below = "" if whole else PATH
    faults = tuple(replace(one, path=one.path and f"{below}{one.path}") for one in letter.faults)
    return replace(with_root(letter, root), faults=faults)


def _below(node: Node, path: str) -> Node:
    """Return a node with all that is in it, at paths below another one."""
    moved = replace(node, path=f"{path}{node.path}")
    if isinstance(moved, Sequence):
        return replace(moved, items=tuple(_below(item, path) for item in moved.items))
    if isinstance(moved, Mapping):
        below = {key: _below(value, path) for key, value in moved.items.items()}
        return replace(moved, items=below)
    return moved


def _settings(cv: Checked) -> Settings:
    """Return the CV's settings, to which what the CV itself names is known."""
    named = {field.scalar.text for field in fields(cv.document) if field.role in _KNOWN}
    return replace(cv.settings, words=cv.settings.words | named)


def _of_the_letter(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the letter: it has no person, and its languages are the CV's."""
    for finding in findings:
        of_the_cv = finding.id == "missing-key" and not finding.path
        if not of_the_cv and not finding.path.startswith("/locale"):
            yield finding
