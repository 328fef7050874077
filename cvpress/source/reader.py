"""Reads a cv.yaml: bytes in, a document out, whatever is in the file.

Where libyaml stops, the trap behind it is named and, if its meaning is sure, YAML is shown the text
without it and reads again: one run tells every slip, and all else that is to be said of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cvpress.source import faults
from cvpress.source.comments import comments
from cvpress.source.decoding import decode
from cvpress.source.document import Document, Mapping
from cvpress.source.lens import Lens
from cvpress.source.telling import told
from cvpress.source.traps import silent
from cvpress.source.traps.diagnose import diagnose
from cvpress.source.traps.model import Repair, Trap, Trouble
from cvpress.source.tree import TooLarge, Tree

_REPAIRS = 100
_WORK = 1 << 20  # letters shown to YAML again; a CV of 10 KB may hold as many slips as it likes


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes into a document; `name` is the file's name as reports tell it.

    Never fails: what is wrong with the text stands in `faults`, and `root` is None where the text
    is no YAML map, or no YAML from some line on.
    """
    text, fault = decode(data)
    if fault is not None:
        return Document(name, text, None, (fault,))
    lens, repairs = Lens(text), list[Repair]()
    tree, stop = _pass(text, lens)
    while stop is not None and _mends(stop, repairs, len(text)):
        repairs.append(stop)
        stop.apply(lens)
        tree, stop = _pass(text, lens)
    remarks = comments(text, tree.scalars, stop.fault.start if stop else len(text))
    found = told(text, tree, remarks, repairs, stop)
    if stop is not None or not isinstance(tree.root, Mapping):
        return Document(name, text, None, found, remarks)
    return Document(name, text, tree.root, found, remarks, tree.nodes)


def _mends(repair: Repair, before: list[Repair], length: int) -> bool:
    """True where a repair lets YAML read on: it is new, and there is work left to be spent."""
    if repair.stops or len(before) >= _REPAIRS or len(before) * length > _WORK:
        return False
    return all(repair.changes != earlier.changes for earlier in before)


def _pass(text: str, lens: Lens) -> tuple[Tree, Repair | None]:
    """Let YAML read the text once. Return what it read, and what stopped it."""
    import yaml

    tree = Tree(text, lens)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _take(tree, text, lens, yaml.parse(lens.shown(), loader))
    except Trap as trap:
        return tree, trap.repair
    except TooLarge as large:
        return tree, Repair(large.fault)
    except yaml.YAMLError as error:
        return tree, diagnose(_trouble(error, text, tree, lens))
    return tree, None


def _take(tree: Tree, text: str, lens: Lens, events: Iterator[Any]) -> None:
    """Hand the events of the first document on."""
    documents = 0
    for event in events:
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            documents += 1
            silent.stop_at(silent.of_directives(event, text))
            if documents > 1:
                tree.faults.append(faults.second_document(lens.place(event.start_mark.index)))
                return
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            tree.close(event)
        elif kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent", "AliasEvent"):
            silent.stop_at(silent.of_event(event, text, lens.place(event.start_mark.index)))
            if kind == "ScalarEvent":
                tree.scalar(event)
            else:
                tree.open(event, kind == "MappingStartEvent")


def _trouble(error: Any, text: str, tree: Tree, lens: Lens) -> Trouble:
    """Turn libyaml's error into offsets of the file."""
    mark, since = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return Trouble(
        text=text,
        problem=str(getattr(error, "problem", "") or ""),
        context=str(getattr(error, "context", "") or ""),
        at=lens.place(mark.index) if mark else 0,
        since=lens.place(since.index) if since else -1,
        last=tree.last,
        word=tree.word,
        flow=tree.flow,
        opened=tree.opened,
    )
