"""A variant prints no section at all.

It picks or leaves out so much that only the head of the page is left. Silent for a section that
loses all its entries while others stay: its title goes with them; and where the variant names a
section or a tag that is not there, since `tag-unknown` tells that.

Bad:
    sections: [{title: References, tags: [private], references: [{name: Bo Muster}]}]
    variants: {public: {exclude_tags: [private]}}
Says:
    2:20 error variant-empty: The variant “public” prints no section.
Good:
    sections:
      - {title: References, tags: [private], references: [{name: Bo Muster}]}
      - {title: About, text: A first line.}
    variants: {public: {exclude_tags: [private]}}
Silence:
    `checks: {ignore: [variant-empty]}`, or `# cvpress: ignore variant-empty` on the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvpress import variants
from cvpress.checks._variants import unknown
from cvpress.finding import Problem
from cvpress.schema.fields import sections
from cvpress.settings import Settings
from cvpress.source.document import Document

SEVERITY = "error"
ON = True
FAMILY = "variants"
LANGUAGES = None


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """Yield each variant without a section, where the whole file has some."""
    for name in variants.names(document) if sections(document) else ():
        said = variants.find(document, name)
        if said is None or any(unknown(document, said)):
            continue
        if not sections(variants.select(document, name)):
            yield Problem(
                said.path,
                f"The variant “{name}” prints no section.",
                help="Name other tags or sections, or leave the variant out.",
            )
