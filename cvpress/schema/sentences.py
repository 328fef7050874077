"""One error of jsonschema, told in plain words: each keyword has a function of one signature.

Where the schema has a sentence of its own (`errorMessage`, `patternErrorMessage`), that is what is
said: its first sentence tells what is wrong, the rest what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cvpress import networks
from cvpress.finding import Fix, Problem
from cvpress.schema import flags, shape
from cvpress.schema.elsewhere import belongs
from cvpress.schema.meant import aliases, surely
from cvpress.schema.suggest import SURE, closest
from cvpress.source.document import Document, Mapping, Scalar

Error = Any  # jsonschema.ValidationError, which is not imported here for its weight


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """A problem and the id of the check that reports it.

    `keys`: for an unknown key, the key that may be meant; for a missing one, those that would do.
    """

    id: str
    problem: Problem
    keys: tuple[str, ...] = ()


def pointer(error: Error) -> str:
    """Return the JSON Pointer of the place that an error speaks of."""
    return "".join(f"/{escaped(str(step))}" for step in error.absolute_path)


def escaped(key: str) -> str:
    """Write a key as a step of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def tell(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problems that one error of jsonschema stands for."""
    return _TELL.get(error.validator, _wrong_value)(document, error)


def _unknown_keys(document: Document, error: Error) -> Iterator[SchemaProblem]:
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
        fix=_instead(document.key(path), sure) if sure else None,
    )
    return SchemaProblem("unknown-key", problem, (meant,) if meant else ())


def _what_there_is(error: Error) -> str:
    known = error.schema["properties"]
    if "details" in known:
        return "What has no field of its own goes under details: [{label: …, text: …}]."
    return f"There are: {', '.join(known)}."


def _missing_keys(document: Document, error: Error) -> Iterator[SchemaProblem]:
    for key in error.validator_value:
        if key in error.instance:
            continue
        message, help = _own_words(error.schema.get("errorMessage", ""))
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


def _wrong_type(document: Document, error: Error) -> Iterator[SchemaProblem]:
    if error.validator_value == "null":
        yield from _not_beside(document, error)
        return
    place = shape.at(error.absolute_path)
    scalar = not isinstance(error.instance, list | dict | None)
    if scalar and shape.word(place, "x-type") in ("date", "dates"):
        return  # the date module's: date-invalid
    message, help = _own_words(shape.said(place, "errorMessage") or _due(error))
    problem = Problem(pointer(error), message, help=help)
    if shape.word(place, "x-type") == "flag":
        problem = flags.with_cure(document, problem)
    yield SchemaProblem("wrong-type", problem)


def _not_beside(_: Document, error: Error) -> Iterator[SchemaProblem]:
    message, help = _own_words(error.schema.get("errorMessage", ""))
    yield SchemaProblem("wrong-value", Problem(pointer(error), message, key=True, help=help))


def _due(error: Error) -> str:
    """Say what should stand at a place, for want of a sentence in the schema."""
    types, found = error.validator_value, error.instance
    if found is None:
        return "There is nothing here. Fill it in, or take it out."
    if "string" in types:
        return _one_text(error, found)
    if "object" not in types:
        item = shape.said(shape.item(shape.at(error.absolute_path)) or {}, "title")
        each = f"each {item.lower()}" if item else "each item"
        return f"A list is due here. Begin {each} with a dash on a line of its own."
    needed = next(iter(shape.word(error.schema, "required", ())), "")
    example = f" Write “{needed}: {found}”." if needed and isinstance(found, str) else ""
    return f"Fields are due here, each with its name and a colon.{example}"


def _one_text(error: Error, found: object) -> str:
    """Say what to write where one text is due: [Columbus, OH] is "Columbus, OH"."""
    if not isinstance(found, list):
        fields = isinstance(found, dict)
        other = "fields." if fields else "a number or a flag. Put it in quotes."
        return f"One text is due here, not {other}"
    words = [str(item) for item in found if isinstance(item, str | int | float)]
    text = shape.word(shape.at(error.absolute_path), "x-type") in ("text", "long")
    sure = len(words) == len(found) and (text or len(words) == 1)
    example = f' Write "{", ".join(words)}".' if sure else ""
    return f"One text is due here, not a list.{example}"


def _wrong_value(document: Document, error: Error) -> Iterator[SchemaProblem]:
    path, place = pointer(error), shape.at(error.absolute_path)
    if isinstance(error.instance, list | dict):
        yield SchemaProblem("wrong-type", Problem(path, "One word is due here."))
        return
    own = error.schema.get("errorMessage") or shape.said(place, "errorMessage")
    known = [one for one in error.validator_value if one] if error.validator == "enum" else []
    message, help = _own_words(own or f"This is not one of {', '.join(map(str, known))}.")
    node = document.node(path)
    written = node.text if isinstance(node, Scalar) else ""
    names, others = list(map(str, known)), _other_values(place, path)
    sure = closest(written, names, others, SURE)
    # a network that is not on the list is rather another one (Skype) than a slip
    meant = sure or ("" if path.endswith("/network") else closest(written, names, others))
    if meant:
        help = f"Did you mean “{meant}”?"
    fix = _instead(node, sure) if sure else None
    yield SchemaProblem("wrong-value", Problem(path, message, help=help, fix=fix))


def _other_values(place: shape.Schema, path: str) -> dict[str, str]:
    """Return other words for the values of a place, and what each means here."""
    if path.endswith("/network"):
        return {alias: one.name for one in networks.NETWORKS for alias in one.aliases}
    found: dict[str, str] = shape.word(place, "x-value-aliases", {})
    return found


def _wrong_pattern(_: Document, error: Error) -> Iterator[SchemaProblem]:
    place = shape.at(error.absolute_path)
    if shape.word(place, "x-type") in ("date", "dates"):
        return  # the date module's: date-invalid
    key = "propertyNames" in list(error.absolute_schema_path)[-2:]
    path = f"{pointer(error)}/{escaped(error.instance)}" if key else pointer(error)
    message, help = _own_words(error.schema["patternErrorMessage"])
    yield SchemaProblem("wrong-value", Problem(path, message, key=key, help=help))


def _own_words(sentences: str) -> tuple[str, str]:
    """Part what is wrong from what to do."""
    message, stop, help = sentences.partition(". ")
    return message + stop.rstrip(), help


def _instead(scalar: object, word: str) -> Fix | None:
    if not isinstance(scalar, Scalar):
        return None
    return Fix(f"Write “{word}”", ((0, len(scalar.text), word),))


_TELL: dict[str, Callable[[Document, Error], Iterator[SchemaProblem]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "maxItems": _not_beside,
    "pattern": _wrong_pattern,
}
