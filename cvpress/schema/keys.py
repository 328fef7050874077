"""Keys that are unknown or missing, told in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.schema import shape
from cvpress.schema.elsewhere import belongs
from cvpress.schema.meant import aliases, surely
from cvpress.schema.problem import Error, SchemaProblem, instead, own_words, pointer
from cvpress.schema.suggest import closest
from cvpress.source.document import Document, Mapping
from cvpress.source.pointer import escaped


def unknown_keys(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield a problem for each key that the schema does not have."""
    free = {
        key: node for key, node in error.schema["properties"].items() if key not in error.instance
    }
    unknown = [key for key in error.instance if key not in error.schema["properties"]]
    place = list(error.absolute_path)
    others = {key: belongs(key, error.instance[key], place, free) for key in unknown}
    here = [key for key in unknown if not others[key]]
    fields = surely(here, free, error.schema.get("required", ()))
    for key in unknown:
        sure, elsewhere = fields.get(key, ""), others[key]
        meant = sure or ("" if elsewhere else closest(key, free, aliases(free)))
        path = f"{pointer(error)}/{escaped(key)}"
        yield _unknown(document, path, sure, meant, elsewhere or _what_there_is(error))


def respelt(document: Document, path: str) -> SchemaProblem:
    """Return the problem of a misspelt key that stands under its right name."""
    key = path.rpartition("/")[2]
    return _unknown(document, path, key, key)


def _unknown(
    document: Document, path: str, sure: str, meant: str, otherwise: str = ""
) -> SchemaProblem:
    """Return the problem of a key: what it surely is ("": nothing), what it may be, other help."""
    problem = Problem(
        path,
        "There is no field of this name here.",
        key=True,
        help=f"Did you mean “{meant}”?" if meant else otherwise,
        fix=instead(document.key(path), sure) if sure else None,
    )
    return SchemaProblem("unknown-key", problem, (meant,) if meant else ())


def _what_there_is(error: Error) -> str:
    known = error.schema["properties"]
    if "details" in known:
        return "What has no field of its own goes under details: [{label: …, text: …}]."
    return f"There are: {', '.join(known)}."


def missing_keys(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield a problem for each key that is due and not there, or empty."""
    for key in error.validator_value:
        if key in error.instance:
            continue
        message, help = own_words(error.schema.get("errorMessage", ""))
        node = shape.child(shape.at(error.absolute_path), key) or {}
        parent = document.node(pointer(error))
        empty = isinstance(parent, Mapping) and key in parent.items
        problem = Problem(
            pointer(error),
            message or f"“{key}” is {'empty' if empty else 'missing'}.",
            key=True,
            help=help or _to_write(key, next(iter(shape.word(node, "examples", ())), "…"), empty),
            place=_first_key(document) if not error.absolute_path else None,
        )
        instead = error.schema.get("x-instead", ())
        yield SchemaProblem("missing-key", problem, (key, *instead))


def _to_write(key: str, example: object, empty: bool) -> str:
    if isinstance(example, str):
        return f"{'Write' if empty else 'Add'} “{key}: {example}”."
    return "Write what belongs under it." if empty else f"Add “{key}”."


def _first_key(document: Document) -> tuple[int, int]:
    """The root has no key: what it lacks is told at its first."""
    keys = document.root.keys.values() if document.root else ()
    first = next(iter(keys), None)
    return (first.start, first.end) if first else (0, 0)
