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
from cvpress.schema.misread import misread_texts
from cvpress.schema.sentences import SchemaProblem, tell
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

# Where the text breaks off, what comes after it is missing for that reason.
_BROKEN = ("yaml-syntax", "too-large")


@lru_cache(maxsize=8)
def problems(document: Document) -> tuple[SchemaProblem, ...]:
    """Return what the schema finds wrong, one for each fault; () where the text is no map."""
    if document.root is None:
        return ()
    data = plain(document.root, shape.schema())
    if quick.holds(data, shape.schema()):
        return ()
    told = [one for error in _errors(data) for one in tell(document, error)]
    found = {(one.id, one.problem.path, one.keys): one for one in reversed(told)}
    return tuple(one for one in found.values() if not _told_elsewhere(document, one, told))


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


def _told_elsewhere(document: Document, one: SchemaProblem, told: list[SchemaProblem]) -> bool:
    """True where another finding tells the same fault better."""
    if one.id == "missing-key" and _misspelt(one, told):
        return True
    return _misread(document, one.problem) or _trapped(document, one)


def _misspelt(one: SchemaProblem, told: list[SchemaProblem]) -> bool:
    return any(
        other.id == "unknown-key"
        and other.problem.path.rpartition("/")[0] == one.problem.path
        and set(other.keys) & set(one.keys)
        for other in told
    )


def _misread(document: Document, problem: Problem) -> bool:
    maps = misread_texts(document)
    return any(f"{problem.path}/".startswith(f"{one.path}/") for one in maps)


def _trapped(document: Document, one: SchemaProblem) -> bool:
    """True at a place of which the reader of the text has something to say itself."""
    path = one.problem.path
    if one.id == "missing-key":
        meant = {f"{path}/{key}" for key in one.keys}
        return any(f.path in meant or f.id in _BROKEN for f in document.faults)
    place = document.key(path) if one.problem.key else document.node(path)
    start = place.start if place else -1
    return any(f.start <= start < f.end for f in document.faults)
