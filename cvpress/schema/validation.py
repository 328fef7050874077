"""What is wrong with a document by its schema, as problems with an id, a place and a sentence.

jsonschema judges, and `sentences` tells its errors. Here they become one for each fault: a
misspelt key silences the complaint that the right one is missing, and a trap of YAML silences what
it made of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from cvpress.finding import Problem
from cvpress.schema import quick, shape
from cvpress.schema.keys import respelt
from cvpress.schema.misread import misread_texts
from cvpress.schema.problem import SchemaProblem
from cvpress.schema.sentences import tell
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

# Where the text breaks off, what comes after it is missing for that reason.
_BROKEN = ("yaml-syntax", "too-large")


@lru_cache(maxsize=8)
def problems(document: Document) -> tuple[SchemaProblem, ...]:
    """Return what the schema finds wrong, one for each fault; () where the text is no map."""
    document = document.own
    if document.root is None:
        return ()
    data = plain(document.root, shape.schema())
    told = [respelt(document, path) for path in document.respelt]
    if not quick.holds(data, shape.schema()):
        told += [one for error in _errors(data) for one in tell(document, error)]
    elif not told:
        return ()
    found = {(one.id, one.problem.path, one.keys): one for one in reversed(told)}
    elsewhere = _Elsewhere(document, told)
    return tuple(one for one in found.values() if not elsewhere.tells(one))


def under(document: Document, id: str) -> Iterator[Problem]:
    """Yield the problems that a check reports under its id."""
    return (found.problem for found in problems(document) if found.id == id)


def plain(node: Node, schema: shape.Schema) -> Any:
    """Return a node as plain data, as an editor's YAML reader sees it.

    An empty value or list of a known field is left out: it is read as if the field were not there.
    """
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        below = shape.item(schema) or {}
        return [plain(item, below) for item in node.items]
    kept = {}
    for key, value in node.items.items():
        kept_empty = isinstance(value, Mapping) or not shape.named(schema, key)
        if kept_empty or not value.empty:
            kept[key] = plain(value, shape.child(schema, key) or {})
    return kept


@cache
def _validator() -> Any:
    # Imported late: jsonschema is most of the start-up time, and is needed only for what is wrong.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(shape.schema())


def _errors(data: Any) -> Iterable[Any]:
    found: Iterable[Any] = _validator().iter_errors(data)
    return found


class _Elsewhere:
    """Knows which faults another finding tells better. Tables, since faults may be thousands."""

    def __init__(self, document: Document, told: Iterable[SchemaProblem]) -> None:
        self.document = document
        self.misread = {one.path for one in misread_texts(document)}
        self.spelt: dict[str, set[str]] = {}
        for one in told:
            if one.id == "unknown-key":
                parent = one.problem.path.rpartition("/")[0]
                self.spelt.setdefault(parent, set()).update(one.keys)

    def tells(self, one: SchemaProblem) -> bool:
        """Return whether a problem is to be left to another finding."""
        path = one.problem.path
        if one.id == "missing-key" and not self.spelt.get(path, set()).isdisjoint(one.keys):
            return True
        return self._misread(path) or self._trapped(one)

    def _misread(self, path: str) -> bool:
        while path and path not in self.misread:
            path = path.rpartition("/")[0]
        return bool(path)

    def _trapped(self, one: SchemaProblem) -> bool:
        """True at a place of which the reader of the text has something to say itself."""
        path, faults = one.problem.path, self.document.faults
        if one.id == "missing-key":
            meant = {f"{path}/{key}" for key in one.keys}
            return any(f.path in meant or f.id in _BROKEN for f in faults)
        key = self.document.key(path) if one.problem.key else None
        place = key or self.document.node(path)
        start = place.start if place else -1
        return any(f.start <= start < f.end for f in faults)
