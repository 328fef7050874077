"""The same thing stands twice in one list.

A copy that was meant to be changed, or two versions of a file put together. Entries, bullets,
courses, skills and links are the same where all their words are; publications, where title, venue
and status are and nothing else (year, pages, DOI) tells them apart. A bullet of five words or more
is a copy in another entry, too. Silent on a paper and its preprint, on a duty of few words at two
employers, on courses taught alike, on a selection beside the full list, on what tags choose from,
and on authors.

Bad:
    sections:
      - title: Work
        experience:
          - {organization: Galerie Nord, title: Curator, highlights: [Led a team., Led a *team*]}
          - organization: Galerie Nord
            title: Curator
            highlights: [Led a team., Led a team]
          - {organization: Kunsthalle, highlights: [Hung ninety works in one night.]}
          - {organization: Salon, highlights: [Hung ninety works in one night.]}
      - title: Publications
        publications:
          - {title: Salt Roads of Flanders, authors: [Ada Example], venue: Nature, date: 2020}
          - {title: "Salt roads of Flanders.", authors: [A. Example], venue: Nature, doi: 10.1000/x}
Says:
    4:80 warning duplicate-entry: This stands in the list already.
    5:23 warning duplicate-entry: This entry stands in the list already.
    7:35 warning duplicate-entry: This stands in the list already.
    9:44 warning duplicate-entry: This bullet stands in another entry already.
    13:17 warning duplicate-entry: This publication stands in the list already.
Good:
    sections:
      - title: Work
        experience:
          - {organization: Galerie Nord, title: Curator, date: 2019, highlights: [Led a team.]}
          - {organization: Galerie Nord, title: Curator, date: 2021, highlights: [Led a team.]}
      - title: Publications
        publications:
          - {title: Salt Roads, authors: [Ada Example, Y. Li, Y. Li], venue: Nature, date: 2021}
          - {title: Salt Roads, authors: [Ada Example], date: 2021, arxiv: 2101.00001}
Silence:
    `checks: {ignore: [duplicate-entry]}`, `ignore: [duplicate-entry]` on the entry, or
    `# cvpress: ignore duplicate-entry` on the line.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.schema import shape
from cvpress.schema.fields import Entry, entries
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Node, Scalar, Sequence

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None

# Lists in which the same may stand twice: two authors of one name, a prize won twice in a year.
_FREE = frozenset({"authors", "editors", "equal_contribution", "date", "sections", "test", "score"})
_SILENT = frozenset({"ignore", "marks", "lang"})  # they say nothing of what a thing is
_SAME = ("venue", "status")  # alike, or missing in both
_APART = ("date", "start", "end", "volume", "issue", "pages", "publisher")  # alike, where both tell
_IDS = ("doi", "arxiv")  # of two works with numbers, one number is shared

_WORDS = 5  # so many words are hardly said of two posts by chance
_TAUGHT = frozenset({"teaching", "supervision", "service"})  # done alike, year after year
_HEADS = ("organization", "institution", "name", "title", "project")


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each item of a list that stands there before."""
    for path, node in document.nodes.items():
        if isinstance(node, Sequence) and path.startswith(("/person/", "/sections/")):
            key = path.rpartition("/")[2]
            if key not in _FREE and len(node.items) > 1:
                yield from _list(node, key)
    yield from _copied(document)


def _copied(document: Document) -> Iterator[Problem]:
    """Yield each bullet that stands word for word in an earlier entry of another head."""
    first: dict[str, Hashable] = {}
    for entry in entries(document):
        highlights = entry.node.get("highlights")
        if entry.kind in _TAUGHT or _chosen(entry) or not isinstance(highlights, Sequence):
            continue
        head = tuple(_plain(node.text(key)) for node in _above(entry) for key in _HEADS)
        for item in highlights.items:
            said = _bullet(item)
            if len(said.split()) >= _WORDS and first.setdefault(said, head) != head:
                yield _problem(item, "This bullet stands in another entry already.")


def _bullet(item: Node) -> str:
    """Return what a bullet says, "" for one that tags choose."""
    if isinstance(item, Mapping):
        return "" if item.get("tags") else _plain(item.text("text"))
    return _plain(item.text) if isinstance(item, Scalar) else ""


def _above(entry: Entry) -> tuple[Mapping, ...]:
    return (entry.parent.node, entry.node) if entry.parent else (entry.node,)


def _chosen(entry: Entry) -> bool:
    """Return whether tags choose where an entry is printed: then its like may be its stand-in."""
    section = entry.section.node, *([entry.section.parent.node] if entry.section.parent else [])
    return any(node.get("tags") for node in (*_above(entry), *section))


def _list(node: Sequence, key: str) -> Iterator[Problem]:
    seen: set[Hashable] = set()
    papers: dict[str, list[Mapping]] = {}
    for item in node.items:
        said = _said(item)
        if said and said in seen:
            what = "This entry" if key in shape.kinds() and key != "bullets" else "This"
            yield _problem(item, f"{what} stands in the list already.")
        elif key == "publications" and isinstance(item, Mapping):
            others = papers.setdefault(_plain(item.text("title")), [])
            if any(_one_paper(item, other) for other in others[:9]):
                yield _problem(item, "This publication stands in the list already.")
            others.append(item)
        seen.add(said)


def _said(node: Node) -> Hashable:
    """Return all that a value says, in a form that can be compared; () where it says nothing."""
    if isinstance(node, Scalar):
        return _plain(node.text)
    if isinstance(node, Sequence):
        return tuple(filter(None, map(_said, node.items)))
    pairs = ((key, _said(value)) for key, value in node.items.items() if key not in _SILENT)
    return tuple(sorted((pair for pair in pairs if pair[1]), key=lambda pair: pair[0]))


def _plain(text: str) -> str:
    return " ".join(parse(text).reading.split()).casefold().rstrip(".;, ")


def _one_paper(one: Mapping, other: Mapping) -> bool:
    """Return whether two works of one title are surely one: nothing that is told differs."""
    if not one.text("title") or any(_of(one, key) != _of(other, key) for key in _SAME):
        return False
    both = ((_of(one, key), _of(other, key)) for key in _APART)
    if any(this and that and this != that for this, that in both):
        return False
    ids, others = ({key: _of(m, key) for key in _IDS if _of(m, key)} for m in (one, other))
    return not ids or not others or bool(ids.items() & others.items())


def _of(node: Mapping, key: str) -> Hashable:
    value = node.get(key)
    return _said(value) if value else ""


def _problem(item: Node, message: str) -> Problem:
    """A map is shown at its first value: the head that a reader knows it by."""
    while isinstance(item, Mapping):
        item = next(iter(item.items.values()))
    return Problem(item.path, message, help="Change the copy, or take it out.")
