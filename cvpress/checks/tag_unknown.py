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
from cvpress.checks._variants import Unknown, unknown
from cvpress.finding import Fix, Problem
from cvpress.schema.suggest import SURE, closest
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "variants"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each tag and each section of a variant that the file doesn't have."""
    for name in variants.names(document):
        said = variants.find(document, name)
        if said is not None:
            yield from map(_problem, unknown(document, said))


def _problem(one: Unknown) -> Problem:
    written, path = one.scalar.text, one.scalar.path
    near = closest(written, one.known)
    if near:
        sure = closest(written, one.known, alike=SURE)
        fix = Fix(f"Write “{sure}”", ((0, len(written), sure),)) if sure else None
        return Problem(path, one.message, help=f"Did you mean “{near}”?", fix=fix)
    if not one.known:
        return Problem(path, one.message, help="Write “tags” where it belongs, or take it out.")
    there = ", ".join(f"“{name}”" for name in one.known)
    return Problem(
        path, one.message, help=f"There {'is' if len(one.known) == 1 else 'are'} {there}."
    )
