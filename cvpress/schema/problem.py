"""What an error of jsonschema becomes: a problem of a check, and what each of them is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cvpress.finding import Fix, Problem
from cvpress.source.document import Scalar
from cvpress.source.pointer import escaped

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


def own_words(sentences: str) -> tuple[str, str]:
    """Part the schema's own sentences: what is wrong from what to do."""
    message, stop, help = sentences.partition(". ")
    return message + stop.rstrip(), help


def instead(scalar: object, word: str) -> Fix | None:
    """Return the fix that writes a word in the place of a value or key; None for what is none."""
    if not isinstance(scalar, Scalar):
        return None
    return Fix(f"Write “{word}”", ((0, len(scalar.text), word),))
