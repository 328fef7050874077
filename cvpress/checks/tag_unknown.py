"""A variant names a tag that nothing carries, or a section that is not there.

It then leaves out, or takes in, nothing: a private entry would be printed for a slip of the pen.
Silent for a tag that no variant names: it may be there for a later one.

Bad:
    sections: [{title: About, text: Words.}, {title: More, tags: [private], text: Words.}]
    variants: {public: {exclude_tags: [privat]}}
Says:
    2:36 error tag-unknown: Nothing carries the tag “privat”.
Bad:
    sections: [{title: Experience, text: Ten years at sea.}]
    variants: {short: {sections: [Experiense]}}
Says:
    2:31 error tag-unknown: There is no section “Experiense”.
Good:
    sections: [{title: About, tags: [private], text: A first line.}]
    variants: {full: {include_tags: [private]}, short: {sections: [about]}}
Silence:
    `checks: {ignore: [tag-unknown]}`, or `# cvpress: ignore tag-unknown` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import variants
from cvpress.finding import Fix, Problem
from cvpress.schema.fields import scalars
from cvpress.schema.suggest import SURE, closest
from cvpress.settings import Settings
from cvpress.source.document import Document, Mapping, Scalar

SEVERITY = "error"
ON = True
FAMILY = "variants"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each tag and each section of a variant that the file doesn't have."""
    tags = _tags(document)
    tops = list(variants.callable_sections(document.node("/sections")))
    for name in variants.names(document):
        said = variants.find(document, name)
        if said is None:
            continue
        for key in ("include_tags", "exclude_tags"):
            for tag in scalars(said, key):
                if tag.text not in tags:
                    yield _problem(tag, f"Nothing carries the tag “{tag.text}”.", tags)
        for section in scalars(said, "sections"):
            if not any(variants.calls(section.text, top) for top in tops):
                known = [name for top in tops for name in variants.called(top)]
                yield _problem(section, f"There is no section “{section.text}”.", known)


def _tags(document: Document) -> list[str]:
    """Return all tags of the file, each once; a variant's own lists have other keys."""
    maps = (node for node in document.nodes.values() if isinstance(node, Mapping))
    return list(dict.fromkeys(tag.text for node in maps for tag in scalars(node, "tags")))


def _problem(scalar: Scalar, message: str, known: list[str]) -> Problem:
    near = closest(scalar.text, known)
    if near:
        sure = closest(scalar.text, known, alike=SURE)
        fix = Fix(f"Write “{sure}”", ((0, len(scalar.text), sure),)) if sure else None
        return Problem(scalar.path, message, help=f"Did you mean {near}?", fix=fix)
    there = ", ".join(dict.fromkeys(known)) or "none"
    return Problem(scalar.path, message, help=f"There are: {there}.")
