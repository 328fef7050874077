"""Values that the schema does not take, told in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import networks
from cvpress.finding import Problem
from cvpress.schema import flags, shape
from cvpress.schema.problem import Error, SchemaProblem, instead, own_words, pointer
from cvpress.schema.suggest import SURE, closest
from cvpress.source.document import Document, Scalar
from cvpress.source.pointer import escaped

_BARE = "Write it without brackets, dash and colon."


def wrong_type(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problem of a value of another type than is due."""
    if error.validator_value == "null":
        yield from not_beside(document, error)
        return
    place = shape.at(error.absolute_path)
    scalar = not isinstance(error.instance, list | dict | None)
    if scalar and shape.word(place, "x-type") in ("date", "dates"):
        return  # the date module's: date-invalid
    message, help = own_words(shape.said(place, "errorMessage") or _due(error))
    problem = Problem(pointer(error), message, help=help)
    if shape.word(place, "x-type") == "flag":
        problem = flags.with_cure(document, problem)
    yield SchemaProblem("wrong-type", problem)


def not_beside(_: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problem of a key that may not stand beside another one."""
    message, help = own_words(error.schema.get("errorMessage", ""))
    yield SchemaProblem("wrong-value", Problem(pointer(error), message, key=True, help=help))


def _due(error: Error) -> str:
    """Say what should stand at a place, for want of a sentence in the schema."""
    types, found = error.validator_value, error.instance
    if found is None:
        return "There is nothing here. Fill it in, or take it out."
    if "string" in types:
        return _one_text(error, found)
    if "object" not in types:
        return (
            f"A list is due here. {_listed(shape.item(shape.at(error.absolute_path)) or {}, found)}"
        )
    needed = next(iter(shape.word(error.schema, "required", ())), "")
    known = ", ".join(shape.word(error.schema, "properties", ()))
    help = f"There are: {known}." if known else "Begin each on a line of its own."
    if needed and isinstance(found, str):
        help = f"Write “{needed}: {found}”."
    return f"Fields are due here, each with its name and a colon. {help}"


def _listed(item: shape.Schema, found: object) -> str:
    """Say how to write a list, if one item stands in its place."""
    if isinstance(found, str) and "object" not in shape.word(item, "type", "object"):
        return f"Write [{found}]."
    title = shape.said(item, "title")
    each = f"each {title.lower()}" if title else "each item"
    return f"Begin {each} with a dash on a line of its own."


def _one_text(error: Error, found: object) -> str:
    """Say what to write where one text is due: [Columbus, OH] is "Columbus, OH"."""
    if not isinstance(found, list):
        fields = isinstance(found, dict)
        quotes = "Put quotes around all of it." if fields else "Put it in quotes."
        other = f"{'fields' if fields else 'a number or a flag'}. {quotes}"
        return f"One text is due here, not {other}"
    words = [str(item) for item in found if isinstance(item, str | int | float)]
    text = shape.word(shape.at(error.absolute_path), "x-type") in ("text", "long")
    sure = len(words) == len(found) and (text or len(words) == 1)
    help = f'Write "{", ".join(words)}".' if sure else "Take the brackets out."
    return f"One text is due here, not a list. {help}"


def wrong_value(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problem of a value that is none of those the schema knows."""
    path, place = pointer(error), shape.at(error.absolute_path)
    if isinstance(error.instance, list | dict):
        yield SchemaProblem("wrong-type", Problem(path, "One word is due here.", help=_BARE))
        return
    own = error.schema.get("errorMessage") or shape.said(place, "errorMessage")
    known = [one for one in error.validator_value if one] if error.validator == "enum" else []
    message, help = own_words(own or f"This is not one of {', '.join(map(str, known))}.")
    node = document.node(path)
    written = node.text if isinstance(node, Scalar) else ""
    names, others = list(map(str, known)), _other_values(place, path)
    sure = closest(written, names, others, SURE)
    # a network that is not on the list is rather another one (Skype) than a slip
    meant = sure or ("" if path.endswith("/network") else closest(written, names, others))
    if meant:
        help = f"Did you mean “{meant}”?"
    fix = instead(node, sure) if sure else None
    yield SchemaProblem("wrong-value", Problem(path, message, help=help, fix=fix))


def _other_values(place: shape.Schema, path: str) -> dict[str, str]:
    """Return other words for the values of a place, and what each means here."""
    if path.endswith("/network"):
        return {alias: one.name for one in networks.NETWORKS for alias in one.aliases}
    found: dict[str, str] = shape.word(place, "x-value-aliases", {})
    return found


def wrong_pattern(_: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problem of a value, or a key, that is written in another way than is due."""
    place = shape.at(error.absolute_path)
    if shape.word(place, "x-type") in ("date", "dates"):
        return  # the date module's: date-invalid
    key = "propertyNames" in list(error.absolute_schema_path)[-2:]
    path = f"{pointer(error)}/{escaped(error.instance)}" if key else pointer(error)
    message, help = own_words(error.schema["patternErrorMessage"])
    yield SchemaProblem("wrong-value", Problem(path, message, key=key, help=help))
