"""Flags in other words: what YAML 1.1 read as true or false, and 1.2 reads as a text."""

from __future__ import annotations

from dataclasses import replace

from cvpress.finding import Problem
from cvpress.source.document import Document, Edit, Scalar

_FLAGS = dict.fromkeys(("true", "yes", "on"), "true")
_FLAGS |= dict.fromkeys(("false", "no", "off"), "false")


def with_cure(document: Document, problem: Problem) -> Problem:
    """Return the problem with its cure, if what stands there is `yes`, `"true"`, `Off`.

    The edit is one of the file, since within the quotes of a text no flag can stand.
    """
    node = document.node(problem.path)
    right = _FLAGS.get(node.text.strip().lower()) if isinstance(node, Scalar) else None
    if right is None or not isinstance(node, Scalar) or node.style in ("literal", "folded"):
        return problem
    put = f"Write {right}"
    edit = Edit(node.start, node.end, right)
    return replace(problem, help=f"{put}.", edits=(edit,), fix_description=put)
