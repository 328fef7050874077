"""From the scalars of the document to printed texts: runs of mark-up, quotes, addresses."""

from __future__ import annotations

import re
from dataclasses import replace

from cvpress import markup, tex
from cvpress.source.document import Mapping, Node, Scalar, Sequence
from cvpress.view.words import Run, Words

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_CLOSING = re.compile(r"(?<=[^\W\d_])'(?!\w)")
_OPENING = re.compile(r"(?<!\w)'(?=\w)")
_PRINTABLE = re.compile(r"(?:https?://|mailto:|tel:)[^\s/]", re.IGNORECASE)


def words(scalar: Scalar, *, plain: bool = False) -> Words:
    """Return a value as it is printed; `plain`: letter for letter, no Markdown."""
    if plain:
        return Words((Run(scalar.text),), scalar.path)
    return Words(runs(scalar.text), scalar.path)


def paragraphs(scalar: Node | None) -> tuple[Words, ...]:
    """Return a long text: a blank line parts its paragraphs."""
    if not isinstance(scalar, Scalar):
        return ()
    parts = (part.strip() for part in scalar.text.split("\n\n"))
    return tuple(Words(runs(part), scalar.path) for part in parts if part)


def each(node: Node | None) -> tuple[Node, ...]:
    """Return a "one or list" value as its items, without the empty ones."""
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if not item.empty)


def maps(node: Node | None) -> tuple[Mapping, ...]:
    """Return the items of a list that are maps."""
    return tuple(item for item in each(node) if isinstance(item, Mapping))


def runs(text: str) -> tuple[Run, ...]:
    """Return a text's runs: mark-up read, apostrophes curled, links as the PDF carries them."""
    marked = markup.parse(text).runs
    # Code is curled by nothing; backticks stand for it, so that the letters around it stay apart.
    letters = _curled("".join("`" * len(r.text) if r.code else r.text for r in marked))
    made, at = [], 0
    for run in marked:
        said = run.text if run.code else letters[at : at + len(run.text)]
        made.append(Run(said, run.bold, run.italic, run.code, target(run.url or "")))
        at += len(run.text)
    return tuple(made)


def _curled(reading: str) -> str:
    """Turn the typewriter's apostrophe of "Xu's" into the printer's; quotation stays as written."""
    curled = _APOSTROPHE.sub("’", reading)
    return curled if _OPENING.search(curled) else _CLOSING.sub("’", curled)


def target(url: str) -> str:
    """Return a link's target as the PDF carries it, "" where it may not be printed."""
    return tex.address(url.strip()) if _PRINTABLE.match(url.strip()) else ""


def linked(words: Words, url: str) -> Words:
    """Return words whose every run that is no link yet leads to a url."""
    goal = target(url)
    if not goal:
        return words
    return Words(
        tuple(run if run.url else replace(run, url=goal) for run in words.runs), words.path
    )
