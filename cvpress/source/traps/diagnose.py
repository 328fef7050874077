"""From the words of libyaml to those of a person: what stopped it, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from cvpress.source.traps import brackets, lines, values
from cvpress.source.traps.model import Repair, Trouble, line_at, line_end, syntax

Guess = Callable[[Trouble], Repair | None]

# For each sentence of libyaml's scanner and parser what may be meant by it, the surest first.
_MEANT: tuple[tuple[str, tuple[Guess, ...]], ...] = (
    ("cannot start any token", (lines.tab, values.sign)),
    ("tab character", (lines.tab,)),
    ("mapping values are not allowed", (values.colon, lines.tight, lines.stray, lines.indentation)),
    ("could not find expected ':'", (lines.tight, lines.stray)),
    (
        "did not find expected ',' or",
        (
            brackets.cut_in_brackets,
            brackets.comma,
            values.goes_on,
            brackets.colon_in_brackets,
            brackets.not_closed,
        ),
    ),
    (
        "did not find expected node content",
        (brackets.extra_comma, values.sign, brackets.not_closed),
    ),
    ("comment or line break", (values.sign_of_context,)),
    ("alphabetic or numeric", (values.sign_of_context,)),
    ("not allowed in this context", (values.sign,)),
    ("escape", (values.escape,)),
    ("hexdecimal", (values.escape,)),
    ("end of stream", (values.end_of_stream,)),
    ("document indicator", (values.end_of_stream,)),
    (
        "did not find expected",
        (
            values.directive,
            values.goes_on,
            brackets.extra_bracket,
            lines.cut_short,
            lines.indentation,
        ),
    ),
    ("", (values.directive, values.sign_of_context)),
)


def diagnose(trouble: Trouble) -> Repair:
    """Return the fault behind a trouble, with its repair where the meaning is sure."""
    for words, guesses in _MEANT:
        if words in trouble.problem:
            for guess in guesses:
                repair = guess(trouble)
                if repair is not None:
                    return repair
    return _unknown(trouble)


def _unknown(trouble: Trouble) -> Repair:
    start, end = line_at(trouble.text, trouble.at)
    at = min(trouble.at, max(start, end - 1))
    return Repair(
        syntax(
            at,
            max(at, line_end(trouble.text, at)),
            "From here on the file can't be read as YAML.",
            "Look for a missing quote, bracket or space here and in the line above.",
        )
    )
