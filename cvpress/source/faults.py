"""The faults that the reader itself finds, in plain words."""

from __future__ import annotations

from cvpress.source.document import Fault, Scalar


def too_deep(start: int, depth: int) -> Fault:
    """Lists in lists in lists."""
    message = f"Lists and maps are nested more than {depth} deep here."
    help = "Take brackets or indentation out: no field of a CV is as deep."
    return Fault("too-large", start, start + 1, message, help)


def too_many(start: int, count: int) -> Fault:
    """More values than any CV has."""
    message = f"The file has more than {count:,} values up to here; no CV needs as many."
    return Fault("too-large", start, start + 1, message, "Take out what is no part of the CV.")


def bracket_for_key(start: int) -> Fault:
    """`{{ name }}`, or a list before a colon."""
    return Fault(
        "yaml-syntax",
        start,
        start + 1,
        "A bracket opens where the name of a field is due.",
        "Put a text that begins with a bracket in quotes.",
    )


def duplicate(line: int, second: Scalar, path: str) -> Fault:
    """One key twice in a map; the first one stands on this line, its value has this path."""
    return Fault(
        "duplicate-key",
        second.start,
        second.end,
        f"This key stands on line {line} already; only the first one counts.",
        "Put the two values together, or take one of them out.",
        path,
    )


def merge_key(key: Scalar) -> Fault:
    """`<<: *base`."""
    return Fault(
        "yaml-syntax",
        key.start,
        key.end,
        "Merge keys are not part of the CV language.",
        "Write the fields out where they belong.",
    )


def second_document(start: int) -> Fault:
    """`---` in the middle of a file."""
    return Fault(
        "yaml-syntax",
        start,
        start + 3,
        "A second document begins here, and is not read.",
        "One file holds one CV: take this line out, or make another file.",
    )


def empty() -> Fault:
    """Nothing, or nothing but comments."""
    return Fault(
        "yaml-syntax",
        0,
        0,
        "The file is empty.",
        "A CV begins with “person:” and “sections:”.",
    )


def no_map(start: int, end: int) -> Fault:
    """A list or a text in the place of the whole."""
    return Fault(
        "wrong-type",
        start,
        end,
        "The whole file is to be a map of fields.",
        "A CV begins with “person:” and “sections:”.",
    )
