"""Reads a cv.yaml: bytes in, a document out, whatever is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cvpress.source.comments import comments
from cvpress.source.decoding import decode
from cvpress.source.document import Document, Fault, Mapping
from cvpress.source.masking import Mask
from cvpress.source.positions import BOM
from cvpress.source.tree import TooLarge, Tree


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes into a document; `name` is the file's name as reports tell it.

    Never fails: what is wrong with the text stands in `faults`, and `root` is None where the text
    is no YAML map.
    """
    text, fault = decode(data)
    if fault is not None:
        return Document(name, text, None, (fault,))
    shift = 1 if text.startswith(BOM) else 0
    mask = Mask(text[shift:])
    tree = Tree(text, mask, shift)
    import yaml

    try:
        for event in _events(mask.masked()):
            _take(tree, event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = (mark.index if mark else 0) + shift
        fault = Fault("yaml-syntax", at, at + 1, str(error))
        return Document(name, text, None, (fault,))
    except TooLarge as error:
        return Document(name, text, None, (error.fault,))
    root = tree.root if isinstance(tree.root, Mapping) else None
    return Document(
        name, text, root, tuple(tree.faults), comments(text, tree.scalars, len(text)), tree.nodes
    )


def _events(text: str) -> Iterator[Any]:
    import yaml

    return yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _take(tree: Tree, event: Any) -> None:
    kind = type(event).__name__
    if kind == "ScalarEvent":
        tree.scalar(event)
    elif kind in ("MappingStartEvent", "SequenceStartEvent"):
        tree.open(event, kind == "MappingStartEvent")
    elif kind in ("MappingEndEvent", "SequenceEndEvent"):
        tree.close(event)
