"""All that is to be told of a text, in its order: what stopped YAML, and what it took silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cvpress.source import faults
from cvpress.source.document import Comment, Edit, Fault, Mapping, Scalar
from cvpress.source.holders import holder
from cvpress.source.traps import commas, dashes, hashes, invisible
from cvpress.source.traps.model import Repair, line_at, quoted
from cvpress.source.tree import Tree

_MOST = 500  # findings of the text itself; who has more has not given a CV


def told(
    text: str,
    tree: Tree,
    comments: Sequence[Comment],
    repairs: Sequence[Repair],
    stop: Repair | None,
) -> tuple[Fault, ...]:
    """Return the faults of a text, sorted by place.

    `repairs` are the traps that YAML was led past, `stop` the one it could not be led past.
    """
    found = [*tree.faults, *_mended(text, tree, repairs, stop is None)]
    found += invisible.in_file(text, comments, tree.scalars)
    found += hashes.cut(text, comments, tree.scalars)
    found += dashes.in_texts(text, tree.scalars)
    found += commas.in_lists(text, tree.nodes.values())
    if stop is not None:
        found += [] if _follows(text, stop, repairs) else [stop.fault]
    elif not isinstance(tree.root, Mapping):
        found.append(_rootless(tree))
    found = sorted(found, key=lambda fault: (fault.start, fault.id))[:_MOST]
    return tuple(fault if fault.path else _placed(fault, tree) for fault in found)


def _placed(fault: Fault, tree: Tree) -> Fault:
    """Give a fault the path of the innermost value around it, where its entry can ignore it."""
    around = (n.path for n in tree.nodes.values() if n.start <= fault.start < n.end)
    return replace(fault, path=max(around, key=len, default=""))


def _mended(text: str, tree: Tree, repairs: Sequence[Repair], whole: bool) -> Iterator[Fault]:
    """Yield the faults of the repairs, one for each value, with its path and its cure."""
    seen: set[Scalar | None] = set()
    for repair in repairs:
        fault = repair.fault
        value = holder(tree.scalars, fault.start) if repair.hide else None
        if value in seen and not repair.letter:
            continue
        if value is not None:
            seen.add(value)
            fault = replace(fault, path=value.path)
        if repair.quote and value is not None:
            edit = Edit(value.start, value.end, quoted(text[value.start : value.end]))
            fault = replace(fault, fix="Put the whole text in quotes", edits=(edit,))
        if repair.guess and not whole:
            fault = replace(fault, fix="", edits=())
        yield fault


def _follows(text: str, stop: Repair, repairs: Sequence[Repair]) -> bool:
    """True where YAML stopped on a line that we changed on a guess: the guess was wrong."""
    start, end = line_at(text, stop.fault.start)
    return any(repair.guess and start <= at < end for repair in repairs for at in repair.offsets)


def _rootless(tree: Tree) -> Fault:
    root = tree.root
    if root is None or (isinstance(root, Scalar) and not root.text):
        return faults.empty()
    return faults.no_map(root.start, root.end)
