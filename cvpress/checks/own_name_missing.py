"""An author list does not hold the CV's owner.

Either the entry is not one's own, or the name is written in a way that the tool does not know, and
then it is not printed bold. Only publications are judged. Silent where authors are left out (`...`,
`et al.`), since the owner may be among them, where the owner is an editor, and where a comma has
cut the names. A short form that may be the owner's is asked about once, where it first stands.

Bad:
    person: {name: Ada Example}
    sections:
      - title: Publications
        publications:
          - {title: On Caches, authors: [K. Zhu, A. Example]}
          - {title: On Kernels, authors: [K. Zhu, Y. Zhao]}
          - {title: On Pages, authors: [A. Example, Y. Zhao]}
Says:
    5:46 warning own-name-missing: This author may be you, but is not a name known as yours.
    6:29 warning own-name-missing: You are not among these authors.
Good:
    person: {name: Ada Example, also_known_as: [A. Example]}
    sections:
      - title: Publications
        publications:
          - {title: On Caches, authors: [K. Zhu, A. EXAMPLE]}
          - {title: On Kernels, authors: [K. Zhu, ..., Y. Zhao]}
          - {title: On Clocks, authors: [K. Zhu, et al.]}
          - {title: On Disks, authors: [K. Zhu], editors: ["**Ada** Example"]}
Silence:
    `checks: {ignore: [own-name-missing]}`, `ignore: [own-name-missing]` on the entry, or
    `# cvpress: ignore own-name-missing` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress.finding import Problem
from cvpress.markup import parse
from cvpress.names import is_left_out, is_own, listed, may_be_own, of_person
from cvpress.schema.fields import entries
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar

SEVERITY = "warning"
ON = True
FAMILY = "content"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for each publication whose whole author list is without the person."""
    names = of_person(document)
    asked: set[str] = set()
    cut = {fault.path.rpartition("/")[0] for fault in document.faults if fault.id == "cut-by-comma"}
    for entry in entries(document):
        if entry.kind == "publications" and names and f"{entry.path}/authors" not in cut:
            if isinstance(entry.node.get("authors"), Scalar):
                continue  # a list is due there, which wrong-type tells
            authors = listed(entry.node, "authors")
            known = [_reading(one) for one in (*authors, *listed(entry.node, "editors"))]
            if authors and not any(is_left_out(one) or is_own(one, names) for one in known):
                short = next((one for one in authors if may_be_own(_reading(one), names)), None)
                if short is None:
                    yield _nobody(entry.node)
                elif _reading(short) not in asked:
                    asked.add(_reading(short))
                    yield _may_be(short)


def _reading(name: Scalar) -> str:
    return parse(name.text).reading


def _may_be(author: Scalar) -> Problem:
    reading = _reading(author)
    written = f'"{reading}"' if "," in reading else reading
    return Problem(
        author.path,
        "This author may be you, but is not a name known as yours.",
        help=f"If so, add it under person: also_known_as: [{written}].",
    )


def _nobody(node: Mapping) -> Problem:
    return Problem(
        f"{node.path}/authors",
        "You are not among these authors.",
        key=True,
        help="Add your name, or the way it is spelled here to person: also_known_as.",
    )
