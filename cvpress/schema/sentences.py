"""One error of jsonschema, told in plain words: each keyword has a function of one signature.

Where the schema has a sentence of its own (`errorMessage`, `patternErrorMessage`), that is what is
said: its first sentence tells what is wrong, the rest what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cvpress.schema import keys, values
from cvpress.schema.problem import Error, SchemaProblem
from cvpress.source.document import Document


def tell(document: Document, error: Error) -> Iterator[SchemaProblem]:
    """Yield the problems that one error of jsonschema stands for."""
    return _TELL.get(error.validator, values.wrong_value)(document, error)


_TELL: dict[str, Callable[[Document, Error], Iterator[SchemaProblem]]] = {
    "additionalProperties": keys.unknown_keys,
    "required": keys.missing_keys,
    "type": values.wrong_type,
    "maxItems": values.not_beside,
    "pattern": values.wrong_pattern,
}
