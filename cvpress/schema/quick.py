"""A quick yes or no: does plain data fulfil our schema?

jsonschema is the validator, and whatever is wrong is told by it; but loading it takes longer than
all the rest of a check, and most CVs fulfil the schema. So this small reader of the same file is
asked first. It knows the keywords that our schema uses and no others (a test compares the lists),
and a property test holds its verdicts equal to jsonschema's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from cvpress.schema import shape

Data = Any


def holds(data: Data, schema: Any) -> bool:
    """Return whether the data fulfils the schema (or part of it)."""
    if isinstance(schema, bool):
        return schema
    return all(
        judge(data, wanted, schema)
        for keyword, wanted in schema.items()
        if (judge := JUDGES.get(keyword))
    )


def _type(data: Data, wanted: Any, _: Any) -> bool:
    names = (wanted,) if isinstance(wanted, str) else wanted
    return any(_IS[name](data) for name in names)


def _number(data: Data) -> bool:
    return isinstance(data, int | float) and not isinstance(data, bool)


_IS: dict[str, Callable[[Data], bool]] = {
    "null": lambda data: data is None,
    "boolean": lambda data: isinstance(data, bool),
    "string": lambda data: isinstance(data, str),
    "array": lambda data: isinstance(data, list),
    "object": lambda data: isinstance(data, dict),
    "number": _number,
    "integer": lambda data: _number(data) and (isinstance(data, int) or data.is_integer()),
}


def _same(data: Data, wanted: Any) -> bool:
    return bool(data == wanted) and isinstance(data, bool) is isinstance(wanted, bool)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _properties(data: Data, wanted: Any, _: Any) -> bool:
    if not isinstance(data, dict):
        return True
    return all(holds(data[key], below) for key, below in wanted.items() if key in data)


def _others(data: Data, wanted: Any, schema: Any) -> bool:
    if not isinstance(data, dict):
        return True
    known = schema.get("properties", {})
    return all(holds(value, wanted) for key, value in data.items() if key not in known)


def _branch(data: Data, wanted: Any, schema: Any) -> bool:
    return holds(data, schema.get("then" if holds(data, wanted) else "else", True))


def _dependent(data: Data, wanted: Any, _: Any) -> bool:
    if not isinstance(data, dict):
        return True
    return all(holds(data, below) for key, below in wanted.items() if key in data)


# `then` and `else` are read with their `if`; of a value of another type a keyword says nothing.
JUDGES: dict[str, Callable[[Data, Any, Any], bool]] = {
    "$ref": lambda data, wanted, _: holds(data, shape.resolve(wanted)),
    "type": _type,
    "enum": lambda data, wanted, _: any(_same(data, one) for one in wanted),
    "const": lambda data, wanted, _: _same(data, wanted),
    "pattern": lambda data, wanted, _: (
        not isinstance(data, str) or bool(_compiled(wanted).search(data))
    ),
    "minimum": lambda data, wanted, _: not _number(data) or data >= wanted,
    "maximum": lambda data, wanted, _: not _number(data) or data <= wanted,
    "minItems": lambda data, wanted, _: not isinstance(data, list) or len(data) >= wanted,
    "maxItems": lambda data, wanted, _: not isinstance(data, list) or len(data) <= wanted,
    "items": lambda data, wanted, _: (
        not isinstance(data, list) or all(holds(one, wanted) for one in data)
    ),
    "minProperties": lambda data, wanted, _: not isinstance(data, dict) or len(data) >= wanted,
    "required": lambda data, wanted, _: (
        not isinstance(data, dict) or all(key in data for key in wanted)
    ),
    "properties": _properties,
    "additionalProperties": _others,
    "propertyNames": lambda data, wanted, _: (
        not isinstance(data, dict) or all(holds(key, wanted) for key in data)
    ),
    "dependentSchemas": _dependent,
    "if": _branch,
}
